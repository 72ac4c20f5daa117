import InspectorCore
import Testing

/// What did not succeed, grouped.
@Suite struct FailureGroupsTests {
    private static let outcomes: [Outcome] = [
        .failed(statusCode: .resourceNotFound, statusMessage: "gone"), .failed(statusCode: .accessDenied, statusMessage: "no"),
        .failed(statusCode: .internalError, statusMessage: "later"), .succeeded, .unresolved(.interrupted), .notSent(.stopped),
        .failed(statusCode: .internalError, statusMessage: "again"), .failed(statusCode: .internalError, statusMessage: "later"),
        .notConfirmed(statusCode: .notDisassociated, asOf: "noon"), .failed(statusCode: .invalidInput, statusMessage: nil),
    ]

    private func groups(_ outcomes: [Outcome]) -> FailureGroups {
        FailureGroups(RunReport(runId: "run", journal: nil, plan: MadePlan.plan(outcomes.count), outcomes: outcomes))
    }

    @Test func whatARetryMayHelpComesFirstAndWhatIsGoneLast() {
        let groups = groups(Self.outcomes)
        #expect(groups.sections.map(\.remedy) == [.retry, .resume, .verify, .correction, .someoneElse, .gone])
        #expect(groups.sections.map(\.count) == [3, 2, 1, 1, 1, 1])
        #expect(groups.count == 9)
    }

    @Test func eachCodeAndMessageStandsOnceInOrder() {
        let reasons = groups(Self.outcomes).reasons.map { "\($0.outcome.title) \($0.outcome.reason) \($0.count)" }
        #expect(reasons.prefix(2) == ["INTERNAL_ERROR again 1", "INTERNAL_ERROR later 2"])
        #expect(Set(reasons).count == reasons.count)
        #expect(groups(Self.outcomes).sections[0].codes(in: groups(Self.outcomes)) == ["INTERNAL_ERROR"])
    }

    @Test func configurationsStandByName() {
        var plan = MadePlan.plan(3)
        for (place, name) in ["b", "a", "b"].enumerated() {
            plan.targets[place].configurationName = name
            plan.targets[place].association.scanConfigurationArn = "arn:\(name)"
        }
        let denied = Outcome.failed(statusCode: .accessDenied, statusMessage: nil)
        let groups = FailureGroups(RunReport(runId: "run", journal: nil, plan: plan, outcomes: [denied, denied, denied]))
        #expect(groups.reasons[0].configurations.map(\.name) == ["a", "b"])
        #expect(Array(groups.targets) == [1, 0, 2])
    }

    /// Every target that did not succeed is in exactly one group, however many there are.
    @Test(arguments: [0, 1, 7, 100_000]) func theGroupsAreTheRunsTruth(count: Int) {
        let outcomes = (0..<count).map { Self.outcomes[$0 * 7 % Self.outcomes.count] }
        let groups = groups(outcomes)
        let expected = outcomes.indices.filter { outcomes[$0] != .succeeded }
        #expect(groups.targets.sorted() == expected)
        #expect(groups.count == expected.count && groups.isEmpty == expected.isEmpty)
        #expect(groups.reasons.allSatisfy { reason in reason.targets.allSatisfy { outcomes[$0] == reason.outcome } })
        #expect(groups.sections.flatMap(\.reasons) == Array(groups.reasons.indices))
    }
}
