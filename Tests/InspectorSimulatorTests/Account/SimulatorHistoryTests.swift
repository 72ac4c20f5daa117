import InspectorCore
import Testing

@testable import InspectorSimulator

struct SimulatorHistoryTests {
    @Test func tellsOurHandFromOthers() async throws {
        try await withSimulator { simulator, client in
            let items = await simulator.associations(of: 0)
            _ = try await client.disassociate(Array(items.prefix(2)))
            await simulator.otherOperator(disassociates: [items[2]], associates: [items[0]])
            let history = await simulator.history()
            #expect(history.changes.map(\.association) == [items[0], items[1], items[2], items[0]])
            #expect(history.changes.map(\.isAssociated) == [false, false, false, true])
            #expect(history.changes.map(\.actor) == [.call(1), .call(1), .otherOperator, .otherOperator])
            #expect(history.changes.map(\.sequence) == [1, 2, 3, 4])
            #expect(history.changes(of: items[0]).map(\.sequence) == [1, 4])
            #expect(history.isTouchedByOthers(items[0], after: 3) && !history.isTouchedByOthers(items[0], after: 4))
            #expect(!history.isTouchedByOthers(items[1]) && history.lastSequence == 4)
        }
    }

    @Test func leadsFromTheBeginningToTheTruth() async throws {
        let words = [
            "late-item=0.3", "late-reset=0.2", "drop-after=0.2", "operator-after-batch=0.5", "operator-between-pages=0.5", "late-after=2",
        ]
        try await withSimulator(faults: words) { simulator, client in
            var held = (await simulator.state()).associations
            let items = held.sorted { "\($0)" < "\($1)" }
            for start in stride(from: 0, to: items.count, by: 10) {
                _ = try? await client.disassociate(Array(items[start..<start + 10]))
                _ = try? await client.associate(Array(items[start..<start + 3]))
                _ = try? await client.allProjectIds(items[start].scanConfigurationArn, maxResults: 12)
            }
            await simulator.carryOutLateEffects()
            let changes = await simulator.history().changes
            for change in changes {
                if change.isAssociated {
                    #expect(held.insert(change.association).inserted)
                } else {
                    #expect(held.remove(change.association) != nil)
                }
            }
            #expect(held == (await simulator.state()).associations)
            #expect(Set(changes.map(\.actor.kind)) == ["call", "late", "other"])
        }
    }
}

extension ChangeActor {
    fileprivate var kind: String {
        switch self {
        case .call: "call"
        case .lateEffect: "late"
        case .otherOperator: "other"
        case .defaultConfiguration: "default"
        }
    }
}
