import TextSafety

/// Makes rows of the records of a text: a table with a header, or lines whose values tell what they are.
///
/// Tables are also those of tickets and database clients, with | between columns and rules of dashes between rows.
struct InputRows {
    private enum Form {
        case table(InputHeader)
        case lines
    }

    private var form: Form?
    /// A rule stands above the first words, as above a table that is drawn.
    private var hasRule = false
    private static let delimiters = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]
    private static let bar = UInt8(ascii: "|")

    /// Whether all of the text so far was blank or a comment.
    var isBlank: Bool { form == nil }

    /// Takes all records in whose end has come.
    mutating func take(
        from splitter: inout RecordSplitter, into table: inout InputTable, isLast: Bool
    ) throws(PlanInputProblem) {
        while true {
            if form == nil {
                guard try begin(&splitter, isLast) else { return }
            }
            guard let record = try splitter.next(isLast: isLast) else { return }
            switch form {
            case .table(let header):
                table.titles = header.columnTitles
                try header.take(record, of: splitter, into: &table)
            case .lines, nil: try takeLine(record, of: splitter, into: &table)
            }
        }
    }

    private func takeLine(
        _ record: RecordSplitter.Record, of splitter: RecordSplitter, into table: inout InputTable
    ) throws(PlanInputProblem) {
        let values = LineValues(record, of: splitter)
        if values.isUnclear, InputHeader(record, of: splitter).namesProjects {
            throw PlanInputProblem(
                line: record.line, reason: "this is the header of a table, and there is other text above it: delete all that is above it")
        }
        if !splitter.isRule(record) { values.add(to: &table) }
    }

    /// Finds the first line that says something, and what kind of text it begins; false while that has not come.
    private mutating func begin(_ splitter: inout RecordSplitter, _ isLast: Bool) throws(PlanInputProblem) -> Bool {
        while let (record, _) = try splitter.peek(splitter.delimiters.isEmpty ? Self.delimiters : splitter.delimiters, isLast: isLast) {
            if let delimiter = splitter.separator(isLast: isLast) {
                splitter.delimiters = [delimiter]
                _ = try splitter.next([], isLast: isLast)
            } else if splitter.isBlank(record) || splitter.isRule(record) {
                hasRule = hasRule || splitter.isRule(record)
                _ = try splitter.next(splitter.delimiters.isEmpty ? Self.delimiters : splitter.delimiters, isLast: isLast)
            } else {
                try recognize(&splitter, isLast)
                return true
            }
        }
        return false
    }

    /// A line with the name of a column begins a table; the delimiter is the one that makes the most of it.
    private mutating func recognize(_ splitter: inout RecordSplitter, _ isLast: Bool) throws(PlanInputProblem) {
        let possible = splitter.delimiters.isEmpty ? ([Self.bar] + Self.delimiters).map { [$0] } : [splitter.delimiters]
        var best: (header: InputHeader, delimiters: [UInt8])?
        for delimiters in possible {
            guard let (record, _) = try? splitter.peek(delimiters, isLast: isLast) else { continue }
            let header = InputHeader(record, of: splitter)
            if header.score > best?.header.score ?? 0 { best = (header, delimiters) }
        }
        if let best {
            splitter.delimiters = best.delimiters
            try best.header.check()
            _ = try splitter.next(isLast: isLast)
            form = .table(best.header)
        } else {
            try refuseOtherForms(splitter, isLast)
            splitter.delimiters = Self.delimiters
            form = .lines
            try refuseUnknownHeader(splitter, isLast)
        }
    }

    /// Several values of which none is an id or ARN are the header of a table that says nothing here.
    private func refuseUnknownHeader(_ splitter: RecordSplitter, _ isLast: Bool) throws(PlanInputProblem) {
        guard let (record, _) = try splitter.peek(splitter.delimiters, isLast: isLast) else { return }
        let values = LineValues(record, of: splitter)
        guard values.isUnclear else { return }
        if let reason = values.texts.lazy.compactMap(\.reasonItIsNoName).first { throw PlanInputProblem(line: record.line, reason: reason) }
        let words = "none of the columns \(values.texts.map(\.quoted).listed(upTo: 6)) says which project"
        throw PlanInputProblem(
            line: record.line, reason: "\(words): one has to be called projectId or projectName\(values.texts.meantColumn)")
    }

    /// What is made for eyes, and YAML: neither can be taken apart with certainty.
    private func refuseOtherForms(_ splitter: RecordSplitter, _ isLast: Bool) throws(PlanInputProblem) {
        guard let record = try? splitter.peek([], isLast: isLast)?.record, let field = record.fields.first else { return }
        let text = splitter.withContent(of: field) { String(decoding: $0, as: UTF8.self) }
        if text.isYAML {
            throw PlanInputProblem(line: record.line, reason: "this looks like YAML: give JSON instead, with the AWS CLI --output json")
        }
        if hasRule, text.utf8.contains(Self.bar) {
            throw PlanInputProblem(
                line: record.line, reason: "this is a table drawn for the eye: give JSON or text instead, with the AWS CLI --output json")
        }
        if text.alignedTitles.count(where: { InputColumn($0)?.namesSomething ?? false }) > 1 {
            throw PlanInputProblem(
                line: record.line,
                reason: "these columns are aligned by blanks, so that an empty cell cannot be seen: give CSV, with scanconfig --output csv")
        }
    }
}

extension String {
    /// Whether it is a line of YAML: a name and a colon, with what belongs to it behind a blank or on further lines.
    fileprivate var isYAML: Bool {
        let line = trimmed.prefix(200)
        let start = line.hasPrefix("- ") ? line.dropFirst(2) : line
        guard let colon = start.firstIndex(of: ":"), colon > start.startIndex else { return false }
        let rest = start[start.index(after: colon)...]
        return start[..<colon].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" } && (rest.isEmpty || rest.hasPrefix(" "))
    }

    /// The parts between two blanks or more.
    fileprivate var alignedTitles: [String] {
        var (parts, blanks): ([String], Int) = ([""], 0)
        for character in prefix(2_000) {
            if character == " " {
                blanks += 1
                continue
            }
            if blanks > 1 { parts.append("") } else if blanks == 1 { parts[parts.count - 1] += " " }
            parts[parts.count - 1].append(character)
            blanks = 0
        }
        return parts
    }
}

extension RecordSplitter {
    /// What the field spells.
    func value(of field: Field) -> InputValue { withContent(of: field) { InputValue($0) } }

    /// Whether the record is a line that is drawn between rows: three dashes at least, and nothing else but such signs.
    func isRule(_ record: Record) -> Bool {
        var dashes = 0
        for field in record.fields {
            let isDrawn = withContent(of: field) { bytes in
                dashes += bytes.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
                return bytes.allSatisfy { byte in "-=+|: ".utf8.contains(byte) }
            }
            if !isDrawn { return false }
        }
        return dashes >= 3
    }

    /// Whether nothing is in the record but separators.
    func isBlank(_ record: Record) -> Bool { record.fields.allSatisfy { value(of: $0) == .blank } }

    /// The delimiter that a spreadsheet's line "sep=;" names.
    fileprivate func separator(isLast: Bool) -> UInt8? {
        guard let (record, _) = try? peek([], isLast: isLast), record.fields.count == 1 else { return nil }
        return withContent(of: record.fields[0]) { bytes in
            bytes.count == 5 && bytes.starts(with: "sep=".utf8) ? bytes[4] : nil
        }
    }
}

/// A line without a header above it: values that tell by themselves what they are.
///
/// Such are lists of ids, what the AWS CLI prints with `--output text`, and the arrays that a `--query` leaves.
struct LineValues {
    private let line: Int
    private let column: Int32
    private var projects: [InputValue] = []
    private var configurations: [InputValue] = []
    /// What is neither an id nor an ARN.
    private(set) var texts: [String] = []

    /// Takes the values in their order.
    init(line: Int, column: Int32 = -1, _ values: some Sequence<InputValue>) {
        (self.line, self.column) = (line, column)
        for value in values {
            switch value {
            case .blank: break
            case .project: projects.append(value)
            case .arn: configurations.append(value)
            case .text(let text): add(text)
            case .unreadable(let text): texts.append(text)
            }
        }
    }

    init(_ record: RecordSplitter.Record, of splitter: RecordSplitter) {
        self.init(line: record.line, record.fields.lazy.map { splitter.value(of: $0) })
    }

    /// A comment may follow after a blank, and ids may stand side by side. The CLI writes the name of a list before its values.
    private mutating func add(_ text: String) {
        let text = text.beforeComment
        if text.isEmpty || Self.listNames.contains(text) { return }
        let parts = text.utf8.contains(0x20) ? text.split(separator: " ") : []
        let words = (parts.first?.isBullet == true ? parts.dropFirst() : parts[...]).map { InputValue(String($0)) }
        let ids = words.filter { if case .project = $0 { true } else { false } }
        if !ids.isEmpty, ids.count == words.count {
            projects += ids
        } else if ids.isEmpty {
            add(value: InputValue(text))
        } else {
            texts.append(text)
        }
    }

    private mutating func add(value: InputValue) {
        switch value {
        case .project: projects.append(value)
        case .arn: configurations.append(value)
        case .text(let text), .unreadable(let text): texts.append(text)
        case .blank: break
        }
    }

    private static let listNames: Set<String> = [
        "RESOURCE", "ASSOCIATIONS", "SUCCESSFULASSOCIATIONS", "FAILEDASSOCIATIONS", "CONFIGURATIONS", "COVEREDRESOURCES",
        "DISASSOCIATECONFIGURATIONREQUESTS",
    ]

    /// Whether there are several values, and none tells what it is.
    var isUnclear: Bool { projects.isEmpty && configurations.isEmpty && texts.count > 1 }

    /// Adds a row for each project.
    func add(to table: inout InputTable) {
        if projects.isEmpty, configurations.isEmpty, texts.isEmpty { return }
        if configurations.count > 1 {
            return table.note(line, column: column, "this line has \(configurations.count) ARNs of scan configurations")
        }
        let configuration = configurations.first ?? .blank
        if isUnclear {
            return table.note(
                line, column: column, "\(texts.map(\.quoted).listed(upTo: 4)): none of these is a project ID (project- and a UUID)")
        }
        let cell = InputTable.Cell(value: configuration, column: column)
        if projects.isEmpty {
            return table.add(InputTable.Cell(value: texts.first.map { .text($0) } ?? .blank, column: column), cell, line: line)
        }
        if let wrong = texts.first(where: { $0.lowercased().hasPrefix(PackedProject.prefix) }) {
            return table.note(line, column: column, "\(wrong.quoted) is not a project ID (project- and a UUID)")
        }
        let details = InputDetails(projectName: projects.count == 1 && texts.count == 1 ? texts[0] : nil)
        for project in projects { table.add(InputTable.Cell(value: project, column: column), cell, details, line: line) }
    }
}

extension Substring {
    /// Whether it is what stands before an item of a list: a dash, a dot or a number.
    fileprivate var isBullet: Bool {
        ["-", "*", "•"].contains(self) || (hasSuffix(".") || hasSuffix(")")) && count > 1 && dropLast().allSatisfy(\.isWholeNumber)
    }
}

extension String {
    /// The text before a # that stands after a blank.
    fileprivate var beforeComment: String {
        guard utf8.contains(UInt8(ascii: "#")) else { return self }
        var before: Character = " "
        for place in indices {
            if self[place] == "#", before.isWhitespace { return String(self[..<place]).trimmed }
            before = self[place]
        }
        return self
    }
}
