import AWSClient
import Foundation
import HTTPTypes
import InspectorCore
import JSON
import TestSupport

@testable import InspectorSimulator

/// A client as thin as can be: signs a request, sends it once, shows what came back.
struct SignedClient: Sendable {
    var transport: any HTTPTransport
    var endpoint: String
    var port: Int
    var credentials: Credentials
    var region: String
    var date = Date()
    var deadline = Duration.seconds(60)
    /// Applied after signing.
    var tamper: @Sendable (inout HTTPFields) -> Void = { _ in }

    init(_ simulator: Simulator, transport: any HTTPTransport) {
        self.transport = transport
        endpoint = simulator.endpointURL
        port = simulator.port
        region = simulator.options.region
        credentials = Credentials(
            accessKeyId: simulator.options.accessKeyId, secretAccessKey: simulator.options.secretAccessKey,
            sessionToken: simulator.options.sessionToken, source: "test")
    }

    /// The same client with another key.
    func signing(with key: SimulatorKey) -> Self {
        var client = self
        client.credentials = Credentials(
            accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey, sessionToken: key.sessionToken, source: "test")
        return client
    }

    struct Reply: Sendable {
        var status: Int
        var headers: [String: String]
        var body: [UInt8]

        func decoded<Body: Decodable>(_ type: Body.Type) throws -> Body {
            try JSONDecoder().decode(type, from: Data(body))
        }

        func decoded<Body: JSONReadable>(_ type: Body.Type) throws -> Body { try Body(json: body) }

        var text: String { String(decoding: body, as: UTF8.self) }
        var errorType: String? { headers["x-amzn-errortype"].map { String($0.prefix { $0 != ":" }) } }
    }

    func send(
        path: String, query: [(String, String)] = [], body: String? = nil, service: String = "inspector2", method: String = "POST",
        extraHeaders: HTTPFields = [:], contentType: String = "application/json"
    ) async throws -> Reply {
        let queryText = query.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
        let bytes = Array((body ?? "").utf8)
        var headers: HTTPFields = ["host": "127.0.0.1:\(port)"]
        if body != nil { headers.add("content-type", contentType) }
        let signable = SignableRequest(method: method, path: path, query: queryText, headers: headers, body: bytes)
        headers.append(contentsOf: Signer(credentials: credentials, region: region, service: service, date: date).sign(signable))
        tamper(&headers)
        headers.append(contentsOf: extraHeaders)
        let request = TransportRequest(
            method: method, url: endpoint + path + (queryText.isEmpty ? "" : "?" + queryText), headers: headers,
            body: body.map { _ in bytes })
        let response = try await transport.send(request, deadline: deadline)
        let fields = response.headers.map { ($0.name.canonicalName, $0.value) }
        return Reply(
            status: response.status, headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }), body: response.body)
    }
}
