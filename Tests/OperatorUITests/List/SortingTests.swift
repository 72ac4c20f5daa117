import AWSClient
import InspectorCore
import JSON
import Terminal
import Testing

@testable import OperatorUI

/// What rows are sorted by is seen, true, and worth a stop.
@Suite struct SortMarkTests {
    private static func all(columns: Int = 300) -> App {
        var app = Fixture.listed(columns: columns)
        app.press(keys: .enter)
        return app
    }

    /// With a resource of a kind that this version does not know, which STATUS says.
    private static func withAnUnknownKind() -> App {
        var app = all()
        let unknown = AssociationResource.unknown(member: "repositoryGroup", value: .string("group-1"))
        let arn = Fixture.empty.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [unknown], isLast: true)))
        app.recomputeLists()
        return app
    }

    private func column(_ app: App) -> ProjectColumn? {
        if case .projects(let projects) = app.screen { projects.list.order.column } else { nil }
    }

    /// The columns that s stops at, in turn, until it is round.
    private func stops(_ app: App) -> [ProjectColumn] {
        var (app, stops) = (app, [ProjectColumn]())
        repeat {
            app.press(keys: .character("s"))
            stops += [column(app)].compactMap(\.self)
        } while stops.last != .name && stops.count < 9
        return stops
    }

    @Test func aListShowsFromTheStartWhatItIsSortedBy() {
        var app = Self.all()
        #expect(app.lines[1].contains("PROJECT▲"))
        app.press(keys: .character("="))
        #expect(app.lines[1].contains("PROJECT▼"))
        #expect(app.names.first == "acme/refunds")
        #expect(app.notice?.text == "Sorted by PROJECT, descending. s: next column, =: reverse.")
    }

    @Test(arguments: [(ProjectColumn.id, "PROJECT ID▲"), (.configuration, "CONFIGURATION▲"), (.count, "▲IN "), (.status, "STATUS▲")])
    func everyColumnCarriesTheMark(column: ProjectColumn, heading: String) {
        var app = Self.withAnUnknownKind()
        app.press(keys: .character("S"), .character(column.letter))
        #expect(self.column(app) == column)
        #expect(app.lines[1].contains(heading))
        #expect(app.lines[1].count { $0 == "▲" || $0 == "▼" } == 1)
    }

    @Test func theMostFirstIsDescending() {
        var app = Fixture.listed()
        #expect(!app.lines[1].contains("▲") && !app.lines[1].contains("▼"))
        app.press(keys: .character("s"))
        #expect(app.lines[1].contains("CONFIGURATION▲"))
        app.press(keys: .character("s"))
        #expect(app.lines[1].contains("▼ASSOC"))
        #expect(app.lines[7].contains("payments-nightly"))
        app.press(keys: .character("="))
        #expect(app.lines[1].contains("▲ASSOC"))
        #expect(app.lines[7].contains("unused"))
    }

    @Test func whatWouldSortNothingIsNotOffered() throws {
        #expect(stops(Self.all()) == [.configuration, .id, .count, .name])
        var one = Fixture.listed()
        one.press(keys: .end, .up, .enter)
        #expect(one.names.count == 1)
        #expect(stops(one) == [.name], "no column tells one row apart")
        let (running, plan) = try RunTests.running(columns: 60, rows: 10)
        var narrow = running
        narrow.finish(RunTests.report(plan))
        narrow.press(keys: .home, .down, .down, .down, .down, .enter)
        #expect(!stops(narrow).contains(.id), "no column shows it")
    }

    @Test func configurationsAreNotSortedByMarksOrFailuresThatAreNotThere() {
        var app = Fixture.listed()
        app.press(keys: .character("s"), .character("s"), .character("s"))
        #expect(app.configurations.list.order.column == .service)
        app.press(keys: .character("a"), .character("s"), .character("s"), .character("s"))
        #expect(app.configurations.list.order.column == .marked)
        app.press(keys: .character("s"))
        #expect(app.configurations.list.order.column == .service)
    }

    @Test func aListSortedByMarksFollowsThem() {
        var app = Fixture.listed()
        app.press(keys: .down, .down, .character(" "), .home)
        repeat { app.press(keys: .character("s")) } while app.configurations.list.order.column != .marked
        #expect(app.lines[7].contains("default-scan"))
        app.press(keys: .character("*"))
        #expect(app.lines[7].contains("payments-nightly"))
    }

    @Test func configurationsSortedByMarksFollowMarksSetBelow() {
        var app = Fixture.listed()
        app.press(keys: .down, .down, .character(" "))
        app.press(keys: .character("s"), .character("s"), .character("s"))
        #expect(app.configurations.list.order.column == .marked)
        #expect(app.lines[7].contains("default-scan"))
        app.press(keys: .home, .down, .down, .down, .down, .enter, .character("a"), .escape)
        #expect(app.lines[7].contains("payments-nightly"))
    }

    @Test(arguments: [(Character("a"), 4, 3), (" ", 1, 1)])
    func marksSetBelowAFilteredListOfConfigurationsAreCountedAsHidden(key: Character, marked: Int, hidden: Int) throws {
        var app = Fixture.listed()
        app.type("/default")
        app.press(keys: .enter, .home, .down, .down, .down, .down, .enter, .character(key), .escape)
        #expect(app.session.account.marks.count == marked)
        #expect(app.configurations.list.hiddenMarks == hidden)
        #expect(app.lines[22].contains("\(hidden) hidden by the filter"))
        app.press(keys: .character("d"))
        #expect(try #require(app.plan).plan.warnings.contains(.hiddenByFilter(targets: hidden)))
    }

    @Test func statusSortsWhatItShows() throws {
        var app = Self.withAnUnknownKind()
        app.press(keys: .character("S"), .character(ProjectColumn.status.letter))
        let statuses = app.lines[2...6].map { $0.contains("unknown kind") }
        #expect(statuses == [true, false, false, false, false])
        #expect(!app.view().lines.contains { $0.spans.contains(Span("1", .warning)) }, "such a row proves no last configuration")
        app.press(keys: .character("="))
        #expect(app.lines[2...6].map { $0.contains("unknown kind") } == statuses.reversed())
    }

    @Test func lastConfigurationsComeFirstUnderIN() {
        var app = Self.all()
        app.press(keys: .character("S"), .character("i"))
        #expect(app.view().lines[2...5].map { $0.spans.contains(Span("1", .warning)) } == [true, true, false, false])
    }

    @Test func failuresComeBeforeWhatStatusSaysOtherwise() throws {
        var (app, plan) = try RunTests.running(columns: 100)
        let outcomes = plan.targets.map { $0.association == Fixture.association(1) ? RunTests.denied : .notSent(.stopped) }
        app.finish(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))
        app.press(keys: .home, .down, .down, .down, .down, .enter)
        app.press(keys: .character("S"), .character(ProjectColumn.status.letter))
        let shown = app.lines[2...5].map { line in ["ACCESS_DENIED", "Not sent"].first { line.contains($0) } ?? "" }
        #expect(shown == ["ACCESS_DENIED", "Not sent", "Not sent", ""])
    }

    @Test func sortingGoesToTheTopAndCancelsARange() {
        var app = Self.all()
        app.press(keys: .end, .character("v"), .up, .character("s"))
        guard case .projects(let projects) = app.screen else { return }
        #expect(projects.list.viewport == Viewport() && projects.list.range == nil)
        app.press(keys: .escape, .end, .character("s"))
        #expect(app.configurations.list.viewport.top == 0)
        #expect(app.configurations.list.viewport.cursor == 5)
    }
}
