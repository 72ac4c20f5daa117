import Foundation
import Testing

/// AWS's own cases, found by the environment variable `SCANCONFIG_TESTDATA`.
enum TestData {
    static let folder = ProcessInfo.processInfo.environment["SCANCONFIG_TESTDATA"]
    private static let isCI = ProcessInfo.processInfo.environment["CI"] != nil

    /// Whether the tests that need the cases run: with the folder, and in CI, where its absence has to be seen.
    static var isWanted: Bool { folder != nil || isCI }

    /// The bytes of a file.
    static func data(_ path: String) throws -> Data {
        let folder = try #require(folder, "SCANCONFIG_TESTDATA must name the folder with AWS's test cases")
        return try Data(contentsOf: URL(filePath: folder).appending(path: path))
    }

    /// The text of a file.
    static func text(_ path: String) throws -> String {
        String(decoding: try data(path), as: UTF8.self)
    }

    /// A JSON file as nested dictionaries and arrays.
    static func json(_ path: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data(path)) as? [String: Any])
    }
}
