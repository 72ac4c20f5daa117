import InspectorCore
import JSON
import Testing

/// What a plan does to coverage in numbers, and what a run has changed.
@Suite struct CoverageTests {
    private static let now: Int64 = 1_800_000_000

    /// Projects 1 to 4: lost and scanned lately, lost and scanned long ago, kept and never scanned, kept and not covered.
    private func draft(isComplete: Bool = true) -> PlanDraft {
        let day: Int64 = 86_400
        let projects = [
            MadePlan.projectId(1): PlannedProject(
                configurations: 1, lastScan: .at(Self.now - 30 * day), account: "111111111111", provider: "GITHUB"),
            MadePlan.projectId(2): PlannedProject(
                configurations: 1, lastScan: .at(Self.now - 31 * day), account: "222222222222", provider: "GITHUB"),
            MadePlan.projectId(3): PlannedProject(configurations: 2, lastScan: .never, account: "111111111111", provider: "GITHUB"),
            MadePlan.projectId(4): PlannedProject(configurations: 2),
        ]
        let facts = PlanFacts(
            account: "123456789012", region: "us-east-1", projects: projects, isComplete: isComplete, namesKnown: true, now: Self.now)
        return Planner(facts: facts).draft(.disassociate, targets: (1...4).map { PlanTarget(association: MadePlan.association($0)) })
    }

    private func numbers(_ part: CoverageSummary.Part?) -> [String] { part?.numbers.map { $0.fact.words($0.count) } ?? [] }

    @Test func onlyWhatIsProvenIsCounted() throws {
        let summary = try #require(draft().coverageSummary)
        #expect(
            numbers(summary.all) == [
                "2 projects lose their last scan configuration", "2 projects keep a scan configuration",
                "1 project was scanned in the last 30 days", "1 project: when it was last scanned is not known",
            ])
        #expect(numbers(draft(isComplete: false).coverageSummary?.all).first?.hasPrefix("2 projects may lose their last") == true)
    }

    @Test func itIsToldByAccountAndProviderWhereThereAreSeveral() throws {
        let summary = try #require(draft().coverageSummary)
        #expect(summary.accounts.map(\.part.name) == ["unknown", "111111111111", "222222222222"])
        #expect(
            numbers(summary.accounts[1]) == [
                "1 project loses its last scan configuration", "1 project keeps a scan configuration",
                "1 project was scanned in the last 30 days",
            ])
        #expect(summary.providers.map(\.part.name) == ["unknown", "GITHUB"])
        var one = draft()
        for place in [1, 3] { one.setLeftOut(place, true) }
        #expect(one.coverageSummary?.accounts == [] && one.coverageSummary?.providers == [])
    }

    @Test func aNumberCountsItsRows() {
        let draft = draft()
        let number = CoverageNumber(part: .account("111111111111"), .fate(.loses))
        #expect(draft.whole.targets.indices.filter { draft.coverage.isCounted($0, in: number) } == [0])
        let recent = CoverageNumber(.scanned(.recent))
        #expect(draft.whole.targets.indices.filter { draft.coverage.isCounted($0, in: recent) } == [0])
    }

    @Test func theDocumentHasTheNumbersAndIsTakenBack() throws {
        var draft = draft()
        draft.setLeftOut(3, true)
        let bytes = PlanDocument(draft).jsonDocument
        let document = try #require(JSONValue(bytes: bytes))
        let coverage = try #require(document["coverage"])
        #expect(coverage["projects"]?.number == 3 && coverage["loseLastConfiguration"]?.number == 2)
        #expect(coverage["keepConfiguration"]?.number == 1 && coverage["mayLoseLastConfiguration"]?.number == 0)
        #expect(coverage["scannedInLast30Days"]?.number == 1 && coverage["scanTimeUnknown"]?.number == 0)
        #expect(document["leftOut"]?.number == 1)
        let context = PlanInputContext(account: "123456789012", region: "us-east-1")
        #expect(try PlanInput.read(bytes, name: "plan", context: context).associations == draft.plan.targets.map(\.association))
    }

    @Test func theResultsSayWhatChanged() throws {
        let plan = draft().plan
        let report = RunReport(runId: "r", journal: nil, plan: plan, outcomes: [.succeeded, .notSent(.stopped), .succeeded, .succeeded])
        let change = try #require(CoverageChange(report))
        #expect(change.lost == 1 && change.kept == 2)
        #expect(change.sentence == "Coverage: 1 project lost its last scan configuration, 2 keep one.")
        let doubts = RunReport(
            runId: "r", journal: nil, plan: plan,
            outcomes: [.notConfirmed(statusCode: .notDisassociated, asOf: ""), .notSent(.stopped), .succeeded, .succeeded])
        #expect(CoverageChange(doubts)?.sentence.contains("0 projects lost") == true)
        #expect(CoverageChange(doubts)?.sentence.hasSuffix("; for 1 project that is not confirmed.") == true)
        let unanswered = RunReport(
            runId: "r", journal: nil, plan: plan,
            outcomes: [.unresolved(.noAnswer(detail: "x")), .notSent(.stopped), .notSent(.stopped), .notSent(.stopped)])
        #expect(CoverageChange(unanswered)?.notConfirmed == 1 && CoverageChange(unanswered)?.lost == 0)
        let nothing = RunReport(runId: "r", journal: nil, plan: plan, outcomes: plan.targets.map { _ in .notSent(.stopped) })
        #expect(CoverageChange(nothing) == nil)
        let unknown = RunReport(
            runId: "r", journal: nil, plan: draft(isComplete: false).plan, outcomes: plan.targets.map { _ in .succeeded })
        #expect(CoverageChange(unknown)?.kept == nil)
    }
}
