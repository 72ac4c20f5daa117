import AWSClient
import TestSupport
import Testing

@testable import InspectorCore

/// What is read straight from bytes is what `JSONDecoder` reads, or is left to it.
@Suite struct ScannedBodyTests {
    private static let pages = [
        #"{"associations":[{"resource":{"projectId":"project-1"}},{"resource":{"projectId":"project-2"}}],"nextToken":"t"}"#,
        #"{ "associations" : [ { "resource" : { "projectId" : "ключ é漢字🚀" } } ] }"#,
        #"{"nextToken":"a \"b\\ <>é 🚀 \/","associations":[]}"#,
        #"{"associations":[{}],"more":{"deep":[1,-2.5,true,false,null,"x",{"y":[]}]}}"#,
        #"{"associations":null,"nextToken":null}"#, #"{"associations":[{"resource":null}]}"#, "{}", " {} ", "[]", "", "null", "{",
        #"{"associations":[{"resource":{"containerImageId":"image-1"}}]}"#,
        #"{"associations":[{"resource":{"projectId":"a","projectId":"b"}}]}"#,
        #"{"nextToken":"a","nextToken":"b"}"#, #"{"nextToken":1}"#, #"{"nextToken":"a"} x"#, #"{"nextToken":"a",}"#,
        #"{"x":01,"nextToken":"a"}"#, #"{"x":1e5,"nextToken":"a"}"#, #"{"x":.5}"#, #"{"x":tru}"#, "{\"nextToken\":\"\u{1}\"}",
    ]

    @Test(arguments: pages) func aPageReadsTheSameBothWays(text: String) {
        let type = ListCodeSecurityScanConfigurationAssociationsResponse.self
        #expect(WireJSON.scan(type, from: Array(text.utf8)) == WireJSON.decode(type, from: Array(text.utf8)))
    }

    @Test func whatIsUsualIsNotLeftToTheDecoder() {
        let scanned = Self.pages.prefix(4).map { text in
            JSONScan.value(of: Array(text.utf8)) { scan throws(JSONScan.Unusual) in
                try ListCodeSecurityScanConfigurationAssociationsResponse(&scan)
            }
        }
        #expect(scanned.allSatisfy { $0 != nil })
    }

    @Test func bytesThatWereChangedReadTheSameBothWays() {
        let broken = Property.counterexample(1_600) { random in
            var bytes = Array(random.pick(Array(Self.pages.prefix(4))).utf8)
            bytes[random.int(bytes.indices)] = UInt8(random.int(0..<256))
            let type = ListCodeSecurityScanConfigurationAssociationsResponse.self
            return WireJSON.scan(type, from: bytes) == WireJSON.decode(type, from: bytes) ? nil : "\(bytes)"
        }
        #expect(broken == nil)
    }

    @Test func batchesAndCoverageReadTheSameBothWays() {
        let batch = #"""
            {"successfulAssociations":[{"scanConfigurationArn":"a","resource":{"projectId":"p"}},{}],"failedAssociations":
            [{"scanConfigurationArn":"a","resource":{"projectId":"q"},"statusCode":"NEW_CODE","statusMessage":"no \u00e9"}]}
            """#
        let coverage = #"""
            {"coveredResources":[{"resourceId":"arn:x/project-1","resourceType":"CODE_REPOSITORY","accountId":"1","scanType":"CODE",
            "scanStatus":{"statusCode":"ACTIVE"},"lastScannedAt":1700000000.125,"resourceMetadata":{"codeRepository":
            {"projectName":"acme/ä","providerType":"GITHUB","providerTypeVisibility":"PRIVATE","integrationArn":"i","x":1}}}]}
            """#
        #expect(WireJSON.scan(BatchAssociationResponse.self, from: Array(batch.utf8))?.failedAssociations?.count == 1)
        #expect(isSame(BatchAssociationResponse.self, batch) && isSame(ListCoverageResponse.self, coverage))
        #expect(WireJSON.scan(ListCoverageResponse.self, from: Array(coverage.utf8))?.coveredResources?.first?.projectId == "project-1")
    }

    @Test func halfASurrogatePairInANameHidesNoPage() throws {
        let page = #"{"coveredResources":[{"resourceId":"a","resourceMetadata":{"codeRepository":{"projectName":"x\ud800y"}}}]}"#
        let read = try #require(WireJSON.scan(ListCoverageResponse.self, from: Array(page.utf8)))
        #expect(read.coveredResources?.first?.resourceMetadata?.codeRepository?.projectName == "x\u{FFFD}y")
    }

    private func isSame<Answer: ScannedBody & Equatable>(_ type: Answer.Type, _ text: String) -> Bool {
        let scanned = JSONScan.value(of: Array(text.utf8)) { scan throws(JSONScan.Unusual) in try Answer(&scan) }
        return scanned != nil && scanned == WireJSON.decode(type, from: Array(text.utf8))
    }

    private static let twice = [
        #"{"successfulAssociations":[],"successfulAssociations":[{"scanConfigurationArn":"a","resource":{"projectId":"p"}}]}"#,
        #"{"successfulAssociations":[{"scanConfigurationArn":"a","scanConfigurationArn":"b","resource":{"projectId":"p"}}]}"#,
        #"{"successfulAssociations":[{"scanConfigurationArn":"a","resource":{"projectId":"p","projectId":"q"}}]}"#,
        #"{"failedAssociations":[{"statusCode":"A","st\u0061tusCode":"B"}],"successfulAssociations":[]}"#,
        #"{"successfulAssociations":[],"failedAssociations":[],"x":1,"x":2}"#,
        #"{"successfulAssociations":[],"failedAssociations":[],"x":[{"y":{"z":1,"z":2}}]}"#,
    ]

    @Test(arguments: twice) func aMemberThatIsThereTwiceMakesABatchNonsense(text: String) {
        #expect(WireJSON.scan(BatchAssociationResponse.self, from: Array(text.utf8)) == nil)
        #expect(WireJSON.scan(BatchAssociationResponse.self, from: Array((" " + text + " ").utf8)) == nil)
    }

    @Test func listingsAndCoverageWithAMemberTwiceAreNone() {
        let pages = [
            #"{"associations":[{"resource":{"projectId":"a","projectId":"b"}}]}"#, #"{"nextToken":"a","nextToken":"b","associations":[]}"#,
            #"{"associations":[{"resource":{"projectId":"a"},"resource":{"projectId":"b"}}]}"#, #"{"associations":[{"x":1,"x":1}]}"#,
        ]
        let type = ListCodeSecurityScanConfigurationAssociationsResponse.self
        #expect(pages.allSatisfy { WireJSON.scan(type, from: Array($0.utf8)) == nil })
        let coverage = #"{"coveredResources":[{"resourceMetadata":{"codeRepository":{"projectName":"a","projectName":"b"}}}]}"#
        #expect(WireJSON.scan(ListCoverageResponse.self, from: Array(coverage.utf8)) == nil)
        let configurations = #"{"configurations":[{"scanConfigurationArn":"a","name":"b","name":"c","ownerAccountId":"1"}]}"#
        #expect(WireJSON.decode(ListCodeSecurityScanConfigurationsResponse.self, from: Array(configurations.utf8)) == nil)
    }

    @Test func anObjectOfManyUnknownMembersIsStillRead() {
        let members = (0..<50).map { "\"x\($0)\":\($0)," }.joined()
        #expect(WireJSON.scan(BatchAssociationResponse.self, from: Array("{\(members)\"failedAssociations\":[]}".utf8)) != nil)
    }

    @Test func aBatchIsWrittenAsTheEncoderWritesIt() {
        let items = (1...3).map { number in
            Association(
                scanConfigurationArn: InventoryTests.configuration(number).scanConfigurationArn, resource: InventoryTests.project(number))
        }
        let body = BatchDisassociateCodeSecurityScanConfigurationRequest(disassociateConfigurationRequests: items)
        #expect(BatchBody.bytes("disassociateConfigurationRequests", items) == WireJSON.encode(body))
    }
}
