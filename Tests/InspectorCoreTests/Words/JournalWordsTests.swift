import Foundation
import Testing

@testable import InspectorCore

/// Sentences that suggest a command give it what it needs to find the same journals.
@Suite struct JournalWordsTests {
    private let folder: TemporaryFolder
    private let option = " --state-dir '/mnt/state'"

    init() throws { folder = try TemporaryFolder() }

    private var store: JournalStore { JournalStore(folder: folder.path, option: option) }

    @Test func aDamagedJournalSuggestsAVerificationInItsOwnFolder() async throws {
        let journal = try await store.create(MadePlan.plan(2), seed: 1)
        for call in 1...2 {
            try await journal.record(.intent(call: call, attempt: 1, invocationId: "i", targets: [call - 1]))
        }
        await journal.close()
        let url = URL(filePath: try #require(journal.path))
        var lines = JournalBytes.lines([UInt8](try Data(contentsOf: url)))
        lines[1][8] ^= 1
        try Data(JournalBytes.file(lines)).write(to: url)
        let record = try store.open(journal.runId)
        #expect(record.distrust?.contains("scanconfig verify \(journal.runId)\(option) lists again") == true)
        #expect(record.report.remarks.contains { $0.contains(option) })
        #expect(try store.list().map(\.isResumable) == [false])
    }

    @Test func aNameThatFitsNoRunSuggestsTheListOfThisFolder() throws {
        let error = #expect(throws: JournalError.self) { try store.runId(named: "2") }
        #expect(error?.words == "There is no run 2; `scanconfig runs\(option)` lists them.")
        let plain = #expect(throws: JournalError.self) { try JournalStore(folder: folder.path).runId(named: "2") }
        #expect(plain?.words == "There is no run 2; `scanconfig runs` lists them.")
    }

    @Test func damagedLinesAreNamedInStretches() {
        #expect(JournalDamage.name([7]) == "line 7")
        #expect(JournalDamage.name([3, 4]) == "lines 3, 4")
        #expect(JournalDamage.name([3, 7, 8, 9]) == "lines 3, 7 to 9")
        #expect(JournalDamage.name(Array(1...3) + [5, 7, 9, 11, 13]) == "lines 1 to 3, 5, 7, 9 and 2 more")
    }
}
