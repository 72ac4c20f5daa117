import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What rows are sorted by is seen, true, and worth a stop.
@Suite struct SortMarkTests {
    private static func all(columns: Int = 100) -> State {
        var state = Fixture.listed(columns: columns)
        state.press(keys: .enter)
        return state
    }

    private func column(_ state: State) -> ProjectColumn? {
        if case .projects(let list) = state.screen { list.order.column } else { nil }
    }

    /// The columns that s stops at, in turn, until it is round.
    private func stops(_ state: State) -> [ProjectColumn] {
        var (state, stops) = (state, [ProjectColumn]())
        repeat {
            state.press(keys: .character("s"))
            stops += [column(state)].compactMap(\.self)
        } while stops.last != .name && stops.count < 9
        return stops
    }

    @Test func aListShowsFromTheStartWhatItIsSortedBy() {
        var state = Self.all()
        #expect(state.lines[1].contains("PROJECT▲"))
        state.press(keys: .character("S"))
        #expect(state.lines[1].contains("PROJECT▼"))
        #expect(state.names.first == "acme/refunds")
        #expect(state.notice?.text == "Sorted by PROJECT, descending. s: next column, S: reverse.")
    }

    @Test(arguments: [("PROJECT ID", "PROJECT ID▲"), ("CONFIGURATION", "CONFIGURATION▲"), ("IN", "▲IN STATUS"), ("STATUS", "STATUS▲")])
    func everyColumnCarriesTheMark(title: String, heading: String) {
        var state = Self.all()
        repeat { state.press(keys: .character("s")) } while column(state)?.rawValue != title
        #expect(state.lines[1].contains(heading))
        #expect(state.lines[1].count { $0 == "▲" || $0 == "▼" } == 1)
    }

    @Test func theMostFirstIsDescending() {
        var state = Fixture.listed()
        #expect(!state.lines[1].contains("▲") && !state.lines[1].contains("▼"))
        state.press(keys: .character("s"))
        #expect(state.lines[1].contains("CONFIGURATION▲"))
        state.press(keys: .character("s"))
        #expect(state.lines[1].contains("▼ASSOC"))
        #expect(state.lines[3].contains("payments-nightly"))
        state.press(keys: .character("S"))
        #expect(state.lines[1].contains("▲ASSOC"))
        #expect(state.lines[3].contains("unused"))
    }

    @Test func whatWouldSortNothingIsNotOffered() throws {
        #expect(stops(Self.all()) == [.id, .configuration, .count, .status, .name])
        var one = Fixture.listed()
        one.press(keys: .end, .up, .enter)
        #expect(one.names.count == 1)
        #expect(stops(one) == [.id, .name])
        let (running, plan) = try RunTests.running(columns: 60, rows: 10)
        var narrow = running
        _ = update(&narrow, .runReported(.finished(RunTests.report(plan))))
        narrow.press(keys: .home, .enter)
        #expect(!stops(narrow).contains(.id), "no column shows it")
    }

    @Test func configurationsAreNotSortedByMarksOrFailuresThatAreNotThere() {
        var state = Fixture.listed()
        state.press(keys: .character("s"), .character("s"), .character("s"))
        #expect(state.configurationList.order.column == .service)
        state.press(keys: .character("a"), .character("s"), .character("s"), .character("s"))
        #expect(state.configurationList.order.column == .marked)
        state.press(keys: .character("s"))
        #expect(state.configurationList.order.column == .service)
    }

    @Test func statusSortsWhatItShows() throws {
        var state = Self.all()
        let unknown = AssociationResource.unknown(member: "repositoryGroup", value: .string("group-1"))
        let arn = Fixture.empty.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [unknown], isLast: true)))
        state.settle()
        repeat { state.press(keys: .character("s")) } while column(state) != .status
        let statuses = state.lines[2...6].map { line in ["unknown kind", "last configuration"].first { line.contains($0) } ?? "" }
        #expect(statuses == ["unknown kind", "", "", "", ""], "a listing with a row that matches no project proves no last configuration")
        state.press(keys: .character("S"))
        let reversed = state.lines[2...6].map { line in ["unknown kind", "last configuration"].first { line.contains($0) } ?? "" }
        #expect(reversed == statuses.reversed())
    }

    @Test func lastConfigurationsComeBeforeRowsOfWhichStatusSaysNothing() {
        var state = Self.all()
        repeat { state.press(keys: .character("s")) } while column(state) != .status
        #expect(state.lines[2...5].map { $0.contains("last configuration") } == [true, true, false, false])
    }

    @Test func failuresComeBeforeWhatStatusSaysOtherwise() throws {
        var (state, plan) = try RunTests.running(columns: 100)
        let outcomes = plan.targets.map { $0.association == Fixture.association(1) ? RunTests.denied : .notSent(.stopped) }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run", journal: nil, plan: plan, outcomes: outcomes))))
        state.press(keys: .home, .enter)
        repeat { state.press(keys: .character("s")) } while column(state) != .status
        let shown = state.lines[2...5].map { line in ["ACCESS_DENIED", "Not sent"].first { line.contains($0) } ?? "" }
        #expect(shown == ["ACCESS_DENIED", "Not sent", "Not sent", ""])
    }

    @Test func afterASortTheTopIsSeenAndARangeIsGivenUp() {
        var state = Self.all()
        state.press(keys: .end, .character("v"), .up, .character("s"))
        guard case .projects(let list) = state.screen else { return }
        #expect(list.viewport == Viewport() && list.range == nil)
        state.press(keys: .escape, .end, .character("s"))
        #expect(state.configurationList.viewport.top == 0)
        #expect(state.configurationList.viewport.cursor == 1)
    }
}
