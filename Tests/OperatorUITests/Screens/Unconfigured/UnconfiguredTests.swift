import BitCollections
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct UnconfiguredTests {
    @Test func projectsOfNoConfigurationAreListed() {
        var app = Covered.open(3)
        #expect(app.lines[0].hasSuffix("  Without configuration  2"))
        #expect(app.lines[2].contains("globex/new") && app.lines[2].contains("never"))
        #expect(app.lines[3].contains("globex/old") && app.lines[3].contains("16mo"))
        app.press(keys: .character("S"), .character("l"), .character("="))
        #expect(app.lines[2].contains("globex/old"))
        #expect(app.press(keys: .character("c"), .enter) == [.copy(Fixture.project(7).projectId ?? "")])
    }

    @Test func theyAreMarkedToBeAssociatedAlone() {
        var app = Covered.open(3)
        app.press(keys: .character(" "))
        #expect(app.lines[2].contains("● ") && app.words.contains("1 project marked to be associated"))
        app.press(keys: .character("d"))
        #expect(app.plan == nil)
        #expect(app.notice?.text == "No configuration has these projects, so there is nothing to disassociate: A associates them.")
        app.press(keys: .character("i"))
        #expect(app.prompt == nil && app.marks.isEmpty)
    }

    @Test(arguments: [("a", [7, 8]), ("*", [7]), ("uv\u{1B}", []), ("M", [8]), ("uvkv", [7, 8])])
    func everyWayToMarkWorks(keys: String, marked: [Int]) {
        var app = Covered.open(3)
        app.type(" " + keys)
        let projects = app.session.account.projectMarks.compactMap { app.inventory.resources[ResourceNumber($0)].projectId }
        #expect(Set(projects) == Set(marked.compactMap { Fixture.project($0).projectId }))
    }

    @Test func marksThatTheFilterHidesAreCountedAndSaidInThePlan() {
        var app = Covered.open(3)
        app.type("a/old")
        app.press(keys: .enter)
        #expect(app.words.contains("2 projects marked to be associated, 1 hidden by the filter"))
        app.press(keys: .character("A"), .enter)
        #expect(app.plan?.draft.whole.targets.count == 2)
        #expect(app.plan?.warnings.contains { $0.warning == .hiddenByFilter(targets: 1) } == true)
    }

    @Test func whatIsAssociatedLeavesTheView() throws {
        var app = Covered.open(3)
        app.press(keys: .character("a"), .character("A"))
        #expect(app.lines[0].contains("associate 2 projects with"))
        app.press(keys: .end, .enter)
        let plan = try #require(app.plan?.plan)
        #expect(plan.action == .associate && Set(plan.scanConfigurationArns) == [Fixture.empty.scanConfigurationArn])
        #expect(app.words.contains("Associate 2 projects with unused"))
        #expect(app.agree() == [.startRun(plan)])
        _ = app.update(.runReported(.finished(RunReport(runId: "run", journal: nil, plan: plan, outcomes: [.succeeded, .succeeded]))))
        #expect(app.session.account.projectMarks.isEmpty)
        #expect(app.words.contains("2 associated."))
        #expect(app.inventory.present(among: plan.targets.map(\.association)).count == 2)
    }

    @Test func theyAreFoundAndWritten() throws {
        var app = Covered.open(3)
        app.type("/old")
        app.press(keys: .enter, .character("e"))
        let export = try app.enterFileName()
        let lines = String(decoding: export.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 2 && lines[0].hasPrefix("projectId,projectName,"))
        #expect(lines[1].hasPrefix("\(Fixture.project(7).projectId ?? ""),globex/old,GITHUB,2024-"))
        _ = app.update(.exported(export))
        #expect(app.notice?.text == "Wrote 1 project to projects.csv.")
        app.press(keys: .character("e"), .control("u"))
        app.type("list.json")
        let json = try app.enterFileName()
        #expect(String(decoding: json.bytes, as: UTF8.self).contains("\"projectName\" : \"globex/old\""))
    }

    @Test func aListingThatWasNotCompletedProvesNoProject() {
        var app = Covered.listed(Covered.events(coverage: [.coverageFailed(.repeatedToken(operation: "ListCoverage"))]))
        app.press(keys: .home, .down, .down, .down, .enter)
        #expect(app.words.contains("Unknown: some listings failed, so this view is incomplete."))
    }
}
