import AWSClient
import Glibc
import InspectorCore
import OperatorUI
import Runtime

extension EffectRunner {
    /// Writes an export, durably. An existing file is replaced only when the operator has agreed to that.
    func write(_ export: Export) {
        let path = connector.environment.expanded(export.path)
        if !export.mayReplace, access(path, F_OK) == 0 { return mailbox.post(.exportExists(export)) }
        let ticket = export.ticketRun.flatMap { try? connector.starter.store().ticket($0) }
        let bytes = ticket.map(export.bytes) ?? export.bytes
        do throws(LocalFile.Problem) {
            if export.mayReplace { try LocalFile.replace(path, with: bytes) } else { try LocalFile.create(path, bytes) }
            mailbox.post(.exported(export))
        } catch {
            let reason = error == .missing ? "there is no such folder" : error.phrase
            mailbox.post(
                .exportFailed(Problem(context: "Writing \(export.path)", sentence: "\(export.path) could not be written: \(reason).")))
        }
    }
}
