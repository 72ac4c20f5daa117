import AWSClient
import FoundationEssentials
import InspectorCore

/// A folder of its own that is gone when it is let go. `TMPDIR` decides on which disk.
final class Folder: Sendable {
    let path: String

    init() throws {
        let parent = Environment.current()["TMPDIR"] ?? "/tmp"
        path = "\(parent)/scanconfig-bench-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Makes so many empty files in it, named like the repositories that ours shows, for file managers to show.
    func fill(_ count: Int) {
        let account = MadeAccount(configurations: 1, projects: count)
        for number in 0..<count {
            let name = (account.details(number).projectName ?? "").split(separator: "/").joined(separator: "-")
            _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: nil)
        }
    }
}
