import InspectorCore
import Testing
import TextSafety

/// One noun for one thing: associations, and projects where both numbers matter.
@Suite struct PlanWordsTests {
    @Test func associationsAndProjectsAreCountedApart() {
        let one = MadePlan.plan(3)
        #expect(one.extent == "3 associations (3 projects) in 1 configuration")
        var both = one
        both.targets += (0..<2).map { PlanTarget(association: MadePlan.association($0, configuration: 1)) }
        #expect(both.extent == "5 associations (3 projects) in 2 configurations")
        #expect(MadePlan.plan(1).extent == "1 association (1 project) in 1 configuration")
    }

    @Test func noWarningCallsAnAssociationOtherwise() {
        let warnings: [PlanWarning] = [
            .defaultConfiguration(name: "n", targets: 2), .organizationLevel(name: "n", targets: 2), .hiddenByFilter(targets: 2),
            .repeatedTargets(count: 2), .unknownConfiguration(scanConfigurationArn: "a", targets: 2), .unresolvedLeftOut(targets: 2),
            .coversLeftOut(targets: 2),
            .alreadyAssociated(targets: 2),
        ]
        for warning in warnings {
            #expect(warning.sentence.contains("2 associations"))
            #expect(!warning.sentence.contains("target"))
        }
    }

    @Test func whatNeedsNothingIsCountedAgainstTheRest() {
        func words(_ action: RunAction, _ targets: Int, of all: Int) -> String {
            PlanWarning.alreadyDone(action, configuration: "n", targets: targets, of: all).words
        }
        #expect(words(.disassociate, 1, of: 1) == "The association does not exist now (n); nothing is sent for it.")
        #expect(words(.disassociate, 3, of: 3) == "All 3 associations do not exist now (n); nothing is sent for them.")
        #expect(words(.associate, 1, of: 3) == "1 of 3 associations already exists (n); nothing is sent for it.")
    }

    @Test(arguments: [("1200", true), ("1,200", true), ("12,00", false), ("1 200", false), ("01200", false), ("", false), ("1200 ", false)])
    func aCountIsTakenAsItIsPrinted(text: String, isTaken: Bool) {
        #expect(1_200.isTyped(as: text) == isTaken)
    }
}
