import Foundation
import Testing

@testable import InspectorCore

@Suite struct ShapeTests {
    private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test(arguments: [
        #"{"projectId":"project-1"}"#, #"{"team":{"id":9007199254740993,"names":["a",null,true,1.5]}}"#, #"{"a":1,"b":"c"}"#, "{}",
    ])
    func aResourceSurvivesAsItCame(text: String) throws {
        let resource = try decode(AssociationResource.self, text)
        #expect(String(decoding: WireJSON.encode(resource), as: UTF8.self) == text)
        #expect((resource.projectId != nil) == text.contains("projectId"))
    }

    @Test func nullMembersOfTheUnionAreAbsent() throws {
        let resource = try decode(AssociationResource.self, #"{"projectId":"project-1","team":null}"#)
        #expect(resource == .projectId("project-1"))
    }

    @Test func aSummaryMayLackWhatIsOptionalAndHoldWhatIsNew() throws {
        let text =
            #"{"scanConfigurationArn":"arn","ruleSetCategories":["SAST","NEW"],"scopeSettings":{"projectSelectionScope":"ALL"},"new":{}}"#
        let summary = try decode(ScanConfiguration.self, text)
        #expect(summary.name == "arn")
        #expect(summary.ruleSetCategories == ["SAST", "NEW"])
        #expect(summary.isDefault)
    }

    @Test func unknownStatusCodesSurvive() throws {
        let text = #"{"failedAssociations":[{"statusCode":"TOO_LATE","statusMessage":"m"}]}"#
        let response = try decode(BatchAssociationResponse.self, text)
        #expect(response.failedAssociations?.first?.statusCode?.rawValue == "TOO_LATE")
        #expect(response.successfulAssociations == nil)
    }

    @Test(arguments: [
        ("project-00000000-0000-4000-8000-0000000000af", true), ("project-00000000-0000-4000-8000-0000000000AF", false),
        ("project-00000000-0000-4000-8000-0000000000a", false), ("Project-00000000-0000-4000-8000-0000000000af", false),
        ("project-00000000-0000-4000-8000-0000000000af\n", false), ("", false),
    ])
    func projectIds(text: String, isValid: Bool) {
        #expect(Identifiers.isProjectId(text) == isValid)
    }

    @Test(arguments: [
        (
            "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            true
        ),
        (
            "arn:aws-us-gov:inspector2:us-gov-west-1:123456789012:owner/o-abcdefghij/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            true
        ),
        (
            "arn:aws:inspector2:us-east-1:12345678901:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            false
        ),
        ("arn:aws:inspector2:us-east-1:123456789012:owner/o-short/codesecurity-configuration/00000000-0000-4000-8000-000000000001", false),
        (
            "arn:aws:inspector2:useast1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            false
        ),
        (
            "arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-integration/00000000-0000-4000-8000-000000000001",
            false
        ),
    ])
    func configurationArns(text: String, isValid: Bool) {
        #expect(Identifiers.isScanConfigurationArn(text) == isValid)
    }

    @Test(arguments: [(0, "0 targets"), (1, "1 target"), (999, "999 targets"), (1204, "1,204 targets"), (1_000_000, "1,000,000 targets")])
    func numbersAreGrouped(number: Int, text: String) {
        #expect(number.counted("target") == text)
    }
}
