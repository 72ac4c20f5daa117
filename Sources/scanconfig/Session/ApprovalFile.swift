import InspectorCore
import JSON
import Runtime
import TextSafety

/// The file of an approval.
enum ApprovalFile {
    /// Reads the approvals that `--approved` names.
    static func read(_ path: String) throws(CommandFailure) -> Approvals {
        let bytes: [UInt8]
        do throws(LocalFile.Problem) {
            bytes = try LocalFile.bytes(at: path)
        } catch {
            let reason = error == .missing ? "there is no such file" : error.phrase
            throw CommandFailure(.usage, "\(path.terminalSafe) cannot be read: \(reason). Nothing was sent.")
        }
        do throws(JSONError) {
            return try JSONReader.read(bytes) { json throws(JSONError) in try Approvals(&json) }
        } catch {
            throw CommandFailure(
                .usage,
                "\(path.terminalSafe), line \(error.line): \(error.words.terminalSafe). It is no approval of this version. Nothing was sent."
            )
        }
    }

    /// Writes approvals, durably, to a file that is not there yet.
    static func write(_ approvals: Approvals, to path: String) throws(CommandFailure) {
        do throws(LocalFile.Problem) {
            try LocalFile.create(path, Array(JSONText.encode(approvals).utf8))
        } catch {
            let reason = error == .missing ? "there is no such folder" : error.phrase
            throw CommandFailure(.other, "\(path.terminalSafe) could not be written: \(reason). Nothing was approved.")
        }
    }
}

/// The plan that is to be approved, as `--dry-run --output json` wrote it.
enum PlanFile {
    /// What the file says that it is.
    static func stamps(_ path: String) async throws(CommandFailure) -> PlanStamps {
        let read = await OwnThread.run { () -> Result<[UInt8], FileReader.Failure> in
            var bytes: [UInt8] = []
            do throws(FileReader.Failure) {
                try FileReader().file(path) { chunk in
                    bytes += chunk
                    return true
                }
                return .success(bytes)
            } catch {
                return .failure(error)
            }
        }
        let name = path.terminalSafe
        switch read {
        case .failure(let failure): throw CommandFailure(.usage, "\(name) cannot be read: \(failure.reason). Nothing was approved.")
        case .success(let bytes):
            do throws(JSONError) {
                return try JSONReader.read(bytes) { json throws(JSONError) in try PlanStamps(&json) }
            } catch {
                throw CommandFailure(
                    .usage,
                    "\(name), line \(error.line): \(error.words.terminalSafe). A plan is what --dry-run --output json writes. Nothing was approved."
                )
            }
        }
    }
}
