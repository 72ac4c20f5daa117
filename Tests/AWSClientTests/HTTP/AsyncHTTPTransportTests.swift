import Foundation
import HTTPTypes
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

/// Opens a transport for the time of some work.
func withTransport<Value: Sendable>(
    _ options: ClientOptions = ClientOptions(), _ variables: [String: String] = [:],
    _ work: (AsyncHTTPTransport) async throws -> Value
) async throws -> Value {
    let environment = AWSClient.Environment(variables: ["AWS_REGION": "us-east-1"].merging(variables) { $1 })
    let transport = AsyncHTTPTransport(settings: try Settings.load(options: options, environment: environment))
    do {
        let value = try await work(transport)
        await transport.shutdown()
        return value
    } catch {
        await transport.shutdown()
        throw error
    }
}

/// The status of a request that is answered.
func status(of transport: AsyncHTTPTransport, _ request: TransportRequest) async throws -> Int {
    try await transport.send(request, deadline: Patience.limit).status
}

/// The error of a request that fails.
func failure(
    of transport: AsyncHTTPTransport, _ url: String, body: String? = nil, deadline: Duration = Patience.limit
) async -> TransportError? {
    do throws(TransportError) {
        let request = TransportRequest(method: "POST", url: url, body: body.map { Array($0.utf8) })
        let reply = try await transport.send(request, deadline: deadline)
        Issue.record("answered with \(reply.status)")
        return nil
    } catch {
        return error
    }
}

@Suite struct AsyncHTTPTransportTests {
    @Test func headAndBodyOfARequestLeaveInOnePacketOnANewConnectionAndOnAKeptOne() async throws {
        var counts: [[UInt32]] = []
        for _ in 0..<5 where counts.last != [1, 2, 3] { counts.append(try await segmentsOfThreeRequests()) }
        #expect(counts.last == [1, 2, 3], "\(counts)")
    }

    /// A system that is slow to acknowledge has packets sent twice now and then, which are counted as well.
    private func segmentsOfThreeRequests() async throws -> [UInt32] {
        try await LoopbackServer.run({ _ in LoopbackServer.ok() }) { server in
            try await withTransport { transport in
                let url = "http://127.0.0.1:\(server.port)/"
                for _ in 0..<3 {
                    let request = TransportRequest(method: "POST", url: url, body: Array("{\"a\":1}".utf8))
                    _ = try await status(of: transport, request)
                }
            }
            return server.segments
        }
    }

    @Test func bytesOnTheWirePathQueryAndHeadersAsGivenContentLength0WithoutABody() async throws {
        try await LoopbackServer.run({ _ in LoopbackServer.ok("{\"a\":1}") }) { server in
            try await withTransport { transport in
                let url = "http://127.0.0.1:\(server.port)/a%2Fb//c?x=%2B%20%2A~&n=%C3%A9%3D"
                let headers: HTTPFields = ["host": "127.0.0.1:\(server.port)", "x-amz-date": "1", "authorization": "a, b"]
                let reply = try await transport.send(
                    TransportRequest(method: "POST", url: url, headers: headers, body: Array("{}".utf8)), deadline: Patience.limit)
                #expect(reply.status == 200)
                #expect(reply.headers["Content-Type"] == "application/json")
                #expect(String(decoding: reply.body, as: UTF8.self) == "{\"a\":1}")
                _ = try await transport.send(TransportRequest(method: "POST", url: url, headers: headers), deadline: Patience.limit)
                let target = "POST /a%2Fb//c?x=%2B%20%2A~&n=%C3%A9%3D HTTP/1.1\r\n"
                let start = "host: 127.0.0.1:\(server.port)\r\nx-amz-date: 1\r\nauthorization: a, b\r\n"
                #expect(
                    server.requests == [
                        target + start + "Content-Length: 2\r\n\r\n{}", target + start + "Content-Length: 0\r\n\r\n",
                    ])
            }
        }
    }

    @Test func redirectsAreNotFollowed() async throws {
        let answer = "HTTP/1.1 307 Temporary Redirect\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n"
        try await LoopbackServer.run({ _ in .answer(answer) }) { server in
            try await withTransport { transport in
                let request = TransportRequest(method: "POST", url: "http://127.0.0.1:\(server.port)/")
                let code = try await status(of: transport, request)
                #expect(code == 307)
            }
        }
    }

    @Test func silenceACloseAndATornAnswerEachHaveTheirKind() async throws {
        let torn = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"
        let respond: @Sendable (String) -> LoopbackServer.Action = { request in
            if request.contains("/silence") { return .silence }
            return request.contains("/torn") ? .answer(torn) : .close
        }
        try await LoopbackServer.run(respond) { server in
            let base = "http://127.0.0.1:\(server.port)"
            try await withTransport(ClientOptions(readTimeout: 1)) { transport in
                let silence = await failure(of: transport, base + "/silence")
                #expect(silence == TransportError(kind: .readTimeout, endpoint: base, mayHaveBeenSent: true))
                #expect(await failure(of: transport, base + "/torn")?.kind == .readTimeout)
            }
            try await withTransport { transport in
                for body in [nil, "{}"] {
                    let closed = await failure(of: transport, base + "/close", body: body)
                    #expect(closed?.kind == .connectionClosed)
                    #expect(closed?.mayHaveBeenSent == true)
                }
            }
        }
    }

    @Test func theDeadlineIsForTheWholeAnswerHoweverItDrips() async throws {
        let slow = "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n" + String(repeating: " ", count: 100_000)
        try await LoopbackServer.run({ _ in .drip(slow) }) { server in
            try await withTransport { transport in
                let base = "http://127.0.0.1:\(server.port)"
                let drip = await failure(of: transport, base, deadline: .milliseconds(500))
                #expect(drip == TransportError(kind: .deadlineExceeded, endpoint: base, mayHaveBeenSent: true))
            }
        }
    }

    @Test func nobodyListeningNoSuchNameNothingWasSent() async throws {
        let server = try await LoopbackServer { _ in .close }
        let port = server.port
        try await server.stop()
        try await withTransport { transport in
            for body in [nil, "{}"] {
                let refused = await failure(of: transport, "http://127.0.0.1:\(port)", body: body)
                #expect(refused?.kind == .connectionRefused)
                #expect(refused?.mayHaveBeenSent == false)
                #expect(refused?.detail == "Connection refused")
            }
            let noWay = await failure(of: transport, "http://255.255.255.255:9/", body: "{}")
            #expect(noWay?.kind == .connectionRefused && noWay?.mayHaveBeenSent == false, "\(String(describing: noWay))")
            let unknown = await failure(of: transport, "http://no-such-host.invalid")
            #expect(unknown?.kind == .nameResolution, "\(String(describing: unknown))")
            #expect(unknown?.mayHaveBeenSent == false)
            #expect(unknown?.sentence.contains("http://no-such-host.invalid") == true)
        }
    }

    @Test func aCancelledCallerIsToldSo() async throws {
        try await LoopbackServer.run({ _ in .silence }) { server in
            try await withTransport { transport in
                let task = Task { await failure(of: transport, "http://127.0.0.1:\(server.port)/") }
                try await Patience.wait(until: "the request") { !server.requests.isEmpty }
                task.cancel()
                #expect(await task.value?.kind == .cancelled)
            }
        }
    }
}
