import HTTPTypes
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct ProxyTests {
    @Test(arguments: ["/list?a=b", "/", "/a%20b"]) func aPlainCallIsSentOnByTheProxyWhichGetsItsUser(target: String) async throws {
        try await LoopbackServer.run({ _ in LoopbackServer.ok() }) { proxy in
            try await withTransport(ClientOptions(), ["http_proxy": "http://user:p%40ss@127.0.0.1:\(proxy.port)"]) { transport in
                let request = TransportRequest(
                    method: "GET", url: "http://inspector.example:8080" + target, headers: ["host": "inspector.example:8080"])
                let code = try await status(of: transport, request)
                #expect(code == 200)
                try #require(proxy.requests.count == 1)
                #expect(proxy.requests[0].hasPrefix("GET http://inspector.example:8080\(target) HTTP/1.1\r\n"))
                #expect(proxy.requests[0].lowercased().contains("proxy-authorization: basic dxnlcjpwqhnz"))
            }
        }
    }

    @Test func aProxyThatWantsAUserForAPlainCallIsNamed() async throws {
        let refusal = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"
        try await LoopbackServer.run({ _ in .answer(refusal) }) { proxy in
            try await withTransport(ClientOptions(), ["HTTP_PROXY": "http://127.0.0.1:\(proxy.port)"]) { transport in
                let error = await failure(of: transport, "http://inspector.example")
                #expect(error?.kind == .proxy)
                #expect(error?.detail == "the proxy wants a user name and a password")
            }
        }
    }

    @Test func whatCannotBeUsedFailsTheCallsThatNeedItWithNothingSent() async throws {
        let variables = ["HTTPS_PROXY": "https://127.0.0.1:1", "AWS_CA_BUNDLE": "/nowhere/ca.pem", "NO_PROXY": "b.example"]
        try await LoopbackServer.run({ _ in LoopbackServer.ok() }) { server in
            try await withTransport(ClientOptions(), variables) { transport in
                let error = await failure(of: transport, "https://b.example")
                #expect(error?.kind == .settings)
                #expect(error?.sentence.contains("AWS_CA_BUNDLE") == true)
                #expect(error?.mayHaveBeenSent == false)
                let plain = try await status(of: transport, TransportRequest(method: "GET", url: "http://127.0.0.1:\(server.port)/"))
                #expect(plain == 200)
            }
        }
        try await withTransport(ClientOptions(), ["HTTPS_PROXY": "https://127.0.0.1:1"]) { transport in
            #expect(await failure(of: transport, "https://a.example")?.sentence.contains("HTTPS_PROXY") == true)
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
