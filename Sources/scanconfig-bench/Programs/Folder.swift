import AWSClient
import FoundationEssentials

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

    /// Makes so many empty files in it, for file managers to show.
    func fill(_ count: Int) {
        for number in 0..<count {
            _ = FileManager.default.createFile(atPath: "\(path)/repository-\(100_000 + number)", contents: nil)
        }
    }
}
