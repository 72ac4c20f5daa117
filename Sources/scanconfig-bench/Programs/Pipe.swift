import Glibc

/// A pipe that a child writes into.
final class Pipe {
    private let output: Int32
    private(set) var input: Int32

    init() throws(BenchError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw BenchError("No pipe can be made.") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (output, input) = (ends[0], ends[1])
    }

    deinit {
        closeInput()
        close(output)
    }

    /// Lets the child alone hold the end that is written into.
    func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }

    /// What is written until the end, or until `isEnough`.
    func text(until isEnough: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while !isEnough(String(decoding: bytes, as: UTF8.self)) {
            let count = read(output, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
