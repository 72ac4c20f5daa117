import Foundation

/// A folder of its own, gone with the last reference.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "scanconfig-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ file: String) throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    func append(_ text: String, to file: String) throws {
        try (self.text(file) + text).write(toFile: file, atomically: false, encoding: .utf8)
    }

    static func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
