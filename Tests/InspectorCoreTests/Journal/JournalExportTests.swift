import Foundation
import Runtime
import TestSupport
import Testing
import TextSafety

@testable import InspectorCore

/// A journal leaves its folder as a copy that is whole.
@Suite struct JournalExportTests {
    let folder: TemporaryFolder
    let store: JournalStore
    private var copy: String { folder.path + "/copy.jsonl" }

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path + "/runs")
    }

    private func run() async throws -> String {
        let journal = try await store.create(MadePlan.plan(3), seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        await journal.close()
        return journal.runId
    }

    @Test func theCopyIsTheSameAndCanBeUsed() async throws {
        let runId = try await run()
        let made = try store.export(runId, to: copy)
        let text = try folder.text(copy)
        #expect(try text == folder.text(store.path(of: runId)))
        #expect((made.lines, made.bytes, made.integrity) == (2, text.utf8.count, .checked))
        #expect(text.hasSuffix("\"checksum\":\"\(try #require(made.checksum))\"}\n"))
        #expect(try TemporaryFolder.permissions(copy) == 0o600)
        let elsewhere = try TemporaryFolder()
        _ = try store.export(runId, to: "\(elsewhere.path)/\(runId).jsonl")
        #expect(try JournalStore(folder: elsewhere.path).open(runId).history == store.open(runId).history)
    }

    @Test func halfALineIsCopiedAndSaid() async throws {
        let runId = try await run()
        let whole = try store.export(runId, to: folder.path + "/whole.jsonl")
        #expect(!whole.isCut)
        try folder.append("{\"at\":\"2026", to: store.path(of: runId))
        let made = try store.export(runId, to: copy)
        #expect(made.isCut && made.checksum == whole.checksum && made.digest != whole.digest)
        let elsewhere = try TemporaryFolder()
        _ = try store.export(runId, to: "\(elsewhere.path)/\(runId).jsonl")
        #expect(try JournalStore(folder: elsewhere.path).open(runId).isCut, "the copy tells that lines may be missing")
        #expect(made.digest.count == 64)
        #expect(FileDigest.sha256(Array("abc".utf8)).hasPrefix("ba7816bf8f01cfea414140de5dae2223"))
    }

    @Test func aRunThatGoesOnWhileItIsCopiedIsNotCopied() async throws {
        let runId = try await run()
        let path = store.path(of: runId)
        let going = JournalStore(folder: store.folder, disk: GrowingDisk(path))
        #expect(throws: JournalError.copy(path: copy, reason: "the run continued meanwhile")) { try going.export(runId, to: copy) }
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test func aFolderThatIsMissingIsSaidToBe() async throws {
        let runId = try await run()
        let path = folder.path + "/nowhere/copy.jsonl"
        #expect(throws: JournalError.copy(path: path, reason: "its folder does not exist")) { try store.export(runId, to: path) }
    }

    @Test func nothingIsReplaced() async throws {
        let runId = try await run()
        try "mine".write(toFile: copy, atomically: false, encoding: .utf8)
        #expect(throws: JournalError.copy(path: copy, reason: "it exists already")) { try store.export(runId, to: copy) }
        #expect(try folder.text(copy) == "mine")
    }

    @Test func whatIsDamagedOrBeingWrittenIsNotCopied() async throws {
        let runId = try await run()
        let (journal, _) = try await store.resume(runId)
        #expect(throws: JournalError.locked(path: store.path(of: runId))) { try store.export(runId, to: copy) }
        await journal.close()
        try folder.append("nonsense\n", to: store.path(of: runId))
        let error = #expect(throws: JournalError.self) { try store.export(runId, to: copy) }
        #expect(error?.sentence.contains("line 4") == true)
        #expect(!FileManager.default.fileExists(atPath: copy))
    }

    @Test func aCopyThatCannotBeFinishedIsNoCopy() async throws {
        var random = SeededRandom(seed: 1)
        let disk = ForgetfulDisk(appends: 1)
        let full = JournalStore(folder: "/x", disk: disk)
        let journal = try await full.create(MadePlan.plan(random.int(1..<4)), seed: 1)
        await journal.close()
        #expect(throws: JournalError.copy(path: "/copy", reason: "No space left on device")) { try full.export(journal.runId, to: "/copy") }
        #expect(disk.content.isEmpty)
    }
}

/// The real disk, on which a journal has grown when it is read a second time.
private final class GrowingDisk: Disk {
    private let disk = SystemDisk()
    private let path: String
    private let reads = Locked(0)

    init(_ path: String) { self.path = path }

    func read(_ path: String) throws(DiskError) -> [UInt8] {
        guard path == self.path else { return try disk.read(path) }
        let count = reads.withLock { reads in
            reads += 1
            return reads
        }
        return try disk.read(path) + (count > 1 ? [0x7B] : [])
    }

    func makeFolder(_ path: String) throws(DiskError) -> FolderPrivacy { try disk.makeFolder(path) }
    func names(in folder: String) throws(DiskError) -> [String] { try disk.names(in: folder) }
    func create(_ path: String) throws(DiskError) -> any DiskFile { try disk.create(path) }
    func open(_ path: String) throws(DiskError) -> any DiskFile { try disk.open(path) }
    func isLocked(_ path: String) -> Bool { disk.isLocked(path) }
    func remove(_ path: String) { disk.remove(path) }
}
