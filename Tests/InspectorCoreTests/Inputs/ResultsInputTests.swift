import InspectorCore
import JSON
import Testing

/// A run's results as input: what did not succeed is taken, and another action's results are refused.
@Suite struct ResultsInputTests {
    private func report(_ action: RunAction = .disassociate) -> RunReport {
        var plan = MadePlan.plan(5, action: action)
        plan.alreadyDone = [PlanTarget(association: MadePlan.association(9))]
        let lags = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-01T00:00:00Z")
        return RunReport(
            runId: "r", journal: nil, plan: plan,
            outcomes: [
                .succeeded, .failed(statusCode: .internalError, statusMessage: "a,\"b\""), lags, .unresolved(.notMentioned),
                .notSent(.stopped),
            ])
    }

    private func texts(_ report: RunReport) -> [String] {
        [OutcomeTable.csv(report), String(decoding: RunDocument(report).jsonDocument, as: UTF8.self)]
    }

    private func read(_ text: String) throws(PlanInputError) -> PlanInput {
        try PlanInput.read(
            Array(text.utf8), name: "in", context: PlanInputContext(account: "123456789012", region: "us-east-1"))
    }

    private func reasons(_ text: String) -> [String] {
        do throws(PlanInputError) {
            _ = try read(text)
            return []
        } catch {
            return error.problems.map(\.reason)
        }
    }

    @Test func whatDidNotSucceedIsTaken() throws {
        for text in texts(report()) {
            let input = try read(text)
            #expect(Set(input.associations) == Set((1...4).map { MadePlan.association($0) }), "\(text)")
            #expect(input.leftOut == 2 && input.notAssociated.isEmpty)
        }
    }

    @Test func resultsWithoutAFailureAreTakenAsNothingToDo() throws {
        var report = report()
        report.outcomes = Array(repeating: .succeeded, count: 5)
        for text in texts(report) {
            let input = try read(text)
            #expect(input.associations.isEmpty && input.leftOut == 6)
        }
    }

    @Test func resultsOfAnUndoAreRefusedByName() {
        let refusal =
            "these are results of an associate run, and only those of a disassociate run are taken here: scanconfig associate --from takes them"
        for text in texts(report(.associate)) { #expect(reasons(text) == [refusal], "\(text)") }
        let plan = String(decoding: PlanDocument(MadePlan.plan(1, action: .associate)).jsonDocument, as: UTF8.self)
        #expect(
            reasons(plan) == [
                "this is a plan of an associate run, and only those of a disassociate run are taken here: scanconfig associate --from takes it"
            ])
        #expect(reasons(OutcomeTable.csv(MadePlan.plan(1, action: .associate))) == [refusal])
    }

    @Test func resultsThatDoNotSayWhatTheRunDidAreRefused() {
        let refusal =
            "these are results of an earlier version, which do not say what the run did; scanconfig show RUN writes them anew"
        for text in texts(report()) {
            let old = text.replacing(",action,remarks\r\n", with: "\r\n").replacing(",disassociate,\r\n", with: "\r\n")
                .replacing("  \"action\" : \"disassociate\",\n", with: "")
            #expect(old != text)
            #expect(reasons(old) == [refusal])
        }
    }

    @Test func wordsThatNobodyKnowsAreRefusedWithTheirLine() {
        let header = OutcomeTable.columns(.disassociate).map(\.rawValue).joined(separator: ",") + "\n"
        let row = "\(MadePlan.arn(0)),\(MadePlan.projectId(1)),,,"
        #expect(reasons(header + row + "perhaps,,,disassociate,\n") == ["the outcome \"perhaps\" is not known"])
        #expect(reasons(header + row + "failed,,,remove,\n") == ["the action \"remove\" is not known"])
    }

    @Test func aTableOfOnesOwnMayHaveAColumnOfThatName() throws {
        let table = "scanConfigurationArn,projectId,outcome\n\(MadePlan.arn(0)),\(MadePlan.projectId(1)),good riddance\n"
        #expect(try read(table).associations == [MadePlan.association(1)])
    }

    @Test func aDryRunsTableAndDocumentComeBack() throws {
        var plan = MadePlan.plan(3)
        plan.alreadyDone = [PlanTarget(association: MadePlan.association(9))]
        let table = try read(OutcomeTable.csv(plan))
        #expect(table.associations == plan.targets.map(\.association) && table.leftOut == 1)
        let document = try read(String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self))
        #expect(document.associations == plan.targets.map(\.association))
        #expect(document.notAssociated == [MadePlan.association(9)] && document.leftOut == 0)
        plan.targets = []
        let nothing = try read(String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self))
        #expect(nothing.associations.isEmpty && nothing.notAssociated.count == 1)
    }

    /// A move of three projects: one is done, one could not be covered, one is left to disassociate.
    private func moveReport() -> RunReport {
        let covers = (0..<3).map { PlanTarget(association: MadePlan.association($0, configuration: 2), change: .associate) }
        let rest = (0..<3).map { PlanTarget(association: MadePlan.association($0, configuration: 1), change: .disassociate) }
        let plan = Plan(action: .move, account: "123456789012", region: "us-east-1", caller: nil, targets: covers + rest, warnings: [])
        let outcomes: [Outcome] = [
            .succeeded, .failed(statusCode: .quotaExceeded, statusMessage: nil), .succeeded, .succeeded,
            .notSent(.notCovered(detail: "full")),
            .failed(statusCode: .internalError, statusMessage: nil),
        ]
        return RunReport(runId: "r", journal: nil, plan: plan, outcomes: outcomes)
    }

    private func readMove(_ text: String) throws(PlanInputError) -> PlanInput {
        try PlanInput.read(
            Array(text.utf8), name: "in", for: .move, context: PlanInputContext(account: "123456789012", region: "us-east-1"))
    }

    @Test func aMoveGivesWhatIsLeftWithWhatCoversIt() throws {
        for text in texts(moveReport()) {
            let input = try readMove(text)
            #expect(Set(input.associations) == Set([1, 2].map { MadePlan.association($0, configuration: 1) }), "\(text)")
            #expect(Set(input.covers) == Set([1, 2].map { MadePlan.association($0, configuration: 2) }), "\(text)")
            #expect(input.leftOut == 1 && input.associations.count == 2 && input.covers.count == 2)
        }
    }

    @Test func aPlanOfAMoveIsTakenWholeAndByNothingElse() throws {
        var plan = moveReport().plan
        plan.alreadyDone = [plan.targets.removeFirst()]
        let json = String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self)
        let input = try readMove(json)
        #expect(input.associations == (0..<3).map { MadePlan.association($0, configuration: 1) })
        #expect(Set(input.covers) == Set((0..<3).map { MadePlan.association($0, configuration: 2) }), "what exists is listed again")
        #expect(
            reasons(json) == [
                "this is a plan of a move run, and only those of a disassociate run are taken here: scanconfig move --from takes it"
            ])
        let other = String(decoding: PlanDocument(MadePlan.plan(1)).jsonDocument, as: UTF8.self)
        #expect(throws: PlanInputError.self) { try readMove(other) }
        for text in texts(report()) { #expect(throws: PlanInputError.self) { try readMove(text) } }
        plan.targets = plan.targets.filter { $0.change == .associate }
        let error = #expect(throws: PlanInputError.self) {
            try readMove(String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self))
        }
        #expect(error?.sentence.contains("names only what is associated first") == true)
    }
}
