import AWSClient
import AsyncHTTPClient
import Foundation
import InspectorCore
import NIOCore
import NIOHTTP1

@testable import InspectorSimulator

/// Not NIO's type of the same name.
typealias HTTPHeaders = AWSClient.HTTPHeaders

/// A client as thin as can be: signs a request, sends it once, shows what came back.
struct SignedClient: Sendable {
    var endpoint: String
    var port: Int
    var credentials: Credentials
    var region: String
    var date = Date()
    /// Applied after signing.
    var tamper: @Sendable (inout HTTPHeaders) -> Void = { _ in }

    init(_ simulator: Simulator) {
        endpoint = simulator.endpointURL
        port = simulator.port
        region = simulator.options.region
        credentials = Credentials(
            accessKeyId: simulator.options.accessKeyId, secretAccessKey: simulator.options.secretAccessKey,
            sessionToken: simulator.options.sessionToken, source: "test")
    }

    struct Reply: Sendable {
        var status: Int
        var headers: [String: String]
        var body: [UInt8]

        func decoded<Body: Decodable>(_ type: Body.Type) throws -> Body {
            try JSONDecoder().decode(type, from: Data(body))
        }

        var text: String { String(decoding: body, as: UTF8.self) }
        var errorType: String? { headers["x-amzn-errortype"].map { String($0.prefix { $0 != ":" }) } }
    }

    func send(
        path: String, query: [(String, String)] = [], body: String? = nil, service: String = "inspector2", method: String = "POST",
        extraHeaders: HTTPHeaders = [:], contentType: String = "application/json"
    ) async throws -> Reply {
        let queryText = query.map { PercentEncoding.encode($0.0) + "=" + PercentEncoding.encode($0.1) }.joined(separator: "&")
        let bytes = Array((body ?? "").utf8)
        var headers: HTTPHeaders = ["host": "127.0.0.1:\(port)"]
        if body != nil { headers.add("content-type", contentType) }
        let signable = SignableRequest(method: method, path: path, query: queryText, headers: headers, body: bytes)
        headers.add(Signer(credentials: credentials, region: region, service: service, date: date).sign(signable))
        tamper(&headers)
        headers.add(extraHeaders)
        var request = HTTPClientRequest(url: endpoint + path + (queryText.isEmpty ? "" : "?" + queryText))
        request.method = .RAW(value: method)
        for field in headers.fields { request.headers.add(name: field.name, value: field.value) }
        if body != nil { request.body = .bytes(bytes) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let answer = try await response.body.collect(upTo: 64 << 20)
        let fields = response.headers.map { ($0.name.lowercased(), $0.value) }
        return Reply(
            status: Int(response.status.code), headers: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
            body: Array(answer.readableBytesView))
    }
}
