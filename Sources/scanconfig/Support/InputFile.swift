import AWSClient
import InspectorCore

/// The bytes of `--from`.
struct InputFile: Sendable {
    let name: String
    let bytes: [UInt8]

    init(path: String) async throws(CommandFailure) {
        name = path == "-" ? "standard input" : path
        switch await OwnThread.run({ Self.contents(of: path) }) {
        case .success(let bytes): self.bytes = bytes
        case .failure(let failure):
            throw CommandFailure(.usage, "\(name) cannot be read: \(failure.reason). Nothing was sent.")
        }
    }

    private static func contents(of path: String) -> Result<[UInt8], FileReader.Failure> {
        do throws(FileReader.Failure) {
            return .success(try path == "-" ? FileReader().standardInput() : FileReader().file(path))
        } catch {
            return .failure(error)
        }
    }
}
