/// How filters are written: what help, manual, `--help` and README say of them.
package enum FilterReference {
    /// A way to write a term, and what it asks for.
    package struct Row: Hashable, Sendable {
        /// Terms as one types them.
        package let examples: [String]
        /// What rows they show.
        package let meaning: String

        /// The terms as they are listed: "in:1 in>1".
        package var term: String { examples.joined(separator: "  ") }

        /// A way to write a term.
        package init(examples: [String], meaning: String) { (self.examples, self.meaning) = (examples, meaning) }
    }

    /// What holds for all terms, in one sentence or two.
    package static let rule = """
        A row is shown when every term matches it. Spaces separate terms; case does not matter. Where a listing is \
        incomplete, a term that depends on it matches nothing, and neither does its opposite.
        """

    /// Every way to write a term that says something in `place`.
    package static func rows(in place: FilterPlace = .associations) -> [Row] { rows(in: [place]) }

    private static func rows(in places: [FilterPlace]) -> [Row] {
        let fields = FilterField.allCases.filter { field in places.contains(where: field.isKnown) }.map {
            Row(examples: $0.examples, meaning: $0.meaning)
        }
        let flags = FilterFlag.allCases.filter { flag in places.contains(where: flag.isKnown) }.map {
            Row(examples: [$0.rawValue], meaning: $0.meaning)
        }
        return general + fields + flags
    }

    private static let general = [
        Row(examples: ["ledger"], meaning: "a word in the name, the ID, or any other column that the list shows"),
        Row(examples: ["\"two words\""], meaning: "the same with a space; quotes make any text a word, and \\\" is a quote inside them"),
        Row(examples: ["!ledger", "!config:nightly"], meaning: "the opposite: any term can have ! in front"),
    ]

    /// The rows of every place as a table of README.
    package static var markdown: String {
        let lines = rows(in: FilterPlace.allCases).map { row in
            "| " + row.examples.map { "`\($0)`" }.joined(separator: " ") + " | \(row.meaning.replacing("\\", with: "\\\\")) |"
        }
        return (["| term | shows |", "|---|---|"] + lines).joined(separator: "\n")
    }
}
