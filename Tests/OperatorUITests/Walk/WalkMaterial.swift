import Foundation
import InspectorCore
import Terminal

@testable import OperatorUI

/// Journals of earlier runs to walk among.
struct WalkMaterial {
    let runs: [RunSummary]
    let records: [RunRecord]

    private static let made = Task { try await WalkMaterial() }

    /// Made once for all tests.
    static var shared: WalkMaterial {
        get async throws { try await made.value }
    }

    private init() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = JournalStore(folder: folder.path)
        var ids: [String] = []
        for number in 0..<5 {
            let journal = try await store.create(try RunTests.running().1, seed: UInt64(number))
            try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]))
            if number > 1 { try await journal.record(.settled([OutcomeGroup(outcome: .succeeded, targets: [0])])) }
            if number > 2 { try await journal.record(.settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [1, 2])])) }
            if number > 3 { try await journal.record(.finished) }
            await journal.close()
            ids.append(journal.runId)
        }
        runs = try store.list()
        records = try ids.map { try store.open($0) }
    }
}
