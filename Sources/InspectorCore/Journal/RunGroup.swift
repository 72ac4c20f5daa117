package import FoundationEssentials
internal import Runtime

/// Runs that began together, one in each session of a fleet.
package struct RunGroup: Hashable, Sendable {
    /// The group's id, which `show`, `resume` and `undo` take as they take a run's.
    package let id: String
    /// The ids of its runs, the earliest first.
    package let runIds: [String]

    /// What a group's id begins with, and a run's does not.
    static let prefix = "G"

    /// Whether a name can only be a group's.
    static func isId(_ name: String) -> Bool { name.hasPrefix(prefix) }

    /// The id of a new group: the moment, sortable, four random digits, and how many runs it has.
    package static func newId(seed: UInt64, runs: Int, at date: Date = Date()) -> String {
        var random = RunRandom(seed: seed)
        return "\(prefix)\(JournalTime.runId(date, random: &random))-\(runs)"
    }

    /// How many of its runs have no journal here that can be read; the id says how many there were.
    package var missing: Int {
        let parts = id.split(separator: "-")
        guard parts.count == 3, let count = Int(parts[2]) else { return 0 }
        return max(0, count - runIds.count)
    }
}

extension JournalStore {
    /// The group that `name` means: an id, or the beginning of exactly one; nil when it can only be a run's. Reads every journal then.
    package func group(named name: String) throws(JournalError) -> RunGroup? {
        guard RunGroup.isId(name) else { return nil }
        let runs = try list().reversed().filter { $0.group?.hasPrefix(name) ?? false }
        let groups = Set(runs.compactMap(\.group)).sorted()
        guard let only = groups.contains(name) ? name : groups.first else { throw .noSuchRun(name, option: option, near: nil) }
        if groups.count > 1, only != name { throw .ambiguous(name, runs: groups) }
        return RunGroup(id: only, runIds: runs.filter { $0.group == only }.map(\.runId))
    }
}
