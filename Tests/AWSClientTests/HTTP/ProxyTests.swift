import HTTPTypes
import TestSupport
import Testing

@testable import AWSClient

@Suite struct ProxyTests {
    @Test func aPlainCallGoesThroughATunnelTheProxysUserOutsideOfIt() async throws {
        let respond: @Sendable (String) -> LoopbackServer.Action = { request in
            request.hasPrefix("CONNECT ") ? .answer("HTTP/1.1 200 OK\r\n\r\n") : LoopbackServer.ok()
        }
        try await LoopbackServer.run(respond) { proxy in
            try await withTransport(ClientOptions(), ["http_proxy": "http://user:p%40ss@127.0.0.1:\(proxy.port)"]) { transport in
                let request = TransportRequest(
                    method: "GET", url: "http://inspector.example/list?a=b", headers: ["host": "inspector.example"])
                let code = try await status(of: transport, request)
                #expect(code == 200)
                try #require(proxy.requests.count == 2)
                #expect(proxy.requests[0].hasPrefix("CONNECT inspector.example:80 HTTP/1.1\r\n"))
                #expect(proxy.requests[0].lowercased().contains("proxy-authorization: basic dxnlcjpwqhnz"))
                #expect(proxy.requests[1].hasPrefix("GET /list?a=b HTTP/1.1\r\n"))
                #expect(!proxy.requests[1].lowercased().contains("proxy-authorization"))
            }
        }
    }

    @Test func callThroughATunnelIsEncryptedAndItsCertificateIsCheckedForTheServicesName() async throws {
        let certificates = try TestCertificates.made.get()
        try await LoopbackServer.run(identity: certificates.named, { _ in LoopbackServer.ok() }) { service in
            let port = service.port
            try await LoopbackServer.run({ _ in .tunnel(port) }) { proxy in
                let variables = ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)", "AWS_CA_BUNDLE": certificates.authority]
                try await withTransport(ClientOptions(), variables) { transport in
                    let code = try await status(of: transport, TransportRequest(method: "GET", url: "https://inspector.example/list"))
                    #expect(code == 200)
                    #expect(proxy.requests.count == 1)
                    #expect(service.requests.first?.hasPrefix("GET /list HTTP/1.1\r\n") == true)
                    #expect(await failure(of: transport, "https://elsewhere.example/")?.kind == .tlsVerification)
                    #expect(service.requests.count == 1)
                }
            }
        }
    }

    @Test func anEncryptedCallAsksForATunnelAProxyThatRefusesIsNamed() async throws {
        let refusal = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"
        try await LoopbackServer.run({ _ in .answer(refusal) }) { proxy in
            try await withTransport(ClientOptions(), ["HTTPS_PROXY": "http://127.0.0.1:\(proxy.port)"]) { transport in
                let error = await failure(of: transport, "https://inspector.example")
                #expect(error?.kind == .proxy)
                #expect(error?.mayHaveBeenSent == false)
                #expect(error?.detail == "the proxy wants a user name and a password")
                #expect(proxy.requests.first?.hasPrefix("CONNECT inspector.example:443 HTTP/1.1\r\n") == true)
            }
        }
    }

    @Test func loopbackGoesDirect() async throws {
        try await LoopbackServer.run({ _ in LoopbackServer.ok() }) { server in
            try await withTransport(ClientOptions(), ["http_proxy": "http://127.0.0.1:1"]) { transport in
                let request = TransportRequest(method: "GET", url: "http://127.0.0.1:\(server.port)/")
                let code = try await status(of: transport, request)
                #expect(code == 200)
            }
        }
    }

    @Test func aProxyThatCannotBeReachedIsNamed() async throws {
        try await withTransport(ClientOptions(), ["http_proxy": "http://127.0.0.1:1"]) { transport in
            #expect(await failure(of: transport, "http://inspector.example")?.kind == .proxy)
        }
    }
}
