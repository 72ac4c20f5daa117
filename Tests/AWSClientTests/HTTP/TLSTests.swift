import NIOSSL
import TestSupport
import Testing
import TextSafety

@testable import AWSClient

@Suite struct TLSTests {
    @Test func aPrivateAuthorityIsTrustedWhenItIsNamedAndNotOtherwise() async throws {
        let certificates = try TestCertificates.made.get()
        try await LoopbackServer.run(identity: certificates.good, { _ in LoopbackServer.ok() }) { server in
            let url = "https://localhost:\(server.port)"
            for options in [ClientOptions(caBundle: certificates.authority)] {
                try await withTransport(options) { transport in
                    let code = try await status(of: transport, TransportRequest(method: "GET", url: url))
                    #expect(code == 200)
                }
            }
            try await withTransport(ClientOptions(), ["AWS_CA_BUNDLE": certificates.authority]) { transport in
                let code = try await status(of: transport, TransportRequest(method: "GET", url: url))
                #expect(code == 200)
            }
            try await withTransport { transport in
                let error = await failure(of: transport, url)
                #expect(error?.kind == .tlsVerification)
                #expect(error?.mayHaveBeenSent == false)
                #expect(error?.sentence.contains("nothing was sent") == true)
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test(arguments: ["other", "expired"])
    func aWrongHostNameAndAnEndedCertificateAreRefusedBeforeAnythingIsSent(which: String) async throws {
        let certificates = try TestCertificates.made.get()
        let identity = which == "other" ? certificates.named : certificates.expired
        try await LoopbackServer.run(identity: identity, { _ in LoopbackServer.ok() }) { server in
            try await withTransport(ClientOptions(caBundle: certificates.authority)) { transport in
                let error = await failure(of: transport, "https://localhost:\(server.port)")
                #expect(error?.kind == .tlsVerification, "\(String(describing: error))")
                #expect(error?.detail == (which == "other" ? "the certificate is for another host name" : "the certificate has expired"))
                #expect(error?.mayHaveBeenSent == false)
                #expect(server.requests.isEmpty)
            }
        }
    }
}

@Suite struct TLSVersionTests {
    @Test func nothingOlderThanTLS12IsSpokenAndThatIsSaid() async throws {
        let certificates = try TestCertificates.made.get()
        for (newest, isSpoken) in [(TLSVersion.tlsv11, false), (.tlsv12, true)] {
            try await LoopbackServer.run(identity: certificates.good, newest: newest, { _ in LoopbackServer.ok() }) { server in
                try await withTransport(ClientOptions(caBundle: certificates.authority)) { transport in
                    let url = "https://localhost:\(server.port)"
                    if isSpoken {
                        let code = try await status(of: transport, TransportRequest(method: "GET", url: url))
                        #expect(code == 200)
                        return
                    }
                    let error = await failure(of: transport, url)
                    #expect(error?.kind == .tlsUnavailable)
                    #expect(error?.mayHaveBeenSent == false)
                    #expect(error?.sentence.contains("offers no TLS 1.2 or later") == true, "\(error?.sentence ?? "")")
                }
            }
        }
    }

    @Test func anEndpointWithoutTLSIsNamedAsThatNotAsOneThatCannotBeTrusted() async throws {
        try await LoopbackServer.run(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n", { _ in LoopbackServer.ok() }) { server in
            try await withTransport { transport in
                let error = await failure(of: transport, "https://localhost:\(server.port)")
                #expect(error?.kind == .tlsUnavailable)
                #expect(error?.mayHaveBeenSent == false)
                #expect(error?.sentence.contains("write http://") == true, "\(error?.sentence ?? "")")
            }
        }
    }
}
