import AWSClient
import FoundationEssentials
import Glibc
import InspectorCore
import OperatorUI
import Runtime

extension EffectRunner {
    /// Writes an export. An existing file is replaced only when the operator has agreed to that.
    func write(_ export: Export) {
        let path = connector.environment.expanded(export.path)
        if !export.mayReplace, access(path, F_OK) == 0 { return mailbox.post(.exportExists(export)) }
        do {
            try Data(export.bytes).write(to: URL(filePath: path), options: export.mayReplace ? .atomic : .withoutOverwriting)
            mailbox.post(.exported(export))
        } catch {
            let reason = (error as? CocoaError)?.words ?? "\(error)"
            mailbox.post(
                .exportFailed(Problem(context: "Writing \(export.path)", sentence: "\(export.path) could not be written: \(reason).")))
        }
    }
}

extension CocoaError {
    /// Why the file could not be written, worded for the middle of a sentence.
    fileprivate var words: String {
        switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such folder"
        case .fileWriteNoPermission: "permission denied"
        case .fileWriteOutOfSpace: "no space left"
        case .fileWriteVolumeReadOnly: "the file system is read-only"
        case .fileWriteFileExists: "it is there already"
        default: "the system refused (code \(code.rawValue))"
        }
    }
}
