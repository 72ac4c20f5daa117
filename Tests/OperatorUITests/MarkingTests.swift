import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct MarkingTests {
    /// Lists again, and finds just these projects in payments-nightly.
    private func refresh(_ state: inout State, finding projects: [Int]) {
        state.press(keys: .character("r"))
        let number = state.generation
        let all = [Fixture.nightly, Fixture.standard, Fixture.empty]
        _ = update(&state, .inventoryArrived(generation: number, .configurations(all, isLast: true)))
        for configuration in all {
            let page = configuration == Fixture.nightly ? projects : configuration == Fixture.standard ? [1] : []
            let arn = configuration.scanConfigurationArn
            _ = update(
                &state,
                .inventoryArrived(generation: number, .associations(scanConfigurationArn: arn, page.map(Fixture.project), isLast: true)))
        }
        _ = update(&state, .inventoryArrived(generation: number, .finished))
        state.settle()
    }

    @Test func marksOfWhatIsGoneComeOffAndThatIsSaid() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        #expect(state.marks.count == 4)
        refresh(&state, finding: [3])
        #expect(state.marks.count == 2)
        #expect(state.notice?.text == "Cleared 2 marks: what was marked is not listed any more.")
        state.press(keys: .character("d"))
        #expect(state.lines.contains { $0.contains("Disassociate 2 associations (2 projects) in 2 configurations") })
    }

    @Test func aListingThatFailsTakesNoMarkOff() {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("r"))
        let error = ListingError.repeatedToken(operation: "ListCodeSecurityScanConfigurations")
        _ = update(&state, .inventoryArrived(generation: state.generation, .failed(error)))
        _ = update(&state, .inventoryArrived(generation: state.generation, .finished))
        #expect(state.marks.count == 4)
    }

    @Test func failuresOfWhatIsGoneAreForgottenAndNotRetried() throws {
        var state = try RetryTests.finished()
        refresh(&state, finding: [3])
        state.press(keys: .character("R"))
        #expect(state.lines.contains { $0.contains("Disassociate 1 association (1 project) in 1 configuration") })
        state.press(keys: .escape)
        refresh(&state, finding: [])
        #expect(state.failures.isEmpty)
        state.press(keys: .character("R"))
        #expect(state.notice?.text == "Nothing of that run is left to do, the listing shows.")
    }

    @Test func fewMarksOfAConfigurationLookOtherThanAll() {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .character(" "), .escape)
        #expect(state.lines[3].hasPrefix("▸○ payments-nightly"))
        state.press(keys: .character(" "))
        #expect(state.lines[3].hasPrefix(" ● payments-nightly"))
    }

    @Test func spaceMarksTheRowAndStepsDown() throws {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .character(" "))
        #expect(state.marks.ids == [try #require(Fixture.id(2, in: state))])
        #expect(state.screen.viewport?.cursor == 1)
        state.press(keys: .up, .character(" "))
        #expect(state.marks.isEmpty)
    }

    @Test func marksAreIdentitiesThatSurviveRowsComingAndGoing() throws {
        var state = Fixture.listed()
        state.press(keys: .down, .enter, .down, .character(" "))
        let marked = try #require(Fixture.id(1, in: state))
        #expect(state.marks.ids == [marked])
        _ = update(&state, .keyPressed(.character("r")))
        let page: [AssociationResource] = [Fixture.project(9), Fixture.project(1)]
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 2, .associations(scanConfigurationArn: arn, page, isLast: true)))
        state.settle()
        #expect(state.marks.ids == [marked])
    }

    @Test func spaceOnAConfigurationMarksAllOfItsProjectsAndThenNone() {
        var state = Fixture.listed()
        state.press(keys: .down, .character(" "))
        #expect(state.marks.count == 3)
        state.press(keys: .up, .character(" "))
        #expect(state.marks.isEmpty)
    }

    @Test func marksCountAcrossConfigurations() {
        var state = Fixture.listed()
        state.press(keys: .character("a"))
        #expect(state.marks.count == 4)
        #expect(state.marks.configurationCount == 2)
        #expect(state.lines[22] == " 4 marked in 2 configurations")
    }

    @Test func uTakesAllMarksOff() {
        var state = Fixture.listed()
        state.press(keys: .character("a"), .character("u"))
        #expect(state.marks.isEmpty)
    }

    @Test func markAllSaysThatMorePagesAreComing() {
        var state = Fixture.connected()
        for event in Fixture.events.prefix(2) { _ = update(&state, .inventoryArrived(generation: 1, event)) }
        state.settle()
        state.press(keys: .character("a"))
        #expect(state.marks.count == 3)
        #expect(state.notice == Notice(.warning, "Marked the 3 associations listed so far. More pages are coming."))
    }

    @Test func anUnknownKindOfResourceIsShownAndCannotBeMarked() {
        var state = Fixture.connected()
        let unknown = AssociationResource.unknown(member: "repositoryGroup", value: .string("group-1"))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [unknown], isLast: true)))
        state.press(keys: .down, .enter, .character(" "), .character("a"))
        #expect(state.marks.isEmpty)
        #expect(state.lines.contains { $0.contains("repositoryGroup") && $0.contains("unknown kind") })
    }
}
