import AsyncHTTPClient
import Glibc
import NIOCore
import Runtime
import Testing

@testable import AWSClient

@Suite struct TransportFaultTests {
    private func error(_ cause: any Error, isWritten: Bool?) -> TransportError {
        TransportFault(cause, isProxied: false, isWritten: isWritten).error(endpoint: "https://x")
    }

    @Test(arguments: [EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL, ECONNREFUSED, ETIMEDOUT, ECONNRESET, EPIPE])
    func anErrorsNumberDoesNotTellWhetherTheRequestWasWritten(_ number: Int32) {
        let fault = IOError(errnoCode: number, reason: "connection reset (error set)")
        let (written, unwritten) = (error(fault, isWritten: true), error(fault, isWritten: false))
        #expect(written.mayHaveBeenSent && written.kind == .connectionClosed)
        #expect(!unwritten.mayHaveBeenSent && unwritten.kind == .connectionRefused)
        #expect(written.detail == String(cString: strerror(number)))
    }

    @Test func whateverEndedItWhatWasNotWrittenWasNotSent() {
        let causes: [any Error] = [
            Deadline.Exceeded(), HTTPClientError.readTimeout, HTTPClientError.remoteConnectionClosed,
            HTTPClientError.invalidHeaderFieldNames(["a b"]), ChannelError.ioOnClosedChannel,
        ]
        for cause in causes {
            #expect(error(cause, isWritten: true).mayHaveBeenSent && !error(cause, isWritten: false).mayHaveBeenSent, "\(cause)")
        }
        #expect(!error(HTTPClientError.connectTimeout, isWritten: true).mayHaveBeenSent)
    }

    @Test func aBodyKnowsThatItWasTakenHoweverItIsReadAndCountingIsNoReading() {
        let bodies = (0..<3).map { _ in WatchedBody([1, 2, 3]) }
        #expect(bodies.allSatisfy { $0.count == 3 && !$0.wasTaken })
        #expect(Array(bodies[0]) == [1, 2, 3] && ByteBuffer(bytes: bodies[1]).readableBytes == 3 && bodies[2].first == 1)
        #expect(bodies.allSatisfy { $0.wasTaken })
    }
}
