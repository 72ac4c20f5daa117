import FoundationEssentials
import Glibc

/// The size of the static binary without its symbols.
struct SizeFigure {
    private let bench: Bench
    private let home: Folder

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
    }

    func readings() throws -> [Reading] {
        guard let binary = bench.staticBinary else {
            throw BenchError("There is no static binary at \(Bench.staticBinaryPath); give one with --static-binary.")
        }
        return [
            Reading(
                figure: "size", detail: "static binary, stripped", ours: Quantity(Double(try strippedSize(of: binary)), .bytes),
                reference: Reference(name: "limit", quantity: Quantity(45e6, .bytes)), goal: .notMore)
        ]
    }

    private func strippedSize(of binary: String) throws -> Int {
        guard let strip = Peer.path(of: "strip") else { throw BenchError("strip is not installed.") }
        let copy = home.path + "/scanconfig"
        _ = try Child.run(Command(strip, ["-o", copy, binary], home: home))
        var status = stat()
        guard stat(copy, &status) == 0 else { throw BenchError("\(binary) cannot be stripped.") }
        return Int(status.st_size)
    }
}
