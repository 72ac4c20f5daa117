package import FoundationEssentials
internal import Runtime

/// Runs that began together, one in each session of a fleet.
package struct RunGroup: Hashable, Sendable {
    /// The group's id, which `show`, `resume` and `undo` take as they take a run's.
    package let id: String
    /// The ids of its runs, by profile, account and region: they began side by side, so their ids are in no order of their own.
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
        let runs = try list().filter { $0.group?.hasPrefix(name) ?? false }
        let groups = Set(runs.compactMap(\.group)).sorted()
        guard let only = groups.contains(name) ? name : groups.first else { throw .noSuchRun(name, option: option, near: nil) }
        if groups.count > 1, only != name { throw .ambiguous(name, runs: groups) }
        return RunGroup(id: only, runIds: runs.filter { $0.group == only }.sorted { $0.place < $1.place }.map(\.runId))
    }
}

extension RunSummary {
    /// Where the run stands among those of its group.
    fileprivate var place: (String, String, String, String) { (profile ?? "", account ?? "", region ?? "", runId) }
}

extension JournalStore {
    /// The ids of the groups of the newest runs, the latest first, for a shell that completes one: journals are read until that takes too
    /// long, and only the plan's line is looked at.
    package func groupIds() throws(JournalError) -> [String] {
        var (ids, left): ([String], Int) = ([], Self.mostBytesForGroups)
        for runId in try runIds().reversed() {
            guard left > 0 else { break }
            guard let bytes = try? disk.read(path(of: runId)) else { continue }
            left -= bytes.count
            if let id = Self.group(in: bytes), !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    private static let mostBytesForGroups = 64 << 20

    /// The group that the plan in a journal's first line names. Inside a text, quotes would have a backslash before them.
    private static func group(in bytes: [UInt8]) -> String? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard let start = line.lastRange(of: Array(",\"group\":\"".utf8)) else { return nil }
        return String(decoding: line[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// The last place where these bytes stand.
    fileprivate func lastRange(of bytes: [UInt8]) -> Range<Int>? {
        guard count >= bytes.count else { return nil }
        let start = (startIndex...(endIndex - bytes.count)).reversed().first { place in
            self[place] == bytes[0] && self[place..<place + bytes.count].elementsEqual(bytes)
        }
        return start.map { $0..<$0 + bytes.count }
    }
}
