/// One record and the line it begins on.
struct CSVRecord: Hashable {
    let fields: [String]
    let line: Int

    var isBlank: Bool { fields == [""] }
}

/// Reads comma-separated records as RFC 4180 describes them.
struct CSVReader {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next record, or nothing at the end.
    mutating func next() throws(PlanInputProblem) -> CSVRecord? {
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        repeat { fields.append(try field()) } while take(",")
        endLine()
        return CSVRecord(fields: fields, line: start)
    }

    private mutating func field() throws(PlanInputProblem) -> String {
        take("\"") ? try quotedField() : plainField()
    }

    private mutating func plainField() -> String {
        let start = position
        while position < bytes.count, !isDelimiter(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func quotedField() throws(PlanInputProblem) -> String {
        let start = line
        var content: [UInt8] = []
        while position < bytes.count {
            if take("\"") {
                guard take("\"") else { return try ended(content) }
                content.append(UInt8(ascii: "\""))
            } else {
                if bytes[position] == UInt8(ascii: "\n") { line += 1 }
                content.append(bytes[position])
                position += 1
            }
        }
        throw PlanInputProblem(line: start, reason: "a quoted field has no end")
    }

    private func ended(_ content: [UInt8]) throws(PlanInputProblem) -> String {
        guard position == bytes.count || isDelimiter(bytes[position]) else {
            throw PlanInputProblem(line: line, reason: "text follows a quoted field")
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func endLine() {
        _ = take("\r")
        if take("\n") { line += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private func isDelimiter(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
