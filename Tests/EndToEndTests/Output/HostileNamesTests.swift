import Foundation
import JSON
import TestSupport
import TextSafety
import Testing

@testable import AWSClient

/// Names that a service might give, in everything that the built program writes.
@Suite struct HostileNamesTests {
    private static let name = "\u{1B}]0;x\u{7}=cmd\u{202E}\u{2066}a\u{200B}b\u{85}c\u{2028}d\u{7F}\r\n\te"
    private static let escaped = #"\u001b]0;x\u0007=cmd\u202e\u2066a\u200bb\u0085c\u2028d\u007f\r\n\te\ud800"#
    private static let arn =
        "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000000"
    private static let project = "project-00000000-0000-4000-8000-0000000000af"

    private static func respond(_ request: String) -> LoopbackServer.Action {
        if request.contains("/scan-configuration/list ") || request.contains("/scan-configuration/list?") {
            return LoopbackServer.ok(
                #"{"configurations":[{"name":"\#(escaped)","ownerAccountId":"123456789012","scanConfigurationArn":"\#(arn)","#
                    + #""ruleSetCategories":["SAST"]}]}"#)
        }
        if request.contains("/scan-configuration/associations/list") {
            return LoopbackServer.ok(#"{"associations":[{"resource":{"projectId":"\#(project)"}}]}"#)
        }
        if request.contains("/coverage/list") {
            return LoopbackServer.ok(
                #"{"coveredResources":[{"resourceId":"\#(project)","resourceType":"CODE_REPOSITORY","accountId":"\#(escaped)","#
                    + #""scanStatus":{"statusCode":"\#(escaped)","reason":"\#(escaped)"},"provider":"\#(escaped)","resourceMetadata":"#
                    + #"{"codeRepository":{"projectName":"=\#(escaped)","providerType":"\#(escaped)","integrationArn":"\#(escaped)","#
                    + #""lastScannedCommitId":"\#(escaped)","onDemandScan":{"scanStatus":{"reason":"\#(escaped)"}}}}}]}"#)
        }
        return .answer("HTTP/1.1 403 X\r\ncontent-length: 0\r\n\r\n")
    }

    private func output(_ arguments: [String]) async throws -> ProgramResult {
        try await LoopbackServer.run({ Self.respond($0) }) { server in
            let environment = ConnectionTests.keys.merging(["AWS_ENDPOINT_URL": "http://127.0.0.1:\(server.port)"]) { $1 }
            return try await BuiltProgram.run(arguments, environment: environment)
        }
    }

    @Test(arguments: ["table", "csv", "json"])
    func tablesCSVAndJSONHoldNothingThatATerminalObeysOrThatNobodySees(format: String) async throws {
        for arguments in [["list"], ["disassociate", "--project", Self.project, "--dry-run"]] {
            let result = try await output(arguments + ["--output", format, "--debug"])
            #expect(result.status == 0, "\(result.errors)")
            for text in [result.output, result.errors] {
                #expect(Self.unsafeLines(text).isEmpty)
            }
        }
    }

    @Test func csvIsNoFormulaJSONIsExact() async throws {
        let table = try await output(["list", "--output", "csv"]).output
        #expect(table.contains(",\"'=�]0;x"), "\(table)")
        let json = try await output(["list", "--output", "json"]).output
        let document = JSONValue(bytes: Array(json.utf8))
        let association = document?["configurations"]?.array?.first
        #expect(association?["name"]?.string == Self.name + "\u{FFFD}")
        #expect(association?["associations"]?.array?.first?["projectName"]?.string == "=" + Self.name + "\u{FFFD}")
    }

    @Test func anErrorOfTheServiceToo() async throws {
        let body = #"{"__type":"X\u001b[31m","message":"\u202e\u001b]0;x\u0007y "}"#
        let answer = "HTTP/1.1 400 X\r\ncontent-length: \(body.utf8.count)\r\n\r\n\(body)"
        let result = try await LoopbackServer.run({ _ in .answer(answer) }) { server in
            let environment = ConnectionTests.keys.merging(["AWS_ENDPOINT_URL": "http://127.0.0.1:\(server.port)"]) { $1 }
            return try await BuiltProgram.run(["list", "--debug"], environment: environment)
        }
        #expect(result.status == 254)
        #expect(result.errors.contains("X�[31m: ��]0;x�y"), "\(result.errors)")
        #expect(Self.unsafeLines(result.errors).isEmpty)
    }

    /// The lines that hold more than can be shown; CRLF ends those of CSV.
    private static func unsafeLines(_ text: String) -> [String] {
        text.replacing("\r\n", with: "\n").unicodeScalars.split(separator: "\n").map { String($0) }.filter { $0.terminalSafe != $0 }
    }
}
