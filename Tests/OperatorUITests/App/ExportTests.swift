import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct ExportTests {
    private func export(_ name: String, _ keys: Key...) throws -> (App, Export) {
        var app = Fixture.listed()
        for key in keys { app.press(keys: key) }
        app.press(keys: .character("e"), .control("u"))
        app.type(name)
        let export = try app.enterFileName()
        return (app, export)
    }

    @Test func rowsThatAreShownAreWrittenAsCSVThatFromTakes() throws {
        let (_, export) = try export("list.csv", .down, .enter)
        let lines = String(decoding: export.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("scanConfigurationArn,projectId,"))
        #expect(lines[1].contains("acme/ledger"))
        let context = PlanInputContext(account: nil, region: nil)
        let input = try PlanInput.read(export.bytes, name: "list.csv", context: context)
        #expect(Set(input.associations) == Set([1, 2, 3].map { Fixture.association($0) }))
    }

    @Test func jsonByItsEnding() throws {
        let (_, export) = try export("list.JSON")
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.contains("\"account\" : \"123456789012\""))
        #expect(text.contains("\"projectName\" : \"acme/refunds\""))
        #expect(export.count == 4)
    }

    @Test func everyFactThatAListPrintsIsInTheTable() throws {
        let (_, export) = try export("list.csv", .down, .enter)
        let header = String(decoding: export.bytes, as: UTF8.self).split(separator: "\r\n").first.map { $0.split(separator: ",") } ?? []
        #expect(CoverageMembers.columns.allSatisfy { header.contains(Substring($0.rawValue)) })
    }

    @Test func anotherEndingIsRefused() {
        var app = Fixture.listed()
        app.press(keys: .character("e"), .control("u"))
        app.type("list.txt")
        #expect(app.press(keys: .enter) == [])
        #expect(app.prompt?.text == "list.txt")
        #expect(app.notice?.text.hasPrefix("The name must end in .csv or .json") == true)
        app.press(keys: .escape)
        #expect(app.prompt == nil)
    }

    @Test func aFileThatIsThereIsNotReplacedSilently() throws {
        var (app, export) = try export("list.csv")
        #expect(!export.mayReplace)
        _ = app.update(.exportExists(export))
        #expect(app.lines.contains { $0.contains("Replace list.csv?") })
        #expect(app.press(keys: .enter) == [])
        _ = app.update(.exportExists(export))
        export.mayReplace = true
        #expect(app.agree() == [.export(export)])
        _ = app.update(.exported(export))
        #expect(app.notice == Notice(.success, "Wrote 4 associations to list.csv."))
    }

    @Test(arguments: ["run.md", "run.HTML"]) func resultsCanBeATicket(name: String) throws {
        var app = try RetryTests.finished()
        app.press(keys: .character("!"), .character("e"), .control("u"))
        app.type(name)
        guard case .export(let export)? = app.press(keys: .enter).first else { throw RunTests.Missing() }
        #expect(export.ticketRun == "run-1")
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.hasPrefix(name.lowercased().hasSuffix("html") ? "<!DOCTYPE html>" : "# Disassociation of 3 associations"))
        #expect(text.contains("acme/ledger") && text.contains("ACCESS_DENIED"))
    }

    @Test func aListIsNoTicket() throws {
        var app = Fixture.listed()
        app.press(keys: .character("e"), .control("u"))
        app.type("list.html")
        #expect(app.press(keys: .enter) == [])
        #expect(app.notice?.text == "The name must end in .csv or .json.")
    }

    @Test func resultsAreWrittenFromTheirScreen() throws {
        var app = try RetryTests.finished()
        app.press(keys: .character("!"), .character("e"))
        let export = try app.enterFileName()
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.contains("ACCESS_DENIED"))
        #expect(text.contains("succeeded"))
    }

    @Test func whetherTablesAreForASpreadsheetIsAskedOnce() throws {
        var app = Fixture.listed()
        app.press(keys: .character("e"), .enter)
        #expect(app.words.contains("Will associations.csv be opened in Excel?"))
        #expect(app.press(keys: .character("n")).allSatisfy { if case .export = $0 { false } else { true } }, "n was typed ahead")
        #expect(app.notice?.text.hasPrefix("Too early") == true || app.notice?.text.hasPrefix("Not drawn") == true)
        guard case .export(let marked)? = app.agree().first else { throw RunTests.Missing() }
        #expect(marked.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try PlanInput.read(marked.bytes, name: "in", context: PlanInputContext(account: nil, region: nil)).associations.count == 4)
        app.press(keys: .character("e"))
        #expect(app.press(keys: .enter) == [.export(marked)], "it is not asked again")
        var other = Fixture.listed()
        #expect(other.press(keys: .character("e"), .enter, .escape) == [] && other.session.writesByteOrderMark == nil)
        other.press(keys: .character("e"), .enter)
        other.read()
        guard case .export(let plain)? = other.press(keys: .character("n")).last else { throw RunTests.Missing() }
        #expect(plain.bytes.starts(with: Array("scanConfigurationArn".utf8)))
    }

    @Test func cCopiesTheID() {
        var app = Fixture.listed()
        app.press(keys: .character("c"))
        #expect(app.notice?.text.hasPrefix("c copies a configuration's ARN") == true)
        #expect(app.press(keys: .down, .character("c"), .enter) == [.copy(Fixture.nightly.scanConfigurationArn)])
        #expect(app.press(keys: .enter, .character("c"), .character("c")) == [.copy(Fixture.project(2).projectId ?? "")])
    }
}

extension App {
    /// Enters the name of a file, and says that it is for no spreadsheet.
    mutating func enterFileName() throws -> Export {
        var effects = press(keys: .enter)
        if effects.first.map({ if case .export = $0 { false } else { true } }) ?? true {
            read()
            effects = press(keys: .enter)
        }
        guard case .export(let export)? = effects.first else { throw RunTests.Missing() }
        return export
    }
}
