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

    @Test func theyCannotBeMarked() {
        var app = Covered.open(3)
        for key: Key in [.character(" "), .character("a"), .character("*"), .character("v"), .character("M")] {
            app.press(keys: key)
            #expect(app.notice?.text == "No configuration has these projects, so there is nothing to disassociate.")
        }
        #expect(app.marks.isEmpty)
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
