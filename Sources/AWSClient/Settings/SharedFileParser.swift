/// Reads a shared file line by line.
struct SharedFileParser {
    let kind: SharedFile.Kind
    let path: String
    private var finished: [(SharedFileHeader, SharedFileSection)] = []
    private var header: SharedFileHeader?
    private var section = SharedFileSection()
    private static let noSection = "Expected a profile definition"
    private var open: (name: String, indentation: Int)?

    init(kind: SharedFile.Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// Takes in the next line; lines count from 1.
    mutating func read(_ raw: Substring, number: Int) throws(SettingsError) {
        let line = number == 1 && raw.first == "\u{FEFF}" ? raw.dropFirst() : raw
        do {
            let indentation = line.prefix { $0 == " " || $0 == "\t" }.count
            try take(try SharedFileLine(line, continuing: open?.indentation), number: number, indentation: indentation)
        } catch {
            let isHeader = line.trimmed.hasPrefix("[")
            if header == .ignored, !isHeader { return }
            throw .malformedFile(path: path, line: number, problem: header == nil && !isHeader ? Self.noSection : error.words)
        }
    }

    /// The sections in the order in which they stand.
    mutating func finish() -> [(SharedFileHeader, SharedFileSection)] {
        close()
        return finished
    }

    private mutating func take(_ line: SharedFileLine, number: Int, indentation: Int) throws(SharedFileLine.Problem) {
        switch line {
        case .nothing: break
        case .section(let text):
            close()
            header = SharedFileHeader(text, in: kind)
        case .property(let name, let value):
            guard header != nil else { throw SharedFileLine.Problem(words: Self.noSection) }
            let key = name.lowercased()
            open = (key, indentation)
            if SharedFileHeader.isValid(key) { section[key] = Sourced(value, .file(path: path, line: number)) }
        case .continuation(let text): try extend(text)
        }
    }

    private mutating func extend(_ text: String) throws(SharedFileLine.Problem) {
        guard let open, let before = section[open.name] else { return }
        if before.value.isEmpty || before.value.hasPrefix("\n") { try checkNested(text) }
        section[open.name] = Sourced(before.value + "\n" + text, before.origin)
    }

    private func checkNested(_ text: String) throws(SharedFileLine.Problem) {
        guard let equals = text.firstIndex(of: "=") else {
            throw SharedFileLine.Problem(words: "Expected an '=' sign defining a sub-property")
        }
        guard equals != text.startIndex else { throw SharedFileLine.Problem(words: "Sub-property did not have a name") }
    }

    private mutating func close() {
        if let header { finished.append((header, section)) }
        section = SharedFileSection()
        open = nil
    }
}
