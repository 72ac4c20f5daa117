import Foundation
import InspectorCore
import InspectorSimulator

extension Storm {
    /// What happened, for a reader: the violations, the journals, the calls and the changes.
    func story() async throws -> String {
        let journals = try home.store.runIds().map { try home.folder.text(home.store.folder + "/\($0).jsonl") }
        let calls = await ownCalls.map { call in
            "CALL \(call.number) \(call.operation) \(call.account ?? "-") \(call.status ?? 0) \(call.fault ?? "-") \(call.errorCode ?? "-")"
                + " items \(call.items.count) applied \(call.applied.count) late \(call.late.count)"
        }
        let changes = await ownHistory.changes.map { change in
            "CHANGE \(change.sequence) \(change.isAssociated ? "+" : "-")\(change.actor) \(change.association.resource.words)"
                + " \(change.association.scanConfigurationArn.suffix(8))"
        }
        return (violations + journals + calls + changes).joined(separator: "\n") + "\n"
    }
}
