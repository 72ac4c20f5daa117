import Glibc
import NIOCore

/// Why a simulator could not start.
package enum SimulatorError: Error, Equatable, Sendable {
    /// Another program listens on the port.
    case portInUse(Int)
    /// The port cannot be listened on for another reason.
    case cannotListen(port: Int, detail: String)

    /// What happened and what to do next.
    package var sentence: String {
        switch self {
        case .portInUse(let port): "Port \(port) on 127.0.0.1 is in use. Choose another one, or 0 to let the system choose."
        case .cannotListen(let port, let detail): "Cannot listen on port \(port) of 127.0.0.1: \(detail)"
        }
    }
}

extension SimulatorError {
    /// The reason a server could not start.
    init(_ error: any Error, port: Int) {
        let code = (error as? IOError)?.errnoCode
        self = code == EADDRINUSE ? .portInUse(port) : .cannotListen(port: port, detail: "\(error)")
    }
}
