import AWSClient
import HTTPTypes
import JSON
import TestSupport
import Testing
import TextSafety

@testable import InspectorCore

@Suite struct InspectorTests {
    static let arn =
        "arn:aws:inspector2:eu-west-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000001"
    static let project = "project-00000000-0000-4000-8000-000000000002"
    static let item = Association(scanConfigurationArn: arn, resource: .projectId(project))

    private func sent(_ answer: String = "{}", _ call: (Inspector) async throws -> Void) async throws -> TransportRequest {
        let transport = RecordingTransport([answer])
        try await call(try transport.inspector())
        #expect(transport.isUsedUp)
        return try #require(transport.requests.first)
    }

    private func body(_ request: TransportRequest) -> String? {
        request.body.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func configurationsAreListedWithoutABody() async throws {
        let request = try await sent("{\"configurations\":[]}") {
            _ = try await $0.listCodeSecurityScanConfigurations(maxResults: 100, nextToken: "a b+c/=*~é")
        }
        #expect(request.method == "POST")
        let query = "maxResults=100&nextToken=a%20b%2Bc%2F%3D%2A~%C3%A9"
        #expect(request.url == "https://inspector2.eu-west-1.amazonaws.com/codesecurity/scan-configuration/list?" + query)
        #expect(request.body == nil)
        #expect(request.headers["content-type"] == nil)
    }

    @Test func associationsAreListedWithTheArnInTheBody() async throws {
        let request = try await sent("{\"associations\":[]}") {
            _ = try await $0.listCodeSecurityScanConfigurationAssociations(scanConfigurationArn: Self.arn)
        }
        #expect(request.url == "https://inspector2.eu-west-1.amazonaws.com/codesecurity/scan-configuration/associations/list")
        #expect(body(request) == "{\"scanConfigurationArn\":\"\(Self.arn)\"}")
        #expect(request.headers["content-type"] == "application/json")
    }

    @Test func coverageCarriesItsTokenInTheBody() async throws {
        let request = try await sent("{\"coveredResources\":[]}") {
            _ = try await $0.listCoverage(maxResults: 200, nextToken: "t")
        }
        #expect(request.url == "https://inspector2.eu-west-1.amazonaws.com/coverage/list")
        let filter = "{\"resourceType\":[{\"comparison\":\"EQUALS\",\"value\":\"CODE_REPOSITORY\"}]}"
        #expect(body(request) == "{\"filterCriteria\":\(filter),\"maxResults\":200,\"nextToken\":\"t\"}")
    }

    @Test func bothBatchesSendTheirItems() async throws {
        let item = "{\"resource\":{\"projectId\":\"\(Self.project)\"},\"scanConfigurationArn\":\"\(Self.arn)\"}"
        let away = try await sent { _ = try await $0.batchDisassociateCodeSecurityScanConfiguration([Self.item]) }
        #expect(away.url == "https://inspector2.eu-west-1.amazonaws.com/codesecurity/scan-configuration/batch/disassociate")
        #expect(body(away) == "{\"disassociateConfigurationRequests\":[\(item)]}")
        let back = try await sent { _ = try await $0.batchAssociateCodeSecurityScanConfiguration([Self.item]) }
        #expect(back.url == "https://inspector2.eu-west-1.amazonaws.com/codesecurity/scan-configuration/batch/associate")
        #expect(body(back) == "{\"associateConfigurationRequests\":[\(item)]}")
    }

    @Test func whatTheModelForbidsIsNotSent() async throws {
        let transport = RecordingTransport([])
        let inspector = try transport.inspector()
        let stranger = Association(scanConfigurationArn: Self.arn, resource: .unknown(member: "group", value: .string("g")))
        for requests in [
            [], Array(repeating: Self.item, count: 26), [stranger], [Association(scanConfigurationArn: "x", resource: .projectId("y"))],
        ] {
            await #expect(throws: CallError.self) { try await inspector.batchDisassociateCodeSecurityScanConfiguration(requests) }
        }
        await #expect(throws: CallError.self) { try await inspector.listCodeSecurityScanConfigurations(maxResults: 101) }
        await #expect(throws: CallError.self) { try await inspector.listCoverage(maxResults: 201) }
        await #expect(throws: CallError.self) {
            try await inspector.listCodeSecurityScanConfigurationAssociations(scanConfigurationArn: "nothing")
        }
        #expect(transport.requests.isEmpty)
    }

    @Test func anAnswerThatIsNotTheOperationsJSONIsAnErrorOfUnknownOutcome() async throws {
        let inspector = try RecordingTransport(["[1, 2"]).inspector()
        let error = await #expect(throws: CallError.self) {
            try await inspector.batchDisassociateCodeSecurityScanConfiguration([Self.item])
        }
        #expect(error?.outcomeIsUnknown == true)
        #expect(error?.sentence.contains("It is not known whether the service acted.") == true)
    }

    @Test func aListingLeavesNothingInDoubt() async throws {
        let inspector = try RecordingTransport(["[1, 2"]).inspector()
        let error = await #expect(throws: CallError.self) { try await inspector.listCodeSecurityScanConfigurations() }
        #expect(error?.outcomeIsUnknown == false)
    }

    @Test(arguments: ["{}", #"{"resource":{"projectId":"PROJECT-1"}}"#, #"{"resource":{"team":"blue"}}"#])
    func aListingWithARowThatMatchesNoProjectProvesNoAbsence(_ row: String) async throws {
        let service = InspectorRunService(inspector: try RecordingTransport(["{\"associations\":[\(row)]}"]).inspector())
        await service.list([Self.arn]) { arn, answer in
            guard arn == Self.arn, case .associations(_, provesAbsence: false) = answer else { return #expect(Bool(false), "\(answer)") }
        }
    }

    @Test func aListingFollowsEveryPageAndStopsAtARepeatedToken() async throws {
        let one = "{\"associations\":[{\"resource\":{\"projectId\":\"\(Self.project)\"}}],\"nextToken\":\"t\"}"
        let empty = "{\"associations\":[],\"nextToken\":\"u\"}"
        let last = "{\"associations\":[{\"resource\":{\"team\":\"blue\"}},{}],\"nextToken\":null}"
        let transport = RecordingTransport([one, empty, last])
        let all = try await AssociationListing(inspector: try transport.inspector()).associations(of: Self.arn)
        let strangers: [AssociationResource] = [
            .unknown(member: "team", value: .string("blue")), .unknown(member: "", value: .object([:])),
        ]
        #expect(all == [.projectId(Self.project)] + strangers)
        for answer in ["{}", "{\"message\":\"Sign in first\"}"] {
            let stranger = AssociationListing(inspector: try RecordingTransport([answer]).inspector())
            await #expect(throws: ListingError.self) { try await stranger.associations(of: Self.arn) }
        }
        let endless = RecordingTransport([one, one])
        await #expect(throws: ListingError.repeatedToken(operation: "ListCodeSecurityScanConfigurationAssociations")) {
            try await AssociationListing(inspector: try endless.inspector()).associations(of: Self.arn)
        }
    }
}
