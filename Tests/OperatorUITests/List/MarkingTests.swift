import AWSClient
import InspectorCore
import JSON
import Terminal
import Testing

@testable import OperatorUI

@Suite struct MarkingTests {
    /// Lists again, and finds just these projects in payments-nightly.
    private func refresh(_ app: inout App, finding projects: [Int]) {
        app.press(keys: .character("r"))
        let number = app.generation
        let all = [Fixture.nightly, Fixture.standard, Fixture.empty]
        _ = app.update(.inventoryArrived(generation: number, .configurations(all, isLast: true)))
        for configuration in all {
            let page = configuration == Fixture.nightly ? projects : configuration == Fixture.standard ? [1] : []
            let arn = configuration.scanConfigurationArn
            _ = app.update(
                .inventoryArrived(generation: number, .associations(scanConfigurationArn: arn, page.map(Fixture.project), isLast: true)))
        }
        _ = app.update(.inventoryArrived(generation: number, .finished))
        app.recomputeLists()
    }

    @Test func marksOfAssociationsThatAreGoneAreRemovedWithANotice() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        #expect(app.marks.count == 4)
        refresh(&app, finding: [3])
        #expect(app.marks.count == 2)
        #expect(app.notice?.text == "Cleared 2 marks: those associations are no longer listed.")
        app.press(keys: .character("d"))
        #expect(app.lines.contains { $0.contains("Disassociate 2 associations (2 projects) in 2 configurations") })
    }

    @Test func aFailedListingRemovesNoMark() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("r"))
        let error = ListingError.repeatedToken(operation: "ListCodeSecurityScanConfigurations")
        _ = app.update(.inventoryArrived(generation: app.generation, .failed(error)))
        _ = app.update(.inventoryArrived(generation: app.generation, .finished))
        #expect(app.marks.count == 4)
    }

    @Test func failuresOfWhatIsGoneAreForgottenAndNotRetried() throws {
        var app = try RetryTests.finished()
        refresh(&app, finding: [3])
        app.press(keys: .character("R"))
        #expect(app.lines.contains { $0.contains("Disassociate 1 association (1 project) in 1 configuration") })
        app.press(keys: .escape)
        refresh(&app, finding: [])
        #expect(app.failures.isEmpty)
        app.press(keys: .character("R"))
        #expect(app.notice?.text == "The listing shows that nothing in that run is left to do.")
    }

    @Test func aPartlyMarkedConfigurationLooksDifferentFromAFullyMarkedOne() {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character(" "), .escape)
        #expect(app.lines[7].hasPrefix("▸○  payments-nightly"))
        app.press(keys: .character(" "))
        #expect(app.lines[7].hasPrefix(" ●  payments-nightly"))
    }

    @Test func spaceMarksTheRowAndStepsDown() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character(" "))
        #expect(app.marks.ids == [try #require(Fixture.id(2, in: app))])
        #expect(app.screen.viewport?.cursor == 1)
        app.press(keys: .up, .character(" "))
        #expect(app.marks.isEmpty)
    }

    @Test func marksAreIdentitiesThatSurviveRowsComingAndGoing() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .down, .character(" "))
        let marked = try #require(Fixture.id(1, in: app))
        #expect(app.marks.ids == [marked])
        _ = app.update(.keyPressed(.character("r")))
        let page: [AssociationResource] = [Fixture.project(9), Fixture.project(1)]
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 2, .associations(scanConfigurationArn: arn, page, isLast: true)))
        app.recomputeLists()
        #expect(app.marks.ids == [marked])
    }

    @Test func spaceOnAConfigurationMarksAllOfItsProjectsAndThenNone() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "))
        #expect(app.marks.count == 3)
        app.press(keys: .up, .character(" "))
        #expect(app.marks.isEmpty)
    }

    @Test func marksCountAcrossConfigurations() {
        var app = Fixture.listed()
        app.press(keys: .character("a"))
        #expect(app.marks.count == 4)
        #expect(app.marks.configurationCount == 2)
        #expect(app.lines[22] == " 4 marked in 2 configurations")
    }

    @Test func uRemovesAllMarks() {
        var app = Fixture.listed()
        app.press(keys: .character("a"), .character("u"))
        #expect(app.marks.isEmpty)
    }

    @Test func markAllSaysThatMorePagesAreComing() {
        var app = Fixture.connected()
        for event in Fixture.events.prefix(2) { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        app.press(keys: .character("a"))
        #expect(app.marks.count == 3)
        #expect(app.notice == Notice(.warning, "Marked the 3 associations listed so far. The listing is still in progress."))
    }

    @Test func anUnknownKindOfResourceIsShownAndCannotBeMarked() {
        var app = Fixture.connected()
        let unknown = AssociationResource.unknown(member: "repositoryGroup", value: .string("group-1"))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [unknown], isLast: true)))
        app.press(keys: .down, .enter, .character(" "), .character("a"))
        #expect(app.marks.isEmpty)
        #expect(app.lines.contains { $0.contains("repositoryGroup") && $0.contains("unknown kind") })
    }
}
