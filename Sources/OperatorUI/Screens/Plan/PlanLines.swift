import BitCollections
import InspectorCore
import TextSafety

/// A plan's targets as lines of a text that the operator edits: each with its number, as vidir does it. A deleted line leaves the plan; a
/// line that is changed or new is refused.
struct PlanLines {
    private let draft: PlanDraft
    private let parts: [PlanPart]
    private let widths: (name: Int, configuration: Int)

    init(_ draft: PlanDraft, _ parts: [PlanPart] = []) {
        (self.draft, self.parts) = (draft, parts)
        widths = draft.whole.targets.reduce(into: (name: 0, configuration: 0)) { widths, target in
            widths.name = max(widths.name, min(60, target.name.utf8.count))
            widths.configuration = max(widths.configuration, min(40, target.configuration.utf8.count))
        }
    }

    /// Why nothing of an edited text is taken over.
    enum Refusal: Error, Equatable {
        /// A line, from 1, that is none of the plan's.
        case unknownLine(Int)
        /// A line that is there for the second time.
        case repeatedLine(Int)
        /// A line that is not UTF-8.
        case notText(Int)
        /// No line is left.
        case empty

        /// What the operator reads.
        var sentence: String {
            switch self {
            case .unknownLine(let line):
                "Line \(line.grouped) is not a line of this plan: lines can only be deleted. The plan is unchanged."
            case .repeatedLine(let line): "Line \(line.grouped) is there twice. The plan is unchanged."
            case .notText(let line): "Line \(line.grouped) is not UTF-8 text. The plan is unchanged."
            case .empty: "The editor left no association, so the plan is unchanged. Esc sends nothing."
            }
        }
    }

    /// The text to edit. What is left out already is a comment.
    var text: String {
        let (places, out) = (draft.whole.targets.indices, draft.leftOut)
        return head + places.lazy.filter { !out.contains($0) }.map { line(of: $0) + "\n" }.joined()
            + (out.isEmpty ? "" : "\n# Left out; without the # it is in the plan again:\n")
            + out.map { "# " + line(of: $0) + "\n" }.joined()
    }

    private var head: String {
        """
        # Plan: \(draft.whole.phrase), \(place).
        # Delete a line, or put a # in front, to leave it out of the plan; take the # away to put it back.
        # Each line starts with its number in the plan. Change nothing else in a line, and add none.
        # Saving sends nothing: the plan is shown again.

        """ + "\n"
    }

    private var place: String {
        if !parts.isEmpty { return "in \(parts.count.counted("session"))" }
        return "in account \(draft.whole.knownAccount ?? "unknown"), region \(draft.whole.region.terminalSafe)"
    }

    /// The number counts the targets of the whole plan from 1.
    private func line(of place: Int) -> String {
        let target = draft.whole.targets[place]
        let isCover = draft.whole.action == .move && draft.whole.change(of: target) == .associate
        let remark = (isCover ? "associated first" : draft.remarks(on: place).first?.words).map { "  (\($0))" } ?? ""
        return "\(place + 1)  \(target.name.filled(to: widths.name))  \(target.configuration.filled(to: widths.configuration))  "
            + target.association.resource.idText + (parts.first { $0.places.contains(place) }.map { "  \($0.name.terminalSafe)" } ?? "")
            + remark
    }

    /// The places of targets whose lines are still there.
    func kept(in bytes: [UInt8]) throws(Refusal) -> BitSet {
        var kept = BitSet()
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard let line = String(validating: bytes, as: UTF8.self)?.withoutBlanks else { throw .notText(index + 1) }
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let place = place(of: line) else { throw .unknownLine(index + 1) }
            guard kept.insert(place).inserted else { throw .repeatedLine(index + 1) }
        }
        if kept.isEmpty { throw .empty }
        return kept
    }

    private func place(of line: Substring) -> Int? {
        guard let number = Int(line.prefix { $0.isDigit }), draft.whole.targets.indices.contains(number - 1) else { return nil }
        return line == self.line(of: number - 1).withoutBlanks ? number - 1 : nil
    }
}

extension PlanTarget {
    fileprivate var name: String { (projectName ?? "-").terminalSafe }
    fileprivate var configuration: String { (configurationName ?? association.scanConfigurationArn).terminalSafe }
}

extension String {
    /// The text with spaces behind it, at least so many bytes long.
    fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - utf8.count)) }

    /// The text without blanks around it; some editors add a carriage return.
    fileprivate var withoutBlanks: Substring {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return "" }
        return self[...last].drop(while: isBlank)
    }
}
