import InspectorCore
import Testing

@testable import scanconfig

/// The forms in which results are written.
@Suite struct OutputTests {
    @Test func columnsAreAsWideAsTheirWidestCellOnTheScreen() {
        let table = TextTable(headings: ["NAME", "ID"], rows: [["日本", "1"], ["a", "22"], ["", "\u{1B}[2J"]])
        #expect(table.text == "NAME  ID\n日本  1\na     22\n      \u{FFFD}[2J\n")
    }

    @Test func noLineOfATableEndsInSpaces() {
        let table = TextTable(headings: ["A", "LONG HEADING"], rows: [["x", ""], ["", ""]])
        #expect(table.text == "A  LONG HEADING\nx\n\n")
    }

    @Test(arguments: [
        (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_349, "1.3 kB"), (999_949, "999.9 kB"), (999_950, "1.0 MB"),
        (2_500_000_000, "2.5 GB"), (7_000_000_000_000_000, "7000.0 TB"),
    ])
    func bytesHaveTheUnitThatFits(bytes: Int, text: String) {
        #expect(RunsDiskOutput.size(bytes) == text)
    }

    /// One endless name must not push every other row apart; the last column needs no limit.
    @Test func anEndlessNameDoesNotWidenItsColumn() {
        let (long, text) = (String(repeating: "n", count: 5_000), String(repeating: "m", count: 300))
        let table = TextTable(headings: ["PROJECT", "ID", "STATUS"], rows: [[long, "1", ""], ["a", "2", text]]).text
        let lines = table.split(separator: "\n")
        #expect(lines[1].hasPrefix("nnn") && lines[1].contains("…") && lines[1].count < 150)
        #expect(lines[2].hasSuffix(text))
        #expect(lines[2].hasPrefix("a" + String(repeating: " ", count: 141)))
        let name = String(repeating: "o", count: 39) + "/" + String(repeating: "r", count: 100)
        #expect(TextTable(headings: ["PROJECT", "ID"], rows: [[name, "1"]]).text.contains("\(name)  1"), "a real name is never cut")
    }

    /// A successful answer counts without a listing; a command that only verifies, or whose credentials changed, confirmed nothing.
    @Test(arguments: [
        (false, false, false, nil), (true, false, false, nil), (true, false, true, scanconfig.ExitStatus.configuration),
        (true, true, false, .partial),
        (true, true, true, .configuration), (false, true, true, nil),
    ]) func theStatusTellsWhetherAnythingWasConfirmed(
        isUnconfirmed: Bool, verifies: Bool, isBlocked: Bool, status: scanconfig.ExitStatus?
    ) {
        var report = RunReport(runId: "r", journal: nil, plan: Self.plan, outcomes: [.succeeded], unlisted: isUnconfirmed ? 1 : 0)
        report.credentialsProblem = isBlocked ? "another account" : nil
        #expect(RunEnd(report: report, signal: nil, stateDirOption: "", verifiesOnly: verifies).status == status)
        report.outcomes = [.notSent(.stopped)]
        #expect(RunEnd(report: report, signal: nil, stateDirOption: "", verifiesOnly: verifies).status == .partial)
    }

    private static let plan = Plan(
        action: .disassociate, account: nil, region: "us-east-1", caller: nil,
        targets: [PlanTarget(association: Association(scanConfigurationArn: "a", resource: .projectId("p")))], warnings: [])

    /// That the journal could not be written to the end is an exit status, and is said with the next step.
    @Test func aJournalThatWasLostIsToldAtTheEnd() {
        let report = RunReport(runId: "r", journal: "/j", plan: Self.plan, outcomes: [.succeeded], journalLoss: "No space left.")
        #expect(RunEnd(report: report, signal: nil, stateDirOption: "").status == .partial)
        #expect(report.lossWords?.contains("No space left. The journal of run r lacks what came after that") == true)
        #expect(report.lossWords?.contains("scanconfig resume r") == true)
    }
}
