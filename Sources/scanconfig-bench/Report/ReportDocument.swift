import InspectorCore

/// The readings as a JSON document for programs.
struct ReportDocument: Encodable {
    /// One reading.
    struct Row: Encodable {
        let figure: String
        let detail: String
        let unit: String
        let ours: Double
        let reference: String
        let referenceValue: Double?
        let ratio: Double?
        let goalRatio: Double
        let met: Bool?
    }

    let readings: [Row]

    init(_ readings: [Reading]) {
        self.readings = readings.map { reading in
            Row(
                figure: reading.figure, detail: reading.detail, unit: reading.ours.unit.rawValue, ours: reading.ours.value,
                reference: reading.reference.name, referenceValue: reading.reference.quantity?.value, ratio: reading.ratio,
                goalRatio: reading.goal.ratio, met: reading.isMet)
        }
    }

    /// The document's text, ending with a line break.
    var text: String {
        String(decoding: DocumentJSON.bytes(self), as: UTF8.self)
    }
}
