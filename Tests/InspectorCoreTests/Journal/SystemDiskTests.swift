import Foundation
import Glibc
import Runtime
import TestSupport
import Testing

@testable import InspectorCore

/// The real file system: what is made is durable and private, what is no file is refused at once, and a look disturbs nobody.
@Suite struct SystemDiskTests {
    let folder: TemporaryFolder
    private let disk = SystemDisk()

    init() throws { folder = try TemporaryFolder() }

    @Test func theNameOfEachNewFolderIsDurable() throws {
        let synchronized = Locked<[String]>([])
        let disk = SystemDisk { folder in synchronized.withLock { $0.append(folder) } }
        let path = folder.path + "/a/b"
        #expect(try disk.makeFolder(path + "/c") == .alone)
        #expect(synchronized.withLock { $0 } == [folder.path, folder.path + "/a", path])
        #expect(try disk.makeFolder(path + "/c") == .alone)
        #expect(synchronized.withLock { $0.count } == 3)
        try disk.create(path + "/c/file").close()
        #expect(synchronized.withLock { $0.last } == path + "/c")
    }

    @Test func aFolderThatCannotBeMadeDurableIsNotMade() {
        let disk = SystemDisk { _ throws(DiskError) in throw .failed("Input/output error") }
        #expect(throws: DiskError.failed("Input/output error")) { try disk.makeFolder(folder.path + "/a") }
    }

    @Test func namesInAFolderCanBeMadeDurable() throws {
        try SystemDisk.synchronizeFolder(folder.path)
        #expect(throws: DiskError.missing) { try SystemDisk.synchronizeFolder(folder.path + "/none") }
    }

    @Test(arguments: ["pipe", "link", "device", "folder"]) func whatIsNoFileIsRefusedAtOnce(_ kind: String) async throws {
        let path = folder.path + "/run.jsonl"
        switch kind {
        case "pipe": #expect(mkfifo(path, 0o600) == 0)
        case "link":
            try "".write(toFile: folder.path + "/file", atomically: false, encoding: .utf8)
            #expect(symlink(folder.path + "/file", path) == 0)
        case "device": #expect(symlink("/dev/zero", path) == 0)
        default: #expect(mkdir(path, 0o700) == 0)
        }
        #expect(throws: DiskError.self) { try disk.read(path) }
        #expect(throws: DiskError.self) { try disk.open(path) }
        #expect(!disk.isLocked(path))
        let store = JournalStore(folder: folder.path)
        guard case .unreadable(let reason) = try store.list()[0].state else { return #expect(Bool(false)) }
        #expect(reason.contains(kind == "link" || kind == "device" ? "symbolic link" : "not a regular file") || kind == "folder")
        await #expect(throws: JournalError.self) { try await store.resume("run") }
    }

    @Test func devicesAreNoFiles() {
        #expect(throws: DiskError.failed("it is not a regular file")) { try disk.read("/dev/null") }
    }

    @Test func aLookDisturbsNobody() async throws {
        let path = folder.path + "/file"
        try disk.create(path).close()
        let disk = disk
        async let looks: Void = Task.detached {
            for _ in 0..<4_000 { _ = disk.isLocked(path) }
        }.value
        var refusals = 0
        for _ in 0..<4_000 {
            if let file = try? disk.open(path) { file.close() } else { refusals += 1 }
        }
        await looks
        #expect(refusals == 0)
    }

    @Test func aLookSeesWhoeverHasTheLock() throws {
        let path = folder.path + "/file"
        let file = try disk.create(path)
        #expect(disk.isLocked(path))
        #expect(throws: DiskError.locked) { try disk.open(path) }
        file.close()
        #expect(!disk.isLocked(path))
    }

    /// Earlier versions of this program have this lock alone.
    @Test func theLockOfAnEarlierVersionKeepsOthersOutToo() throws {
        let path = folder.path + "/file"
        try disk.create(path).close()
        let descriptor = Glibc.open(path, O_RDWR)
        defer { Glibc.close(descriptor) }
        #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        #expect(throws: DiskError.locked) { try disk.open(path) }
    }

    @Test func aFileIsPrivateWhenNobodyElseCanReadIt() throws {
        let path = folder.path + "/file"
        let file = try disk.create(path)
        #expect(file.isPrivate)
        #expect(chmod(path, 0o640) == 0)
        #expect(!file.isPrivate)
        file.close()
    }
}
