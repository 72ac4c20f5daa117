import Foundation
import InspectorCore
import JSON
import Testing

@Suite struct ReportTests {
    private let report = RunReport(
        runId: "run", journal: "/j", plan: MadePlan.plan(4),
        outcomes: [
            .succeeded, .failed(statusCode: .accessDenied, statusMessage: "No, \"never\"\u{1B}[0m"), .unresolved(.notMentioned),
            .notSent(.stopped),
        ])

    @Test func aRunsDocumentHasEachTargetInOneList() throws {
        let json = try JSONSerialization.jsonObject(with: Data(RunDocument(report).jsonDocument)) as? [String: Any]
        let document = try #require(json)
        #expect(document["runId"] as? String == "run")
        #expect(document["account"] as? String == "123456789012")
        let lists = ["successfulAssociations", "failedAssociations", "unresolvedAssociations", "notSentAssociations"]
        for (place, list) in lists.enumerated() {
            let entries = try #require(document[list] as? [[String: Any]])
            #expect(entries.count == 1)
            #expect((entries.first?["resource"] as? [String: String])?["projectId"] == MadePlan.projectId(place))
        }
        let failure = (document["failedAssociations"] as? [[String: Any]])?.first
        #expect(failure?["statusCode"] as? String == "ACCESS_DENIED")
    }

    @Test func aTableHasOneRowATarget() {
        let lines = OutcomeTable.csv(report).components(separatedBy: "\r\n")
        #expect(lines.count == 6)
        #expect(lines[0].hasPrefix("scanConfigurationArn,projectId,"))
        #expect(lines[2].hasSuffix(#",failed,ACCESS_DENIED,"No, ""never""�[0m",disassociate,"#))
        #expect(lines[4].hasSuffix(",notSent,,stopped before it was sent,disassociate,"))
    }

    @Test func anUndosDocumentIsNotMistakenForAPlan() throws {
        let text = String(decoding: PlanDocument(MadePlan.plan(1, action: .associate)).jsonDocument, as: UTF8.self)
        #expect(text.contains("\"associateConfigurationRequests\""))
        #expect(!text.contains("disassociateConfigurationRequests"))
    }

    @Test(arguments: AssociationStatusCode.documented) func everyDocumentedCodeHasAdvice(_ code: AssociationStatusCode) {
        #expect(StatusAdvice(code).sentence != StatusAdvice(AssociationStatusCode(rawValue: "NEW")).sentence)
    }

    @Test func aRetryMakesSenseForWhatMayPass() {
        #expect(StatusAdvice(.internalError).isRetryable)
        #expect(StatusAdvice(AssociationStatusCode(rawValue: "ConflictException")).isRetryable)
        #expect(!StatusAdvice(.notDisassociated).isRetryable)
        #expect(!StatusAdvice(.accessDenied).isRetryable)
        #expect(!StatusAdvice(.resourceNotFound).isRetryable)
    }
}
