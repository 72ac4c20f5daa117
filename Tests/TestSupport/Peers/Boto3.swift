import Foundation
package import InspectorSimulator

/// Calls made with boto3, many by one process.
package enum Boto3 {
    /// What a call that failed looked like.
    package struct Seen: Decodable {
        /// Absent when the call succeeded.
        package var error: Failure?

        /// The exception as boto3 shows it.
        package struct Failure: Decodable {
            /// The class of the exception.
            package var kind: String
            /// The error code.
            package var code: String?
            /// The error message.
            package var message: String?
            /// The HTTP status.
            package var status: Int?
            /// `reason` of a `ValidationException`.
            package var reason: String?
            /// `resourceId` of a `ConflictException`.
            package var resourceId: String?
            /// The first of `fields`.
            package var field: String?
        }
    }

    /// One call as a line of the script's input.
    package static func call(_ simulator: Simulator, _ operation: String, _ arguments: String, follow: String? = nil) -> String {
        #"{"endpoint":"\#(simulator.endpointURL)","service":"inspector2","operation":"\#(operation)","arguments":\#(arguments)"#
            + (follow.map { #","follow":"\#($0)"}"# } ?? "}")
    }

    /// Makes the calls in one process, and returns a line of JSON for each.
    package static func calls(_ simulator: Simulator, _ calls: [String]) async throws -> [String] {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "boto3_calls.py").path
        return try await Peer.withFolder { folder in
            let output = try await Peer.run(
                ["python3", script], input: calls.joined(separator: "\n") + "\n", simulator: simulator, folder: folder)
            let lines = output.text.split(separator: "\n").map(String.init)
            guard lines.count == calls.count else { throw Peer.Output.Failure(complaints: output.complaints) }
            return lines
        }
    }

    /// Reads a line of the output.
    package static func decode<Body: Decodable>(_ type: Body.Type, _ line: String) throws -> Body {
        do {
            return try JSONDecoder().decode(type, from: Data(line.utf8))
        } catch {
            throw Peer.Output.Failure(complaints: line)
        }
    }
}
