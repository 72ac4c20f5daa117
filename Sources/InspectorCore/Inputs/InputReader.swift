/// Reads an input chunk by chunk into an ``InputTable``: lines and tables as they come, JSON when all of it is there.
///
/// One decoder of encodings, one splitter of records, one reader of rows; the inventory then resolves what they spell. A file of a million
/// ids takes 32 MB while it is read, and an endless line ends the reading after its first MiB.
package struct InputReader: Sendable {
    private var table: InputTable
    private var decoder = InputDecoder()
    private var splitter = RecordSplitter()
    private var rows = InputRows()
    private var isJSON = false
    private var hasBytes = false

    /// A reader of what errors call `name`: a path, or `standard input`. A plan or results of another action are refused.
    package init(name: String, for action: RunAction = .disassociate) { table = InputTable(name: name, for: action) }

    /// Takes bytes in; throws as soon as the input is refused as a whole.
    package mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(PlanInputError) {
        if bytes.isEmpty { return }
        hasBytes = true
        try refusing { reader throws(PlanInputProblem) in
            try reader.splitter.append { text throws(PlanInputProblem) in try reader.decoder.decode(bytes, into: &text) }
            try reader.split(isLast: false)
        }
    }

    /// The table, when no more bytes come.
    package mutating func finish() throws(PlanInputError) -> InputTable {
        try refusing { reader throws(PlanInputProblem) in
            try reader.splitter.append { text throws(PlanInputProblem) in try reader.decoder.finish(into: &text) }
            try reader.split(isLast: true)
            reader.table.isJSON = reader.isJSON
            if reader.isJSON { InputJSON.read(reader.splitter.takeRest(), into: &reader.table) }
        }
        if table.isRefused { throw table.error }
        if !hasBytes { throw PlanInputError(input: table.name, problems: [PlanInputProblem(line: 0, reason: "it is empty")]) }
        return table
    }

    /// Reads all of an input.
    package static func read(_ bytes: [UInt8], name: String, for action: RunAction = .disassociate) throws(PlanInputError) -> InputTable {
        var reader = InputReader(name: name, for: action)
        try bytes.withUnsafeBufferPointer { bytes throws(PlanInputError) in try reader.take(bytes) }
        return try reader.finish()
    }

    private mutating func split(isLast: Bool) throws(PlanInputProblem) {
        if rows.isBlank, !isJSON, let first = splitter.firstByte {
            isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            if first == UInt8(ascii: "<") {
                throw PlanInputProblem(line: 1, reason: "this is a page of HTML or XML, not a list of projects")
            }
        }
        if !isJSON { try rows.take(from: &splitter, into: &table, isLast: isLast) }
    }

    private mutating func refusing(_ body: (inout InputReader) throws(PlanInputProblem) -> Void) throws(PlanInputError) {
        do throws(PlanInputProblem) {
            try body(&self)
        } catch {
            table.refuse(error)
            throw table.error
        }
    }
}

extension InputTable {
    /// Why nothing of it is taken.
    var error: PlanInputError { PlanInputError(input: name, problems: problems.shown, left: problems.left) }
}
