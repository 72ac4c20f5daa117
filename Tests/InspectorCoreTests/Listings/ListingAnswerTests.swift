import AWSClient
import Testing
import TextSafety

@testable import InspectorCore

/// Answers that are JSON, and no page of the listing that was asked for: an account is not empty because something else answered.
@Suite struct ListingAnswerTests {
    private static let lists = ["configurations", "associations", "coveredResources"]

    /// Answers without the list, whatever else they hold.
    private static let strangers = [
        "{}", "[]", "null", "\"\"", "0", "true", "", "{", #"{"nextToken":"t"}"#, #"{"nextToken":null}"#, #"{"message":"Sign in first"}"#,
        #"{"Configurations":[]}"#, #"{"items":[]}"#, #"{"successfulAssociations":[],"failedAssociations":[]}"#,
        #"{"account":"123456789012"}"#, #"{"configuration":{}}"#, "[{}]", #"{"":[]}"#,
    ]

    /// What stands for the list and is none.
    private static let noLists = ["null", "{}", "\"\"", "\"[]\"", "0", "false", "[null]", "[1]", "[\"x\"]", "[[]]"]

    private static func list(_ name: String, _ answer: String) async throws {
        let inspector = try RecordingTransport([answer]).inspector()
        switch name {
        case "configurations": _ = try await inspector.listCodeSecurityScanConfigurations()
        case "associations":
            _ = try await inspector.listCodeSecurityScanConfigurationAssociations(scanConfigurationArn: InspectorTests.arn)
        default: _ = try await inspector.listCoverage()
        }
    }

    @Test(arguments: lists, strangers) func anAnswerWithoutTheListIsAnError(name: String, answer: String) async {
        await #expect(throws: CallError.self, "\(answer)") { try await Self.list(name, answer) }
    }

    @Test(arguments: lists, lists) func anAnswerOfAnotherListingIsAnError(name: String, other: String) async throws {
        let answer = "{\"\(other)\":[]}"
        if name == other { return try await Self.list(name, answer) }
        let error = await #expect(throws: CallError.self) { try await Self.list(name, answer) }
        #expect(error?.sentence.contains("which no AWS service does: there is no list \"\(name)\" in {\"\(other)\":[]}.") == true)
    }

    @Test(arguments: lists, noLists) func whatIsNoListIsAnError(name: String, value: String) async {
        await #expect(throws: CallError.self, "\(value)") { try await Self.list(name, "{\"\(name)\":\(value)}") }
        await #expect(throws: CallError.self, "\(value)") { try await Self.list(name, "{\"\(name)\":\(value),\"nextToken\":\"t\"}") }
    }

    @Test(arguments: lists) func anEmptyListIsAPage(name: String) async throws {
        for more in ["", #","nextToken":null"#, #","nextToken":"t""#, #","nextToken":"","more":1"#] {
            try await Self.list(name, "{\"\(name)\":[]\(more)}")
        }
    }

    @Test func whatIsNoPageIsNoEmptyAccount() async throws {
        var inventory = Inventory()
        await InventoryLoader(inspector: try RecordingTransport(["{}", "{}", "{}"]).inspector()).load { inventory.apply($0) }
        #expect(!inventory.isComplete && !inventory.knowsAllNames)
        #expect(inventory.configurationsState.error?.sentence.contains("there is no list \"configurations\" in {}") == true)
    }
}
