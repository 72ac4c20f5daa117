import Foundation
import TestSupport
import Testing

@testable import InspectorCore

/// A run's report for a ticket, as Markdown and as HTML.
@Suite struct TicketTests {
    private static let hostile = [
        "</td><script>alert(1)</script>", "a`|`b", "a\\|b", "@team #1 www.evil.example http://evil.example", "![x](http://evil.example)",
        "\"' onload=alert(1)", "\u{202E}txt.exe", "line\nbreak\r\n| cell |", "&lt;b&gt;", "</code>|<img src=x>", "*bold* _it_ ~~no~~", " ",
    ]

    private static func report(_ names: [String]) -> RunReport {
        var plan = MadePlan.plan(names.count)
        for (place, name) in names.enumerated() {
            (plan.targets[place].projectName, plan.targets[place].configurationName) = (name, name)
        }
        (plan.region, plan.caller, plan.warnings) = ("eu-west-1", names[0], [.defaultConfiguration(name: names[0], targets: 1)])
        let outcomes = names.map { Outcome.failed(statusCode: AssociationStatusCode(rawValue: "X\($0)"), statusMessage: $0) }
        return RunReport(runId: names[0], journal: "/j/\(names[0])", plan: plan, outcomes: outcomes, remarks: names)
    }

    private func recorded() async throws -> (ticket: Ticket, bytes: [UInt8], folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let store = JournalStore(folder: folder.path)
        var plan = MadePlan.plan(4)
        (plan.targets[0].projectName, plan.caller, plan.retries) = ("acme/ledger", "arn:aws:sts::123456789012:assumed-role/Ops/me", "run-0")
        plan.alreadyDone = [PlanTarget(association: MadePlan.association(9))]
        let journal = try await store.create(plan, seed: 1)
        let denied = Outcome.failed(statusCode: .accessDenied, statusMessage: "Not allowed.")
        try await journal.record([
            .intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1]),
            .answered(
                call: 1, attempt: 1,
                [OutcomeGroup(outcome: denied, targets: [0]), OutcomeGroup(outcome: .succeeded, targets: [1])], requestId: "request-1"),
            .settled([OutcomeGroup(outcome: .notSent(.stopped), targets: [2, 3])]), .finished,
        ])
        await journal.close()
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: store.path(of: journal.runId))))
        return (try store.ticket(journal.runId), bytes, folder)
    }

    @Test func aMoveTellsWhatItDidInEachStage() {
        let covers = (0..<2).map { PlanTarget(association: MadePlan.association($0, configuration: 2), change: .associate) }
        let rest = (0..<2).map { PlanTarget(association: MadePlan.association($0, configuration: 1), change: .disassociate) }
        let plan = Plan(action: .move, account: "123456789012", region: "us-east-1", caller: nil, targets: covers + rest, warnings: [])
        let outcomes: [Outcome] = [.succeeded, .succeeded, .succeeded, .notSent(.notCovered(detail: "the listing does not show it"))]
        let ticket = Ticket(RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes))
        #expect(ticket.groups.map(\.title) == ["Not sent, project not covered", "Done, associated", "Done, disassociated"])
        #expect(ticket.markdown.contains("## Done, associated: 2 associations"), "only a code of the service stands in code")
        #expect(
            ticket.markdown.contains("# Move: create 2 associations, then disassociate 2 associations (2 projects) in 1 configuration"))
    }

    @Test func itTellsWhoDidWhatAndWhatBecameOfEach() async throws {
        let (ticket, bytes, _) = try await recorded()
        for text in [ticket.markdown, ticket.html] {
            for fact in [
                "Disassociation of 4 associations (4 projects) in 1 configuration", "123456789012", "us-east-1",
                "arn:aws:sts::123456789012:assumed-role/Ops/me", "run-0", FileDigest.sha256(bytes), ".jsonl", "request-1", "acme/ledger",
                "Not allowed.", "ACCESS_DENIED", "Not associated when planned", "1 disassociated, 1 failed, 2 not sent",
                MadePlan.projectId(0), MadePlan.projectId(9), MadePlan.arn(0),
            ] {
                #expect(text.contains(fact), "\(fact)")
            }
        }
        #expect(
            ticket.markdown.contains("## A resume settles these: 2 associations")
                && ticket.html.contains("<h2>Needs someone else: 1 association</h2>"))
        #expect(ticket.markdown.contains("| Journal integrity | every line matches its checksum |"))
        let titles = ticket.groups.map(\.title)
        #expect(titles == ["Not sent", "ACCESS_DENIED", "Done", "Not associated when planned"], "what matters comes first")
        let columns = ticket.groups.map { $0.columns.map(\.rawValue).joined(separator: " ") }
        #expect(columns[1] == "Project Project ID Configuration Sent Answered Request ID")
        #expect(columns[0] == "Project Project ID Configuration")
        #expect(columns[2] == "Project Project ID Configuration Sent Answered Request ID")
    }

    @Test func theTimesAreThoseOfTheCalls() async throws {
        let (ticket, bytes, _) = try await recorded()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let moments = lines.compactMap { $0.firstMatch(of: /^.."at":"([^"]+)"/)?.1 ?? $0.firstMatch(of: /"at":"([^"]+)"/)?.1 }
        let denied = try #require(ticket.groups.first { $0.title == "ACCESS_DENIED" })
        let cells = ticket.cells(denied.targets[0], of: denied)
        #expect(cells[3...].map(\.self) == [String(moments[1]), String(moments[2]), "request-1"])
    }

    @Test func aMessageStandsOnceUnlessThereAreSeveral() {
        let same = Outcome.failed(statusCode: .accessDenied, statusMessage: "Only the administrator may.")
        let outcomes = [
            same, same, same, .failed(statusCode: .internalError, statusMessage: "a"),
            .failed(statusCode: .internalError, statusMessage: "b"),
        ]
        let ticket = Ticket(RunReport(runId: "run", journal: nil, plan: MadePlan.plan(5), outcomes: outcomes))
        #expect(ticket.groups.map { $0.columns.contains(.message) } == [true, false])
        for text in [ticket.markdown, ticket.html] {
            #expect(text.components(separatedBy: "Only the administrator may.").count == 2)
        }
    }

    @Test func nothingFromOutsideIsMarkupInHTML() {
        let hostile = Ticket(Self.report(Self.hostile)).html
        let harmless = Ticket(Self.report(Self.hostile.indices.map { "name\($0)" })).html
        for tag in ["<script", "<img", "<td", "<th", "<tr", "<table", "<section", "<li", "<a ", "<bdi", "<h2", "<"] {
            let count = hostile.components(separatedBy: tag).count
            let dashes = tag == "<bdi" || tag == "<" ? 0...harmless.count : 0...0
            #expect(dashes.contains(harmless.components(separatedBy: tag).count - count), "\(tag)")
        }
        #expect(!hostile.contains("\u{202E}"))
        #expect(hostile.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;") && hostile.contains("&amp;lt;b&amp;gt;"))
        for outside in ["http-equiv=\"refresh", "src=", "href=\"http", "@import", "url("] {
            #expect(!harmless.contains(outside), "it needs no other file")
        }
    }

    @Test func nothingFromOutsideIsMarkupInMarkdown() {
        let hostile = Ticket(Self.report(Self.hostile)).markdown
        let harmless = Ticket(Self.report(Self.hostile.indices.map { "name\($0)" })).markdown
        #expect(hostile.split(separator: "\n").count == harmless.split(separator: "\n").count, "each row is a line")
        for (mine, theirs) in zip(hostile.split(separator: "\n"), harmless.split(separator: "\n")) {
            #expect(mine.count { $0 == "|" } == theirs.count { $0 == "|" } || !theirs.hasPrefix("|"), "\(mine)")
            #expect(
                Self.outsideOfCode(mine).count { "<@#![*~".contains($0) } == Self.outsideOfCode(theirs).count { "<@#![*~".contains($0) })
        }
    }

    /// A line without its code.
    private static func outsideOfCode(_ line: Substring) -> String {
        String(line).replacing(/<code>[^<`|]*<\/code>/, with: "").replacing(/`[^`]*`/, with: "")
    }

    @Test func aNameInMarkdownIsTheNameAgain() {
        #expect(Ticket.code("acme/ledger") == "`acme/ledger`")
        #expect(Ticket.code("a|b") == "<code>a&#124;b</code>")
        #expect(Ticket.code("`a`") == "<code>&#96;a&#96;</code>")
        #expect(Ticket.code("") == "–")
    }

    @Test func aRetryTakesWhatMayPassUnlessCodesAreNamed() {
        let codes: [AssociationStatusCode] = [.accessDenied, .internalError, .resourceNotFound, .accessDenied]
        var plan = MadePlan.plan(5, action: .associate)
        plan.undoes = "run-0"
        let outcomes = codes.map { Outcome.failed(statusCode: $0, statusMessage: nil) } + [.unresolved(.interrupted)]
        let report = RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes)
        let retry = report.retryPlan(codes: [])
        #expect(retry.targets == [plan.targets[1]])
        #expect((retry.action, retry.undoes, retry.retries) == (.associate, "run-0", "run-1"))
        #expect(report.retryPlan(codes: ["ACCESS_DENIED"]).targets == [plan.targets[0], plan.targets[3]])
        #expect(report.failureCounts == ["ACCESS_DENIED": 2, "INTERNAL_ERROR": 1, "RESOURCE_NOT_FOUND": 1])
    }

    @Test func theJournalNamesTheRunThatIsRetried() async throws {
        let folder = try TemporaryFolder()
        let store = JournalStore(folder: folder.path)
        var plan = MadePlan.plan(1)
        plan.retries = "run-0"
        let journal = try await store.create(plan, seed: 1)
        await journal.close()
        #expect(try store.open(journal.runId).plan.retries == "run-0")
        #expect(try store.list().map(\.retries) == ["run-0"])
    }
}
