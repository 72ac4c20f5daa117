import BitCollections
import InspectorCore

/// The texts of a plan by which its targets are found: each project's name and id, in one block of bytes, and the configurations' names.
///
/// A text is looked for once in each project, so that a letter takes a few milliseconds in a plan of a million targets.
struct PlanTexts: Sendable {
    private let projects: [UInt32]
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private let configurations: [String]

    /// The texts of a draft, whatever is left out.
    init(_ draft: PlanDraft) {
        projects = draft.coverage.projectNumbers
        configurations = draft.groups.map { $0.name ?? "" }
        for (place, project) in projects.enumerated() where Int(project) == ends.count {
            let target = draft.whole.targets[place]
            bytes.append(lowercased: target.projectName ?? "")
            bytes.append(UInt8(ascii: "\n"))
            bytes.append(lowercased: target.association.resource.projectId ?? "")
            ends.append(bytes.count)
        }
    }

    /// Where a text is found.
    struct Matches {
        fileprivate let projects: [UInt32]
        fileprivate let found: [Bool]
        fileprivate let groups: [Bool]

        /// Whether there is any.
        var isEmpty: Bool { !found.contains(true) && !groups.contains(true) }

        /// Whether a target of a configuration, a place in the draft's groups, has the text.
        func contains(_ place: Int, ofGroup group: Int) -> Bool { found[Int(projects[place])] || groups[group] }
    }

    /// Looks the text up.
    func matches(_ text: SearchText) -> Matches {
        let found = bytes.withUnsafeBufferPointer { bytes in
            text.bytes.withUnsafeBufferPointer { word in
                ends.indices.map { bytes.contains(word, in: ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]) }
            }
        }
        return Matches(projects: projects, found: found, groups: configurations.map { text.occurs(in: $0) })
    }
}
