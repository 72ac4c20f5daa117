import NIOCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension SimulatorError {
    /// The reason a server could not start.
    init(_ error: any Error, port: Int) {
        let code = (error as? IOError)?.errnoCode
        self = code == EADDRINUSE ? .portInUse(port) : .cannotListen(port: port, detail: "\(error)")
    }
}
