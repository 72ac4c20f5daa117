/// Splits text into records and their fields, as RFC 4180 describes them and as programs write them: with any delimiter, blanks before an
/// opening quote, comments on lines of their own, and lines that end with LF, CRLF or CR.
struct RecordSplitter {
    /// What separates fields.
    var delimiters: [UInt8] = []
    /// Text that was not split yet begins here.
    private(set) var place = 0
    private(set) var line = 1
    /// Whether a line feed that comes next belongs to the line end before it.
    private var skipsLineFeed = false
    private var bytes: [UInt8] = []

    /// The most bytes of a record: nothing that names a project is longer, and what is endless is refused at once.
    static let longestRecord = 1 << 20

    /// One field: where it stands, without its quotes.
    struct Field {
        var range: Range<Int>
        /// Whether quotes inside it are written twice.
        var hasDoubledQuotes = false
    }

    /// One record and the line it begins on; a comment has no fields.
    struct Record {
        let line: Int
        var fields: [Field] = []
    }

    /// Appends text by `body`.
    mutating func append<Failure>(_ body: (inout [UInt8]) throws(Failure) -> Void) throws(Failure) {
        if place > 0 {
            bytes.removeFirst(place)
            place = 0
        }
        try body(&bytes)
    }

    /// The text that was not split.
    mutating func takeRest() -> [UInt8] {
        defer { bytes = [] }
        return place == 0 ? bytes : Array(bytes[place...])
    }

    /// The first byte of the text that is not blank.
    var firstByte: UInt8? { bytes[place...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) } }

    /// Calls `body` with the bytes of a field, quotes inside it single.
    func withContent<Value>(of field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        guard field.hasDoubledQuotes else {
            return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[field.range])) }
        }
        var content: [UInt8] = []
        var isSecond = false
        for byte in bytes[field.range] {
            isSecond = byte == Self.quote && !isSecond
            if !isSecond { content.append(byte) }
        }
        return content.withUnsafeBufferPointer(body)
    }

    /// The next record, read over; nothing while its end has not come.
    ///
    /// - Parameter isLast: Whether no more text comes.
    mutating func next(isLast: Bool) throws(PlanInputProblem) -> Record? { try next(delimiters, isLast: isLast) }

    /// The next record with these delimiters, read over.
    mutating func next(_ delimiters: [UInt8], isLast: Bool) throws(PlanInputProblem) -> Record? {
        guard let read = try peek(delimiters, isLast: isLast) else { return nil }
        (place, line, skipsLineFeed) = (read.end.place, read.end.line, read.end.skipsLineFeed)
        return read.record
    }

    /// The next record as it would be with these delimiters, and where the one after it begins.
    func peek(
        _ delimiters: [UInt8], isLast: Bool
    ) throws(PlanInputProblem) -> (record: Record, end: (place: Int, line: Int, skipsLineFeed: Bool))? {
        var reading = Reading(place: place, line: line, delimiters: delimiters)
        let read = try bytes.withUnsafeBufferPointer { bytes throws(PlanInputProblem) in
            if skipsLineFeed, reading.place < bytes.count, bytes[reading.place] == Self.lineFeed { reading.place += 1 }
            return try reading.record(bytes, isLast: isLast)
        }
        return read.map { ($0, (reading.place, reading.line, reading.endedWithReturn)) }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// One record being read.
    private struct Reading {
        var place: Int
        var line: Int
        let delimiters: [UInt8]
        var endedWithReturn = false

        mutating func record(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(PlanInputProblem) -> Record? {
            let start = place
            guard start < bytes.count else { return nil }
            var record = Record(line: line)
            if skipComment(bytes) {
                guard place < bytes.count || isLast else { return try wait(bytes, from: start) }
                if place < bytes.count { endLine(bytes) }
                return record
            }
            repeat {
                guard let field = try field(bytes, isLast, from: start) else { return nil }
                record.fields.append(field)
            } while takeDelimiter(bytes)
            guard place < bytes.count || isLast else { return try wait(bytes, from: start) }
            if place < bytes.count { endLine(bytes) }
            return record
        }

        /// Reads over a line that begins with #, whatever quotes are in it.
        private mutating func skipComment(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var first = place
            while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
            guard first < bytes.count, bytes[first] == UInt8(ascii: "#") else { return false }
            place = first
            while place < bytes.count, bytes[place] != lineFeed, bytes[place] != carriageReturn { place += 1 }
            return true
        }

        /// Nothing for now; what is too long is no record.
        private func wait(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(PlanInputProblem) -> Record? {
            try checkLength(bytes.count - start)
            return nil
        }

        private func checkLength(_ length: Int) throws(PlanInputProblem) {
            if length > longestRecord { throw PlanInputProblem(line: line, reason: "this line is longer than 1 MiB") }
        }

        private mutating func field(
            _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, from start: Int
        ) throws(PlanInputProblem) -> Field? {
            var first = place
            while first < bytes.count, bytes[first] == 0x20 { first += 1 }
            if first < bytes.count, bytes[first] == quote {
                place = first + 1
                return try quoted(bytes, isLast, from: start)
            }
            return Field(range: try plain(bytes, from: start))
        }

        private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(PlanInputProblem) -> Range<Int> {
            let first = place
            while place < bytes.count, !ends(bytes[place]) {
                if bytes[place] == 0 { throw PlanInputProblem(line: line, reason: "this has a zero byte, so it is not text") }
                place += 1
            }
            try checkLength(place - start)
            return first..<place
        }

        private mutating func quoted(
            _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, from start: Int
        ) throws(PlanInputProblem) -> Field? {
            let (opening, first) = (line, place)
            var field = Field(range: first..<first)
            while place < bytes.count {
                let byte = bytes[place]
                if byte == quote {
                    if place + 1 < bytes.count, bytes[place + 1] == quote {
                        field.hasDoubledQuotes = true
                        place += 1
                    } else if place + 1 < bytes.count || isLast {
                        field.range = first..<place
                        place += 1
                        return try close(bytes, field)
                    }
                } else if byte == 0 {
                    throw PlanInputProblem(line: line, reason: "this has a zero byte, so it is not text")
                } else if byte == lineFeed || byte == carriageReturn && (place + 1 == bytes.count || bytes[place + 1] != lineFeed) {
                    line += 1
                }
                place += 1
                if place - start > longestRecord { throw PlanInputProblem(line: opening, reason: "a quoted field has no end within 1 MiB") }
            }
            if isLast { throw PlanInputProblem(line: opening, reason: "a quoted field has no end") }
            return nil
        }

        /// After a quote only blanks and a comment may come before the field ends.
        private mutating func close(_ bytes: UnsafeBufferPointer<UInt8>, _ field: Field) throws(PlanInputProblem) -> Field {
            while place < bytes.count, bytes[place] == 0x20 { place += 1 }
            if place < bytes.count, bytes[place] == UInt8(ascii: "#"), bytes[place - 1] == 0x20 {
                while place < bytes.count, bytes[place] != lineFeed, bytes[place] != carriageReturn { place += 1 }
            }
            guard place == bytes.count || ends(bytes[place]) else {
                throw PlanInputProblem(line: line, reason: "text follows a quoted field: write a quote inside one twice")
            }
            return field
        }

        private func ends(_ byte: UInt8) -> Bool {
            guard byte <= 0x7C else { return false }
            if byte == lineFeed || byte == carriageReturn { return true }
            for delimiter in delimiters where byte == delimiter { return true }
            return false
        }

        private mutating func takeDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            guard place < bytes.count, bytes[place] != lineFeed, bytes[place] != carriageReturn else { return false }
            place += 1
            return true
        }

        private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>) {
            let byte = bytes[place]
            (place, line) = (place + 1, line + 1)
            guard byte == carriageReturn else { return }
            if place == bytes.count { endedWithReturn = true } else if bytes[place] == lineFeed { place += 1 }
        }
    }
}
