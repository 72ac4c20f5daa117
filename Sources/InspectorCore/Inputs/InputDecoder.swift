/// Makes UTF-8 of an input's bytes as they come, whatever of UTF-8 and UTF-16 they are written in.
///
/// A byte order mark says which; without one, UTF-16 shows by the zero bytes of its first characters.
struct InputDecoder {
    private enum Encoding { case utf8, utf16(isBig: Bool) }

    private var encoding: Encoding?
    /// Bytes that wait for those that follow: the first four of the input, later half a unit.
    private var waiting: [UInt8] = []
    private var highSurrogate: UInt16?
    /// The line of what was decoded last; UTF-16 alone needs it.
    private var line = 1

    /// Appends the text of more bytes to `text`.
    mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, into text: inout [UInt8]) throws(PlanInputProblem) {
        if case .utf8 = encoding { return text.append(contentsOf: bytes) }
        waiting.append(contentsOf: bytes)
        guard encoding != nil || waiting.count >= 4 else { return }
        try decodeWaiting(into: &text)
    }

    /// Appends what waits for bytes that do not come.
    mutating func finish(into text: inout [UInt8]) throws(PlanInputProblem) {
        try decodeWaiting(into: &text)
        if !waiting.isEmpty || highSurrogate != nil {
            throw PlanInputProblem(line: line, reason: "the UTF-16 text ends within a character")
        }
    }

    private mutating func decodeWaiting(into text: inout [UInt8]) throws(PlanInputProblem) {
        let known: Encoding
        if let encoding { known = encoding } else { known = try recognize() }
        encoding = known
        switch known {
        case .utf8:
            text += waiting
            waiting = []
        case .utf16(let isBig): try decodeUnits(isBig, into: &text)
        }
    }

    /// Tells the encoding by the first bytes, and takes a byte order mark away. Files that are no text are named by what they are.
    private mutating func recognize() throws(PlanInputProblem) -> Encoding {
        if let (_, what) = Self.otherFiles.first(where: { waiting.starts(with: $0.beginning) }) {
            throw PlanInputProblem(line: 0, reason: what)
        }
        for (mark, encoding) in Self.marks where waiting.starts(with: mark) {
            waiting.removeFirst(mark.count)
            return encoding
        }
        guard waiting.count >= 4 else { return .utf8 }
        if waiting[0] == 0, waiting[1] != 0, waiting[2] == 0 { return .utf16(isBig: true) }
        return waiting[0] != 0 && waiting[1] == 0 && waiting[3] == 0 ? .utf16(isBig: false) : .utf8
    }

    private static let marks: [([UInt8], Encoding)] = [
        ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16(isBig: false)), ([0xFE, 0xFF], .utf16(isBig: true)),
    ]

    private static let otherFiles: [(beginning: [UInt8], what: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "this is a spreadsheet or a zip file, not text: save the sheet as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "this is an old spreadsheet, not text: save the sheet as CSV"),
        ([0x1F, 0x8B], "this is compressed: give --from <(zcat FILE)"), (Array("%PDF".utf8), "this is a PDF, not text"),
        ([0xFF, 0xFE, 0, 0], "this is UTF-32: save it as UTF-8"), ([0, 0, 0xFE, 0xFF], "this is UTF-32: save it as UTF-8"),
    ]

    private mutating func decodeUnits(_ isBig: Bool, into text: inout [UInt8]) throws(PlanInputProblem) {
        let whole = waiting.count & ~1
        text.reserveCapacity(text.count + whole)
        for place in stride(from: 0, to: whole, by: 2) {
            let (first, second) = (UInt16(waiting[place]), UInt16(waiting[place + 1]))
            try append(isBig ? first << 8 | second : second << 8 | first, to: &text)
        }
        waiting.removeFirst(whole)
    }

    private mutating func append(_ unit: UInt16, to text: inout [UInt8]) throws(PlanInputProblem) {
        let (isHigh, isLow) = (unit & 0xFC00 == 0xD800, unit & 0xFC00 == 0xDC00)
        guard isLow == (highSurrogate != nil) else { throw PlanInputProblem(line: line, reason: "half a character of UTF-16 is missing") }
        if isHigh { return highSurrogate = unit }
        if unit == 0x0A { line += 1 }
        if unit < 0x80 { return text.append(UInt8(unit)) }
        let high = highSurrogate.map { 0x10000 + (UInt32($0 & 0x3FF) << 10) } ?? 0
        let value = high == 0 ? UInt32(unit) : high + UInt32(unit & 0x3FF)
        highSurrogate = nil
        if let scalar = Unicode.Scalar(value) { text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    }
}
