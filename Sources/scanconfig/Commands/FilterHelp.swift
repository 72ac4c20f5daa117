import InspectorCore
import Terminal
import TextSafety

extension FilterReference {
    /// The title of the block that `--help` has.
    static let helpTitle = "Filters:"

    /// How filters are written, for the discussion of a command: indented lines below a title.
    static var help: String { help(rows(in: .commandLine)) }

    /// The same for a command that chooses projects, where no term is about a configuration.
    static var helpOnProjects: String {
        let configuration = ["config:", "!config:"]
        return help(
            rows(in: .commandLine).compactMap { row in
                let examples = row.examples.filter { example in !configuration.contains { example.hasPrefix($0) } }
                return examples.isEmpty ? nil : Row(examples: examples, meaning: row.meaning)
            })
    }

    private static func help(_ rows: [Row]) -> String {
        let lines = rule.wrapped(to: 76) + rows.flatMap(lines)
        return ([helpTitle] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    /// The first example beside the meaning, the others below it.
    private static func lines(of row: Row) -> [String] {
        let meaning = row.meaning.wrapped(to: 52)
        return (0..<max(meaning.count, row.examples.count)).map { place in
            let example = place < row.examples.count ? row.examples[place] : ""
            return place < meaning.count ? example.padded(to: 24) + meaning[place] : example
        }
    }
}
