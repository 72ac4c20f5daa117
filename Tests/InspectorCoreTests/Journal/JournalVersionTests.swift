import Foundation
import TestSupport
import Testing
import TextSafety

@testable import InspectorCore

/// Journals of other versions: older ones are read for ever, newer ones are refused by name, and what is new in this one is ignored
/// where it does not matter.
@Suite struct JournalVersionTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(6, configurations: 2)
    private let intent = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1])
    private let done = JournalEntry.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])])

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    private func written(_ entries: [JournalEntry]) async throws -> (runId: String, path: String, lines: [[UInt8]]) {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(entries)
        await journal.close()
        let path = try #require(journal.path)
        return (journal.runId, path, JournalBytes.lines([UInt8](try Data(contentsOf: URL(filePath: path)))))
    }

    private func write(_ lines: [[UInt8]], to path: String) throws {
        try Data(JournalBytes.file(lines)).write(to: URL(filePath: path))
    }

    @Test func thisVersionIsTwoAndChecked() async throws {
        let (runId, _, lines) = try await written([intent, done])
        #expect(String(decoding: lines[0], as: UTF8.self).contains(#""version":2,"checksum":""#))
        #expect(try store.open(runId).integrity == .checked)
        #expect(try store.list()[0].integrity == "checked")
    }

    @Test func versionOneIsReadAndCalledUnchecked() async throws {
        let (runId, path, lines) = try await written([intent, done])
        let before = try store.open(runId)
        try write(JournalBytes.version1(lines), to: path)
        let record = try store.open(runId)
        #expect(record.integrity == .unchecked)
        #expect(record.distrust == nil)
        #expect((record.plan, record.history) == (before.plan, before.history))
        #expect(record.report.remarks.contains { $0.contains("unchecked") })
        #expect(try store.list()[0].integrityWords == "unchecked")
    }

    @Test func aRunOfVersionOneGoesOnAndIsCheckedFromThere() async throws {
        let (runId, path, lines) = try await written([intent])
        try write(JournalBytes.version1(lines), to: path)
        let (journal, record) = try await store.resume(runId)
        #expect(record.history.inDoubt == [0, 1])
        try await journal.record([.settled([OutcomeGroup(outcome: .succeeded, targets: [0, 1])]), .finished])
        await journal.close()
        #expect(try store.open(runId).integrity == .unchecked)
        #expect(try store.open(runId).history.outcomes[0] == .succeeded)
        var changed = JournalBytes.lines([UInt8](try Data(contentsOf: URL(filePath: path))))
        changed[1] = Array(String(decoding: changed[1], as: UTF8.self).replacing(#""targets":[0,1]"#, with: #""targets":[2,3]"#).utf8)
        try write(changed, to: path)
        #expect(try store.open(runId).integrity.damagedLines == [3])
    }

    @Test func aNewerVersionIsRefusedByName() async throws {
        let (runId, path, lines) = try await written([intent])
        var newer = lines
        newer[0] = Array(String(decoding: lines[0], as: UTF8.self).replacing(#""version":2"#, with: #""version":3"#).utf8)
        try write(newer, to: path)
        let refusal = JournalError.newer(path: path, version: 3)
        #expect(throws: refusal) { try store.open(runId) }
        await #expect(throws: refusal) { try await store.resume(runId) }
        #expect(refusal.sentence.contains("version 3"))
        newer[0] = Array(#"{"event":"fleet","plan":[1],"version":17}"#.utf8)
        try write(newer, to: path)
        #expect(throws: JournalError.newer(path: path, version: 17)) { try store.open(runId) }
    }

    @Test func membersThatAreNewAreIgnored() async throws {
        let (_, _, lines) = try await written([intent])
        let head = String(decoding: lines[0], as: UTF8.self).replacing(/,"checksum":.*$/, with: "").dropFirst()
        let plan = head.replacing(#""plan":{"#, with: #""plan":{"approver":{"arn":"a","at":[1,2.5,null,true]},"phase":"x","#)
        var new = [JournalBytes.sealed(#""fleet":{"group":1},"# + plan, behind: [])]
        new.append(
            JournalBytes.sealed(
                #""at":"t","attempt":1,"call":1,"callers":["a"],"event":"intent","invocationId":"i","phase":{"n":null},"targets":[0]"#,
                behind: new))
        let replay = try JournalReplay(JournalBytes.file(new), path: "j")
        #expect(replay.damages.isEmpty && replay.foreign.isEmpty)
        #expect(replay.plan == self.plan)
        #expect(replay.run.history.inDoubt == [0])
    }

    @Test(arguments: [
        #""event":"moved","targets":[2]"#, #""attempt":1,"call":1,"event":"answered","outcomes":[{"outcome":"new","targets":[0,1]}]"#,
    ])
    func aLineThatIsNewIsNamedAndNothingIsBuiltOnIt(_ members: String) async throws {
        let (runId, path, lines) = try await written([intent])
        try write(lines + [JournalBytes.sealed(#""at":"t","# + members, behind: lines)], to: path)
        let record = try store.open(runId)
        #expect(record.integrity == .checked)
        #expect(record.distrust?.contains("line 3") == true)
        #expect(record.distrust?.contains(members.contains("moved") ? "moved" : "answered") == true)
        #expect(record.history.inDoubt == Set(0..<6))
        for purpose in [store.resume, store.hold] {
            await #expect(throws: JournalError.self) { try await purpose(runId) }
        }
        await #expect(throws: JournalError.self) { try await store.check(runId, caller: nil) }
        #expect(try store.list()[0].isResumable == false)
    }

    @Test func aMemberThatIsThereTwiceIsNoLine() async throws {
        let (_, _, lines) = try await written([])
        let twice = #""at":"t","attempt":1,"call":1,"event":"intent","invocationId":"i","targets":[0],"targets":[1]"#
        let replay = try JournalReplay(JournalBytes.file(lines + [JournalBytes.sealed(twice, behind: lines)]), path: "j")
        #expect(replay.foreign.map(\.line) == [2])
    }
}
