import Foundation
import Glibc
import Testing

@testable import Runtime

@Suite struct LocalFileTests {
    @Test(.timeLimit(.minutes(1))) func whatIsNoFileIsRefusedAndNeverWaitedFor() throws {
        let folder = try TemporaryFolder()
        let pipe = folder.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        for path in [pipe, "/dev/zero", "/dev/urandom"] {
            #expect(throws: LocalFile.Problem.isNoFile) { try LocalFile.bytes(at: path) }
        }
        #expect(throws: LocalFile.Problem.isDirectory) { try LocalFile.bytes(at: folder.path) }
        #expect(throws: LocalFile.Problem.missing) { try LocalFile.bytes(at: folder.path + "/nothing") }
        try LocalFile.writePrivately(Array("x".utf8), to: folder.path + "/file")
        #expect(throws: LocalFile.Problem.missing) { try LocalFile.bytes(at: folder.path + "/file/below") }
        #expect(try LocalFile.bytes(at: "/dev/null") == [])
    }

    @Test func fileThatIsTooLargeIsRefusedHolesIncluded() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/large"
        try LocalFile.writePrivately([], to: path)
        try #require(truncate(path, LocalFile.largest) == 0)
        #expect(try LocalFile.bytes(at: path).count == LocalFile.largest)
        try #require(truncate(path, LocalFile.largest + 1) == 0)
        #expect(throws: LocalFile.Problem.tooLarge(limit: LocalFile.largest)) { try LocalFile.bytes(at: path) }
    }

    @Test func textHasToBeUTF8() throws {
        let folder = try TemporaryFolder()
        try LocalFile.writePrivately([0x61, 0xFF], to: folder.path + "/file")
        #expect(throws: LocalFile.Problem.notUTF8) { try LocalFile.text(at: folder.path + "/file") }
    }

    @Test func aFileIsCreatedOnceAndReplacedWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/file"
        #expect(throws: LocalFile.Problem.missing) { try LocalFile.create(folder.path + "/nowhere/file", []) }
        try LocalFile.create(path, Array("first, and longer".utf8))
        #expect(throws: LocalFile.Problem.exists) { try LocalFile.create(path, Array("second".utf8)) }
        #expect(try LocalFile.text(at: path) == "first, and longer")
        try LocalFile.replace(path, with: Array("second".utf8))
        #expect(try LocalFile.text(at: path) == "second")
        #expect(throws: LocalFile.Problem.isDirectory) { try LocalFile.replace(folder.path, with: []) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
    }

    @Test func writtenFileReplacesTheOldOneAndIsTheOwnersAlone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/made/on/the/way/file"
        try LocalFile.writePrivately(Array("first, and longer".utf8), to: path)
        try #require(chmod(path, 0o644) == 0)
        try LocalFile.writePrivately(Array("second".utf8), to: path)
        #expect(try LocalFile.text(at: path) == "second")
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder.path + "/made", &status) == 0 && status.st_mode & 0o777 == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/made/on/the/way") == ["file"])
    }
}

/// A folder that is removed with its content.
private final class TemporaryFolder {
    let path = NSTemporaryDirectory() + "runtime-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
