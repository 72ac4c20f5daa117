import Testing

@testable import InspectorCore

/// What rounds of listings prove.
@Suite struct VerificationTests {
    private func verification(_ purpose: Verification.Purpose = .results, _ targets: [String: [Int]] = ["a": [0]]) -> Verification {
        Verification(purpose, of: targets, pauses: PauseBudget(total: .seconds(60)), at: .zero)
    }

    /// One listing of the configuration "a" that shows `sight` of every target.
    private func listing(_ verification: inout Verification, _ sight: Sight, proofs: Int = 2) -> Verification.Findings {
        _ = verification.arrived("a")
        let findings = verification.judge("a", asOf: "T", at: .zero, sight: { _ in sight }, proofsNeeded: { _ in proofs })
        if verification.endRound(at: .zero), let moment = verification.nextRound { _ = verification.beginNextRound(at: moment) }
        return findings
    }

    @Test func absenceTakesTwoListingsInARow() {
        var verification = verification()
        let proven = [Sight.asWanted, .otherwise, .asWanted, .asWanted].map { listing(&verification, $0).proven }
        #expect(proven == [[], [], [], [0]])
        #expect(verification.openCount == 0 && verification.isOver)
    }

    @Test func aListingThatProvesNothingNeitherCountsNorDisagrees() {
        var verification = verification()
        _ = listing(&verification, .asWanted)
        let failed = listing(&verification, .nothing("503"))
        #expect(failed == Verification.Findings() && verification.openTargets(of: "a").first?.sightings.failure == "503")
        let second = listing(&verification, .asWanted)
        #expect(second.proven == [0])
    }

    @Test func oneListingProvesWhatWasReportedDone() {
        var verification = verification()
        let findings = listing(&verification, .asWanted, proofs: 1)
        #expect(findings.proven == [0])
    }

    @Test func anEarlierDoubtThatIsListedCanBeSentAtOnce() {
        var verification = verification(.earlierDoubts)
        let findings = listing(&verification, .otherwise)
        #expect(findings == Verification.Findings(undone: [0]) && verification.isOver)
        var results = self.verification(.results)
        let open = listing(&results, .otherwise)
        #expect(open == Verification.Findings())
        #expect(!results.isOver, "a listing may lag behind what this run did")
    }

    @Test func aConfigurationWithoutTargetsIsListedOnce() {
        var verification = verification(.results, ["a": []])
        #expect(verification.arnsBeingListed == ["a"])
        let findings = listing(&verification, .otherwise)
        #expect(findings == Verification.Findings() && verification.isOver && verification.round == 1)
    }

    @Test func withoutTargetsNothingIsListed() {
        let verification = verification(.results, [:])
        #expect(verification.isOver && verification.round == 0)
    }

    @Test func aRoundThatBringsNoListingCountsWithItsOwnLength() {
        var verification = verification()
        _ = verification.arrived("a", problem: "503")
        let goesOn = verification.endRound(at: .seconds(60))
        #expect(!goesOn)
        var listed = self.verification()
        _ = listed.arrived("a")
        let goesOnListed = listed.endRound(at: .seconds(60))
        #expect(goesOnListed)
    }

    @Test func anAnswerThatNoRoundWaitsForIsIgnored() {
        var verification = verification()
        let isWaitedFor = ["b", "a", "a"].map { verification.arrived($0) }
        #expect(isWaitedFor == [false, true, false])
    }

    @Test func pausesGrowUpToFifteenSecondsAndHaveTheirSum() {
        var budget = PauseBudget(total: .seconds(60))
        var pauses: [Int64] = []
        while let pause = budget.next() { pauses.append(pause.components.seconds) }
        #expect(pauses == [1, 2, 4, 8, 15, 15, 15])
    }
}
