import Foundation
import Testing

@testable import InspectorSimulator

/// Calls made with boto3, many by one process.
enum Boto3 {
    /// What a call that failed looked like.
    struct Seen: Decodable {
        var error: Failure?

        struct Failure: Decodable {
            var kind: String
            var code: String?
            var message: String?
            var status: Int?
            var reason: String?
            var resourceId: String?
            var field: String?
        }
    }

    static func call(_ simulator: Simulator, _ operation: String, _ arguments: String, follow: String? = nil) -> String {
        #"{"endpoint":"\#(simulator.endpointURL)","service":"inspector2","operation":"\#(operation)","arguments":\#(arguments)"#
            + (follow.map { #","follow":"\#($0)"}"# } ?? "}")
    }

    static func calls(_ simulator: Simulator, _ calls: [String]) async throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "boto3_calls.py").path
        return try await Peer.withFolder { folder in
            let output = try await Peer.run(
                ["python3", script], input: calls.joined(separator: "\n") + "\n", simulator: simulator, folder: folder)
            let lines = output.text.split(separator: "\n").map(String.init)
            try #require(lines.count == calls.count, "\(output.complaints)")
            return lines
        }
    }

    static func decode<Body: Decodable>(_ type: Body.Type, _ line: String) throws -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(line.utf8))
        } catch {
            throw Peer.Output.Failure(complaints: line)
        }
    }
}
