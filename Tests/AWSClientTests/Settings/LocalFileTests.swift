import Foundation
import Glibc
import Testing

@testable import AWSClient

@Suite("Small files")
struct LocalFileTests {
    @Test("what is no file is refused and never waited for", .timeLimit(.minutes(1)))
    func noFiles() throws {
        let home = try TestHome()
        let pipe = home.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/zero", "/dev/urandom"] {
            #expect(throws: LocalFile.Problem.isNoFile) { try LocalFile.bytes(at: path) }
        }
        #expect(throws: LocalFile.Problem.isDirectory) { try LocalFile.bytes(at: home.path) }
        #expect(throws: LocalFile.Problem.missing) { try LocalFile.bytes(at: home.path + "/nothing") }
        #expect(throws: LocalFile.Problem.missing) { try LocalFile.bytes(at: try home.write("x", to: "file") + "/below") }
        #expect(try LocalFile.bytes(at: "/dev/null") == [])
    }

    @Test("a file that is too large is refused, holes included")
    func large() throws {
        let home = try TestHome()
        let path = try home.write("", to: "large")
        try #require(truncate(path, LocalFile.largest) == 0)
        #expect(try LocalFile.bytes(at: path).count == LocalFile.largest)
        try #require(truncate(path, LocalFile.largest + 1) == 0)
        #expect(throws: LocalFile.Problem.tooLarge(limit: LocalFile.largest)) { try LocalFile.bytes(at: path) }
    }

    @Test("a shared file that is a pipe is named")
    func shared() throws {
        let home = try TestHome()
        let pipe = home.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(throws: SettingsError.unreadableFile(path: "~/pipe", problem: "it is a pipe or a device, not a file")) {
            try home.settings(["AWS_CONFIG_FILE": pipe])
        }
    }
}
