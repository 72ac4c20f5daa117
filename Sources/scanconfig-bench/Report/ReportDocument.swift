import JSON

/// The readings as a JSON document for programs.
struct ReportDocument: JSONWritable {
    /// One reading.
    struct Row: JSONWritable {
        let figure: String
        let detail: String
        let unit: String
        let ours: Double
        let reference: String
        let referenceValue: Double?
        let ratio: Double?
        let goalRatio: Double
        let met: Bool?

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("detail", detail)
                json.member("figure", figure)
                json.member("goalRatio", goalRatio)
                json.member("met", met)
                json.member("ours", ours)
                json.member("ratio", ratio)
                json.member("reference", reference)
                json.member("referenceValue", referenceValue)
                json.member("unit", unit)
            }
        }
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

    func write(to json: inout JSONWriter) {
        json.object { $0.member("readings", readings) }
    }

    /// The document's text, ending with a line break.
    var text: String {
        String(decoding: jsonDocument, as: UTF8.self)
    }
}
