import BitCollections
import InspectorCore

/// The texts of a plan by which its targets are found: each project's name and id, in one block of bytes, and the configurations' names.
///
/// A text is looked for once in each project, so that a letter takes a few milliseconds in a plan of a million targets.
struct PlanTexts: Sendable {
    private let coverage: PlanCoverage
    private let groups: [Range<Int>]
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let configurations: [String]

    /// The texts of a draft, whatever is left out.
    init(_ draft: PlanDraft) {
        coverage = draft.coverage
        groups = draft.groups.map(\.places)
        configurations = draft.groups.map { $0.name ?? "" }
        ends.reserveCapacity(coverage.numberCount)
        for project in 0..<coverage.numberCount {
            if let (id, name) = coverage.planned(project) {
                bytes.append(lowercased: name ?? "")
                bytes.append(UInt8(ascii: "\n"))
                bytes.append(lowercased: id.words)
            }
            ends.append(bytes.count)
        }
    }

    /// Where a text is found.
    struct Matches {
        fileprivate let coverage: PlanCoverage
        fileprivate let found: [Bool]
        fileprivate let named: [Bool]
        fileprivate let groups: [Bool]

        /// Whether there is any.
        var isEmpty: Bool { !groups.contains(true) }

        /// Whether some target of a configuration, a place in the draft's groups, has the text.
        func isIn(group: Int) -> Bool { groups[group] }

        /// Whether a target of a configuration, a place in the draft's groups, has the text.
        func contains(_ place: Int, ofGroup group: Int) -> Bool { named[group] || found[coverage.projectNumber(of: place)] }
    }

    /// Looks the text up.
    func matches(_ text: SearchText) -> Matches {
        let found = bytes.withUnsafeBufferPointer { bytes in
            text.bytes.withUnsafeBufferPointer { word in
                ends.indices.map { bytes.contains(word, in: ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) }
            }
        }
        let named = configurations.map { text.occurs(in: $0) }
        let isAnyFound = found.contains(true)
        let groups = self.groups.indices.map { group in
            if named[group] || !isAnyFound { return named[group] }
            var isIn = false
            coverage.forEachProjectNumber(of: self.groups[group]) { if found[$0] { isIn = true } }
            return isIn
        }
        return Matches(coverage: coverage, found: found, named: named, groups: groups)
    }
}
