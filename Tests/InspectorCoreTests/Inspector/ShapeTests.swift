import JSON
import Testing

@testable import InspectorCore

@Suite struct ShapeTests {
    private func read<Value: JSONReadable>(_ type: Value.Type, _ text: String) throws(JSONError) -> Value {
        try Value(json: Array(text.utf8))
    }

    @Test(arguments: [
        #"{"projectId":"project-1"}"#, #"{"team":{"id":9007199254740993,"names":["a",null,true,1.5]}}"#, #"{"a":1,"b":"c"}"#, "{}",
    ])
    func aResourceSurvivesAsItCame(text: String) throws {
        let resource = try read(AssociationResource.self, text)
        #expect(String(decoding: resource.json, as: UTF8.self) == text)
        #expect((resource.projectId != nil) == text.contains("projectId"))
    }

    @Test func nullMembersOfTheUnionAreAbsent() throws {
        let resource = try read(AssociationResource.self, #"{"projectId":"project-1","team":null}"#)
        #expect(resource == .projectId("project-1"))
    }

    @Test func aSummaryMayLackWhatIsOptionalAndHoldWhatIsNew() throws {
        let text =
            #"{"scanConfigurationArn":"arn","ruleSetCategories":["SAST","NEW"],"scopeSettings":{"projectSelectionScope":"ALL"},"new":{}}"#
        let summary = try read(ScanConfiguration.self, text)
        #expect(summary.name == "arn")
        #expect(summary.ruleSetCategories == ["SAST", "NEW"])
        #expect(summary.isDefault)
    }

    @Test func unknownStatusCodesSurvive() throws {
        let text = #"{"failedAssociations":[{"statusCode":"TOO_LATE","statusMessage":"m"}]}"#
        let response = try read(BatchAssociationResponse.self, text)
        #expect(response.failedAssociations?.first?.statusCode?.rawValue == "TOO_LATE")
        #expect(response.successfulAssociations == nil)
    }

    @Test(arguments: [
        ("{}", nil), (#"{"projectId":"p","team":"t"}"#, nil), (#"{"projectId":7}"#, "projectId is a number, not a string"),
        ("[]", "this is an array, not an object"), ("null", "this is null, not an object"),
    ]) func aResourceIsAnObjectWhoseProjectIsAString(text: String, problem: String?) {
        do throws(JSONError) {
            #expect(try read(AssociationResource.self, text).projectId == nil)
            #expect(problem == nil)
        } catch {
            #expect(error.words == problem)
        }
    }

    @Test func aConfigurationWithoutItsArnIsNone() {
        #expect(throws: JSONError.self) { try read(ScanConfiguration.self, #"{"name":"n"}"#) }
        #expect(throws: JSONError.self) { try read(ScanConfiguration.self, #"{"scanConfigurationArn":null}"#) }
    }

    private static let twice = [
        #"{"successfulAssociations":[],"successfulAssociations":[{"scanConfigurationArn":"a","resource":{"projectId":"p"}}]}"#,
        #"{"successfulAssociations":[{"scanConfigurationArn":"a","scanConfigurationArn":"b","resource":{"projectId":"p"}}]}"#,
        #"{"successfulAssociations":[{"scanConfigurationArn":"a","resource":{"projectId":"p","projectId":"q"}}]}"#,
        #"{"failedAssociations":[{"statusCode":"A","st\u0061tusCode":"B"}],"successfulAssociations":[]}"#,
        #"{"successfulAssociations":[],"failedAssociations":[],"x":1,"x":2}"#,
        #"{"successfulAssociations":[],"failedAssociations":[],"x":[{"y":{"z":1,"z":2}}]}"#,
        #"{"successfulAssociations":[],"failedAssociations":[],"x":[{"y":{"z":1,"\u007a":2}}]}"#,
    ]

    @Test(arguments: twice) func aBatchWithAMemberTwiceIsMalformed(text: String) {
        #expect(throws: JSONError.self) { try read(BatchAssociationResponse.self, text) }
        #expect(throws: JSONError.self) { try read(BatchAssociationResponse.self, " " + text + " ") }
    }

    @Test func listingsAndCoverageWithAMemberTwiceAreNone() {
        let pages = [
            #"{"associations":[{"resource":{"projectId":"a","projectId":"b"}}]}"#, #"{"nextToken":"a","nextToken":"b","associations":[]}"#,
            #"{"associations":[{"resource":{"projectId":"a"},"resource":{"projectId":"b"}}]}"#, #"{"associations":[{"x":1,"x":1}]}"#,
        ]
        for page in pages {
            #expect(throws: JSONError.self) { try read(ListCodeSecurityScanConfigurationAssociationsResponse.self, page) }
        }
        let coverage = #"{"coveredResources":[{"resourceMetadata":{"codeRepository":{"projectName":"a","projectName":"b"}}}]}"#
        #expect(throws: JSONError.self) { try read(ListCoverageResponse.self, coverage) }
        let configurations = #"{"configurations":[{"scanConfigurationArn":"a","name":"b","name":"c","ownerAccountId":"1"}]}"#
        #expect(throws: JSONError.self) { try read(ListCodeSecurityScanConfigurationsResponse.self, configurations) }
    }

    @Test func halfASurrogatePairInANameHidesNoPage() throws {
        let page = #"{"coveredResources":[{"resourceId":"a","resourceMetadata":{"codeRepository":{"projectName":"x\ud800y"}}}]}"#
        let read = try read(ListCoverageResponse.self, page)
        #expect(read.coveredResources?.first?.resourceMetadata?.codeRepository?.projectName == "x\u{FFFD}y")
    }

    @Test func anObjectOfManyUnknownMembersIsStillRead() throws {
        let members = (0..<50).map { "\"x\($0)\":\($0)," }.joined()
        #expect(try read(BatchAssociationResponse.self, "{\(members)\"failedAssociations\":[]}").failedAssociations == [])
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
            "arn:aws-eusc:inspector2:eusc-de-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            true
        ),
        (
            "arn:aws-iso-b:inspector2:us-isob-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001",
            true
        ),
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
