import Foundation
import TestSupport
import Testing

@testable import InspectorCore

/// A journal that ends too soon: a call that may have been sent is in doubt, wherever its line was cut.
@Suite struct JournalCutTests {
    let folder: TemporaryFolder
    let store: JournalStore
    let plan = MadePlan.plan(6, configurations: 2)
    private let first = JournalEntry.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1])
    private let done = JournalEntry.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0, 1])])
    private let second = JournalEntry.intent(call: 2, attempt: 1, invocationId: "j", targets: [2, 3])

    init() throws {
        folder = try TemporaryFolder()
        store = JournalStore(folder: folder.path)
    }

    /// A journal of these entries that is cut in the middle of its last line.
    private func cut(_ entries: [JournalEntry], byBytes count: Int = 12) async throws -> String {
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(entries)
        await journal.close()
        let url = URL(filePath: try #require(journal.path))
        try Data(try Data(contentsOf: url).dropLast(count)).write(to: url)
        return journal.runId
    }

    @Test func aCutIntentIsInDoubtAtWhateverByte() async throws {
        let path = store.path(of: try await cut([first, done, second], byBytes: 0))
        let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let last = try #require(JournalBytes.lines(whole).last?.count)
        for count in 1...last {
            let run = try JournalReplay(whole.dropLast(count), path: "j").run
            #expect(run.history.inDoubt.isSuperset(of: [2, 3]), "\(count) bytes")
            #expect(run.history.outcomes[0] == .succeeded && run.history.outcomes[2] == nil)
        }
    }

    @Test func whatIsInDoubtByACutStaysSoUntilItIsFoundOut() async throws {
        let runId = try await cut([first, done, second])
        let (journal, record) = try await store.resume(runId)
        #expect(record.history.inDoubt == [2, 3, 4, 5])
        await journal.close()
        #expect(try store.open(runId).history.inDoubt == [2, 3, 4, 5])
        let (again, _) = try await store.resume(runId)
        try await again.record([
            .settled([OutcomeGroup(outcome: .succeeded, targets: [2, 3]), OutcomeGroup(outcome: .notSent(.stopped), targets: [4, 5])]),
            .finished,
        ])
        await again.close()
        let end = try store.open(runId)
        #expect(end.integrity == .checked && end.distrust == nil)
        #expect(end.history.outcomes[2] == .succeeded && end.history.outcomes[4] == .notSent(.stopped))
        #expect(end.history.inDoubt.isDisjoint(with: [2, 3, 4, 5]))
    }

    @Test func whatWasNotSentBeforeTheCutMayHaveBeenSentSince() async throws {
        let stopped = JournalEntry.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [2, 3, 4, 5])])
        let record = try store.open(try await cut([first, done, stopped, .finished, .resumed, second]))
        #expect(record.history.inDoubt.isSuperset(of: [2, 3, 4, 5]))
        #expect(record.rest.targets == Array(plan.targets[2...]))
    }

    @Test func theRecordSaysThatItWasCut() async throws {
        let record = try store.open(try await cut([first, done, second]))
        #expect(record.report.remarks.contains { $0.contains("ends in the middle of a line") })
        #expect(try store.list()[0].integrity == "checked")
    }

    @Test func aLastLineWithAnotherEndIsDamaged() async throws {
        let runId = try await cut([first, done, .finished], byBytes: 1)
        try folder.append("x", to: store.path(of: runId))
        let record = try store.open(runId)
        #expect(record.integrity.damagedLines == [4])
        #expect(!record.isFinished)
    }
}
