import Foundation
import JSON
import TestSupport
import Testing

@testable import InspectorCore

/// Answers of the service, damaged, or with members that nobody knows yet.
@Suite struct ShapePropertyTests {
    private static let arn = MadePlan.arn(1)
    private static let project = #"{"projectId":"\#(MadePlan.projectId(1))"}"#
    private static let configurations = [
        #"{"configurations":[{"scanConfigurationArn":"\#(arn)","name":"n","ownerAccountId":"123456789012","ruleSetCategories":["SAST"],"#
            + #""scopeSettings":{"projectSelectionScope":"ALL"},"tags":{"a":"b"}}],"nextToken":"/+=&%?# ~*é"}"#
    ]
    private static let associations = [
        #"{"associations":[{"resource":\#(project)},{"resource":{"team":{"id":[1,null]}}},{}],"nextToken":null}"#
    ]
    private static let pages = [#"{"associations":[{"resource":\#(project)},{"resource":\#(project)}],"nextToken":"a\u00e9\"/"}"#]
    private static let coverage = [
        #"{"coveredResources":[{"resourceId":"arn:aws:inspector2:x:1:codesecurity-integration/u/project-1","resourceType":"CODE_REPOSITORY","#
            + #""resourceMetadata":{"codeRepository":{"projectName":"acme/a","providerType":"GITHUB"}},"lastScannedAt":1700000000.5}]}"#
    ]
    private static let batch = [
        #"{"successfulAssociations":[{"scanConfigurationArn":"\#(arn)","resource":\#(project)}],"failedAssociations":[{"#
            + #""scanConfigurationArn":"\#(arn)","resource":\#(project),"statusCode":"ACCESS_DENIED","statusMessage":"no"}]}"#
    ]

    /// What Foundation makes of an answer, in the words of a mirror; nothing when it makes nothing of it.
    private func difference<Shape: JSONReadable, Mirror: AnswerMirror>(
        _ type: Shape.Type, _ mirror: Mirror.Type, _ samples: [String], _ mirrored: (Shape) -> Mirror
    ) -> String? {
        Property.counterexample(1200) { random in
            let sample = random.pick(samples)
            let places = sample.indices.filter { "{,".contains(sample[$0]) }
            let place = sample.index(after: random.pick(places))
            let odd = sample[..<place] + random.pick(["", " \n", "\"x\":\(random.json()),"]) + sample[place...]
            let bytes = random.oneIn(2) ? Array(odd.utf8) : random.mutation(of: samples + [String(odd)])
            let text = String(decoding: bytes, as: UTF8.self)
            let (ours, theirs) = (try? Shape(json: bytes), try? JSONDecoder().decode(mirror, from: Data(bytes)))
            if let ours { return mirrored(ours) == theirs ? nil : "\(text) is \(ours), and \(theirs.map { "\($0)" } ?? "nothing")" }
            // What is not JSON for us, and a member that comes twice, Foundation may let pass.
            return theirs == nil || (try? JSONValue(json: bytes)) == nil ? nil : "\(text) is nothing"
        }
    }

    @Test func anAnswerIsReadAsFoundationReadsIt() {
        #expect(
            difference(ListCodeSecurityScanConfigurationsResponse.self, ConfigurationsMirror.self, Self.configurations) { page in
                ConfigurationsMirror(
                    configurations: page.configurations?.map {
                        .init(
                            scanConfigurationArn: $0.scanConfigurationArn, name: $0.name, ruleSetCategories: $0.ruleSetCategories,
                            scope: $0.scopeSettings?.projectSelectionScope)
                    }, nextToken: page.nextToken)
            } == nil)
        #expect(
            difference(
                ListCodeSecurityScanConfigurationAssociationsResponse.self, AssociationsMirror.self, Self.associations + Self.pages
            ) { page in
                AssociationsMirror(
                    associations: page.associations?.map { .init(projectId: $0.resource?.projectId) }, nextToken: page.nextToken)
            } == nil)
        #expect(
            difference(ListCoverageResponse.self, CoverageMirror.self, Self.coverage) { page in
                CoverageMirror(
                    coveredResources: page.coveredResources?.map {
                        .init(resourceId: $0.resourceId, projectName: $0.resourceMetadata?.codeRepository?.projectName)
                    }, nextToken: page.nextToken)
            } == nil)
        #expect(
            difference(BatchAssociationResponse.self, BatchMirror.self, Self.batch) { answer in
                BatchMirror(
                    successfulAssociations: answer.successfulAssociations?.map {
                        .init(scanConfigurationArn: $0.scanConfigurationArn, projectId: $0.resource?.projectId)
                    },
                    failedAssociations: answer.failedAssociations?.map {
                        .init(
                            scanConfigurationArn: $0.scanConfigurationArn, projectId: $0.resource?.projectId,
                            statusCode: $0.statusCode?.rawValue, statusMessage: $0.statusMessage)
                    })
            } == nil)
    }

    @Test func membersThatNobodyKnowsChangeNothing() throws {
        let known = try BatchAssociationResponse(json: Array(Self.batch[0].utf8))
        let broken = Property.counterexample(600) { random in
            let name = "\"new\(random.int(0..<9))\":"
            let places = Self.batch[0].indices.filter { Self.batch[0][$0] == "{" && !Self.batch[0][$0...].hasPrefix(#"{"projectId"#) }
            let place = Self.batch[0].index(after: random.pick(places))
            let text = Self.batch[0][..<place] + name + random.json() + "," + Self.batch[0][place...]
            return (try? BatchAssociationResponse(json: Array(text.utf8))) == known ? nil : String(text)
        }
        #expect(broken == nil)
    }

    @Test func aResourceOfAnyShapeSurvives() {
        let broken = Property.counterexample(800) { random in
            let text =
                "{" + random.pick(["\"projectId\":", "\"team\":", "\"a\":null,\"team\":", "\"b\":1,\"projectId\":"]) + random.json() + "}"
            guard let resource = try? AssociationResource(json: Array(text.utf8)) else { return nil }
            let again = try? AssociationResource(json: resource.json)
            return again == resource ? nil : "\(text): \(resource) became \(again.map { "\($0)" } ?? "nothing")"
        }
        #expect(broken == nil)
    }

    @Test func onlyWhatTheServiceModelAllowsIsAnIdentifier() throws {
        let broken = Property.counterexample(3000) { random in
            let project = String(decoding: random.mutation(of: [MadePlan.projectId(1)]), as: UTF8.self)
            let arns = [Self.arn, Self.arn.replacingOccurrences(of: "owner/123456789012", with: "owner/o-abcdefghij")]
            let arn = String(decoding: random.mutation(of: arns), as: UTF8.self)
            let isProject = project.utf8.count < 1000 && project.wholeMatch(of: /project-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil
            let pattern =
                /arn:(aws[a-zA-Z\-]*)?:inspector2:[a-z]{2,4}(-[a-z]+){1,2}-[0-9]:[0-9]{12}:owner\/([0-9]{12}|o-[a-z0-9]{10,32})\/codesecurity-configuration\/[0-9a-f\-]{36}/
            let isArn = arn.utf8.count < 1000 && arn.wholeMatch(of: pattern) != nil
            if Identifiers.isProjectId(project) != isProject { return project }
            return Identifiers.isScanConfigurationArn(arn) == isArn ? nil : arn
        }
        #expect(broken == nil)
    }
}
