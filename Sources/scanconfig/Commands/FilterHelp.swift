import InspectorCore
import Terminal
import TextSafety

extension FilterReference {
    /// The title of the block that `--help` has.
    static let helpTitle = "Filters:"

    /// How filters are written, for the discussion of a command: indented lines below a title.
    static var help: String {
        let lines = rule.wrapped(to: 76) + rows(in: .commandLine).flatMap(lines)
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
