import Glibc

/// A server that receives the first request and never answers, to measure how long a client takes to send it.
final class FirstRequest {
    /// Where it listens.
    let endpoint: String
    private let listener: Int32

    init() throws(BenchError) {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { address in
                bind(socket, address.baseAddress, length) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, address.baseAddress, &length) == 0
            }
        }
        guard isListening else { throw BenchError("Nothing can listen on 127.0.0.1.") }
        endpoint = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }

    deinit {
        close(listener)
    }

    /// Starts a client and kills it once its first request is here; the seconds in between.
    func seconds(of command: Command) throws(BenchError) -> Double {
        let start = ContinuousClock.now
        let child = try Child.start(command)
        defer { child.end() }
        let seconds = waitForRequest(since: start)
        guard let seconds else { throw BenchError("\(command.path) sent no request.") }
        return seconds
    }

    private func waitForRequest(since start: ContinuousClock.Instant) -> Double? {
        guard isReadable(listener) else { return nil }
        let connection = accept(listener, nil, nil)
        defer { close(connection) }
        guard isReadable(connection) else { return nil }
        return Timing.since(start)
    }

    private func isReadable(_ descriptor: Int32) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 30_000) > 0
    }
}
