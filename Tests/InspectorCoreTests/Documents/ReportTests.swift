import Foundation
import InspectorCore
import JSON
import TestSupport
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

    @Test func whatListingsDoNotConfirmCountsAsFailed() throws {
        let report = RunReport(
            runId: "run", journal: nil, plan: MadePlan.plan(1),
            outcomes: [.notConfirmed(statusCode: AssociationStatusCode(rawValue: "NOT_DISASSOCIATED"), asOf: "noon")])
        let json = try JSONSerialization.jsonObject(with: Data(RunDocument(report).jsonDocument)) as? [String: Any]
        let failure = try #require((json?["failedAssociations"] as? [[String: Any]])?.first)
        #expect(failure["statusCode"] as? String == "NOT_DISASSOCIATED")
        #expect(failure["statusMessage"] as? String == "reported done, still listed as of noon")
        #expect((json?["successfulAssociations"] as? [Any])?.isEmpty == true)
    }

    @Test func membersOfADocumentAreSortedAndPrintedAsFoundationPrintsThem() throws {
        var plan = MadePlan.plan(2, action: .associate)
        plan.alreadyDone = plan.targets
        var report = report
        report.remarks = ["remark"]
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        for bytes in [RunDocument(report).jsonDocument, PlanDocument(plan).jsonDocument, PlanDocument(MadePlan.plan(1)).jsonDocument] {
            let text = String(decoding: bytes, as: UTF8.self).replacing("\\u001b", with: "")
            let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let printed = String(decoding: try JSONSerialization.data(withJSONObject: value, options: options), as: UTF8.self)
            #expect(text == printed + "\n")
        }
    }

    @Test func aRemarkStandsInTheFirstRowOnly() {
        var report = report
        report.remarks = ["One.", "Two."]
        let lines = OutcomeTable.csv(report).components(separatedBy: "\r\n").dropLast()
        #expect(lines.map { $0.hasSuffix("One. Two.") } == [false, true, false, false, false])
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

    @Test func aPlansTableInPiecesIsTheWholeOne() {
        var plan = MadePlan.plan(5, configurations: 2)
        plan.alreadyDone = MadePlan.plan(1).targets
        var lines: [String] = []
        OutcomeTable.writeCSV(plan) { lines.append($0) }
        #expect(lines.count == 7 && lines.joined() == OutcomeTable.csv(plan))
    }
}
