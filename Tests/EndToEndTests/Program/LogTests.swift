import Foundation
import Glibc
import Logging
import TestSupport
import Testing

@testable import scanconfig

/// The file that `--log-file` names.
@Suite struct LogTests {
    private func log(_ message: String, to path: String) throws {
        try Log.logger(SessionOptions(logFile: path)).debug("\(message)", metadata: ["b": "2", "a": "1"])
    }

    @Test func aNewFileIsForItsOwnerOnly() throws {
        let path = try TemporaryFolder().file("log").path
        let folder = try TemporaryFolder()
        let file = folder.file("log").path
        #expect(throws: CommandFailure.self) { try log("lost", to: path + "/nowhere") }
        try log("first", to: file)
        var status = stat()
        try #require(stat(file, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func linesAreAddedAndOneLineHoldsOneEntry() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("log", "before\n")
        try log("two\nlines \u{1B}[31m", to: path)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == "before")
        #expect(lines[1].hasSuffix("debug two lines \u{FFFD}[31m a=1 b=2"))
    }
}
