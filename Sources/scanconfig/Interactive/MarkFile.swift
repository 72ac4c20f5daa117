import AWSClient
import Glibc
import InspectorCore
import JSON
import OperatorUI
import Runtime

/// What sessions had marked when they ended, a file for each account and region that nobody else can read.
///
/// It has the form of a plan, so that `disassociate --from` takes it too.
struct MarkFile {
    private let folder: String

    /// The files in the state folder; nothing where there is none.
    init?(environment: AWSClient.Environment) {
        guard let folder = try? JournalFolder.marks(environment: environment) else { return nil }
        self.folder = folder
    }

    /// After so many seconds, 30 days, marks are not offered any more.
    private static let lifetime = 30 * 86_400

    /// What was marked there; none when nothing is kept, or it is old, or of another account or region whatever its name.
    func read(account: String, region: String) -> KeptMarks {
        let context = PlanInputContext(account: account, region: region)
        guard let path = path(account, region), isYoung(path), let bytes = try? LocalFile.bytes(at: path),
            let input = try? PlanInput.read(bytes, name: path, context: context), input.account == account, input.region == region
        else { return KeptMarks(account: account, region: region, associations: []) }
        return KeptMarks(account: account, region: region, associations: input.associations)
    }

    /// Replaces what is kept of the account and region; without marks, removes it.
    func write(_ kept: KeptMarks) {
        guard let path = path(kept.account, kept.region) else { return }
        if kept.associations.isEmpty {
            unlink(path)
            return
        }
        let plan = Plan(
            action: .disassociate, account: kept.account, region: kept.region, caller: nil,
            targets: kept.associations.map { PlanTarget(association: $0) }, warnings: [])
        do throws(LocalFile.Problem) {
            try LocalFile.writePrivately(PlanDocument(plan).jsonDocument, to: path)
        } catch {
            StandardError.write("scanconfig: Marks could not be saved: \(path): \(error.phrase).\n")
        }
    }

    /// The file's path; nothing for names that are not an account's and a region's.
    private func path(_ account: String, _ region: String) -> String? {
        let isPlain = (account + region).utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return isPlain && !account.isEmpty && !region.isEmpty ? "\(folder)/\(account)_\(region).json" : nil
    }

    private func isYoung(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && time(nil) - status.st_mtim.tv_sec < Self.lifetime
    }
}
