import Foundation
import InspectorCore
import JSON
import Testing
import TextSafety

/// Targets that are, when planned, already as the run would make them.
@Suite struct AlreadyDoneTests {
    private func configuration(_ number: Int, _ name: String) -> ScanConfiguration {
        ScanConfiguration(
            scanConfigurationArn: MadePlan.arn(number), name: name, ownerAccountId: "123456789012", periodicScanFrequency: "WEEKLY")
    }

    private func target(_ project: Int, _ configuration: Int = 1) -> PlanTarget {
        PlanTarget(association: MadePlan.association(project, configuration: configuration))
    }

    private func plan(
        _ targets: [PlanTarget], done: [PlanTarget], action: RunAction = .disassociate, counts: [String: Int] = [:], configurations: Int = 1
    ) -> Plan {
        let all = (1...configurations).map { configuration($0, $0 == 1 ? "mobile" : "scan-\($0)") }
        let facts = PlanFacts(
            region: "us-east-1", configurations: Dictionary(uniqueKeysWithValues: all.map { ($0.scanConfigurationArn, $0) }),
            projects: counts.mapValues { PlannedProject(configurations: $0) }, isComplete: true, alreadyDone: Set(done.map(\.association)))
        return Planner(facts: facts).plan(action, targets: targets)
    }

    @Test func theyAreNamedAndNotSent() {
        let plan = plan([target(3), target(1), target(2), target(1)], done: [target(1), target(3)])
        #expect(plan.targets.map(\.association) == [target(2).association])
        #expect(plan.alreadyDone.map(\.association) == [target(1).association, target(3).association])
        #expect(plan.alreadyDone.allSatisfy { $0.configurationName == "mobile" })
        #expect(plan.warnings == [.alreadyDone(.disassociate, configuration: "mobile", targets: 2, of: 3), .repeatedTargets(count: 1)])
        #expect(!plan.needsNothing && plan.callCount == 1)
    }

    @Test func theWarningSaysHowManyOfWhat() {
        let all = (1...59).map { target($0) }
        let plan = plan(all, done: all)
        #expect(plan.needsNothing && plan.targets.isEmpty)
        #expect(plan.warnings.map(\.sentence) == ["All 59 associations do not exist now (mobile); nothing is sent for them."])
        let one = self.plan([target(1), target(2)], done: [target(2)], action: .associate)
        #expect(one.warnings.map(\.sentence) == ["1 of 2 associations already exists (mobile); nothing is sent for it."])
    }

    @Test func manyConfigurationsShareOneWarning() {
        let all = (1...5).map { target($0, $0) }
        #expect(
            plan(all, done: all, configurations: 5).warnings.map(\.sentence) == [
                "All 5 associations do not exist now; nothing is sent for them."
            ])
        #expect(plan(all, done: Array(all.prefix(3)), configurations: 5).warnings.count == 3)
    }

    @Test func theyAreLeftOutOfWhatIsLeftBare() {
        let counts = [MadePlan.projectId(1): 1, MadePlan.projectId(2): 1]
        let warnings = plan([target(1), target(2, 2)], done: [target(1)], counts: counts, configurations: 2).warnings
        #expect(warnings.contains(.lastConfiguration(projects: [MadePlan.projectId(2)])))
        #expect(plan([target(1)], done: [target(1)], counts: counts).warnings.count == 1)
    }

    @Test func undoIsNotAboutThem() {
        let plan = plan([target(1), target(2)], done: [target(2)])
        let report = RunReport(runId: "r", journal: nil, plan: plan, outcomes: [.succeeded])
        #expect(report.undoPlan.targets.map(\.association) == [target(1).association])
        #expect(report.undoPlan.alreadyDone.isEmpty)
        #expect(report.isComplete && report.sentence == "1 disassociated, 1 not associated when planned.")
    }

    @Test func theJournalKeepsThem() async throws {
        let folder = try TemporaryFolder()
        let store = JournalStore(folder: folder.path)
        let plan = plan([target(1), target(2)], done: [target(2)])
        let journal = try await store.create(plan, seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0]))
        try await journal.record(.answered(call: 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: [0])]))
        try await journal.record(.finished)
        await journal.close()
        let record = try store.open(journal.runId)
        #expect(record.plan == plan && record.rest.alreadyDone.isEmpty)
        #expect(record.report.undoPlan.targets.map(\.association) == [target(1).association])
        let summary = try #require(try store.list().first)
        #expect((summary.targets, summary.succeeded, summary.alreadyDone) == (1, 1, 1))
    }

    @Test func whatNoListingHasConfirmedIsUnconfirmed() async throws {
        let folder = try TemporaryFolder()
        let store = JournalStore(folder: folder.path)
        let targets = (0..<4).map { target($0, $0 < 2 ? 1 : 2) }
        let journal = try await store.create(plan(targets, done: [], configurations: 2), seed: 1)
        try await journal.record(.intent(call: 1, attempt: 1, invocationId: "i", targets: [0, 1, 2, 3]))
        let lags = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-01T00:00:00Z")
        try await journal.record(
            .answered(
                call: 1, attempt: 1,
                [OutcomeGroup(outcome: .succeeded, targets: [0, 2]), OutcomeGroup(outcome: .succeeded, targets: [1, 3])]))
        try await journal.record(.settled([OutcomeGroup(outcome: lags, targets: [1])]))
        await journal.close()
        let all = Set(targets.map(\.association))
        #expect(try store.open(journal.runId).unconfirmed == all)
        #expect(try store.open(journal.runId).report.unconfirmed == [targets[1].association])
    }
}

/// What documents and tables tell of them.
@Suite struct AlreadyDoneReportTests {
    private func plan(_ action: RunAction) -> Plan {
        var plan = MadePlan.plan(1, action: action)
        plan.alreadyDone = [PlanTarget(association: MadePlan.association(7), configurationName: "mobile", projectName: "acme/seven")]
        return plan
    }

    private func members(_ document: some JSONWritable) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(document.jsonDocument)) as? [String: Any])
    }

    @Test(arguments: [(RunAction.disassociate, "notAssociated", "alreadyAssociated"), (.associate, "alreadyAssociated", "notAssociated")])
    func theyHaveAListAndRowsOfTheirOwn(action: RunAction, list: String, other: String) throws {
        let report = RunReport(runId: "r", journal: nil, plan: plan(action), outcomes: [.succeeded])
        let document = try members(RunDocument(report))
        #expect((document[list] as? [Any])?.count == 1 && document[other] == nil)
        #expect((document["successfulAssociations"] as? [Any])?.count == 1)
        #expect(document["action"] as? String == action.rawValue)
        let planned = try members(PlanDocument(plan(action)))
        #expect((planned[list] as? [Any])?.count == 1 && planned[other] == nil)
        #expect(try members(PlanDocument(MadePlan.plan(1, action: action)))[list] == nil)
        let lines = OutcomeTable.csv(report).components(separatedBy: "\r\n")
        #expect(lines[0].hasSuffix(",outcome,statusCode,statusMessage,action,remarks"))
        #expect(lines[1].hasSuffix(",succeeded,,,\(action.rawValue),"))
        #expect(lines[2] == "\(MadePlan.arn(0)),\(MadePlan.projectId(7)),mobile,acme/seven,\(list),,,\(action.rawValue),")
    }

    @Test func aPlanThatNeedsNothingHasEmptyLists() throws {
        var plan = plan(.disassociate)
        plan.targets = []
        let document = try members(RunDocument(nothingSent: plan))
        for list in ["successfulAssociations", "failedAssociations", "unresolvedAssociations", "notSentAssociations"] {
            #expect((document[list] as? [Any])?.isEmpty == true)
        }
        #expect((document["notAssociated"] as? [Any])?.count == 1)
        #expect(document["runId"] as? String == "" && document["journal"] == nil)
    }
}
