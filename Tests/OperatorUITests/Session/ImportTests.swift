import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// i marks what a file names, says what it did not find, and is taken back by u.
@Suite struct ImportTests {
    private let arn = Fixture.nightly.scanConfigurationArn

    private func id(_ number: Int) -> String { Fixture.project(number).projectId ?? "" }

    private func table(_ text: String) throws -> InputTable { try InputReader.read(Array(text.utf8), name: "list.csv") }

    /// Types the name of a file, and has its content arrive.
    private func imported(_ app: inout App, _ text: String) throws {
        app.press(keys: .character("i"))
        app.type("list.csv")
        guard case .readMarks(let number, "list.csv")? = app.press(keys: .enter).first else { throw RunTests.Missing() }
        _ = app.update(.marksRead(number: number, try table(text)))
    }

    @Test func whatAFileNamesIsMarkedAndNothingElse() throws {
        var app = Fixture.listed()
        try imported(&app, "Configuration,Repository\npayments-nightly,acme/ledger\npayments-nightly,acme/refunds\n")
        #expect(app.marks.count == 2)
        #expect(app.notice == Notice(.information, "Marked 2 associations. u takes it back."))
    }

    @Test func whatIsNotFoundIsSaidWithItsLines() throws {
        var app = Fixture.listed()
        let rows = [
            "\(arn),\(id(1))", "\(arn),acme/nothing", "\(Fixture.standard.scanConfigurationArn),\(id(2))", "\(arn),", "\(arn),\(id(2))",
        ]
        try imported(&app, "scanConfigurationArn,projectId\n" + rows.joined(separator: "\n"))
        #expect(app.marks.count == 2)
        #expect(
            app.notice?.text
                == "Marked 2 associations; 1 not associated (line 4), 2 not known here (lines 5, 3). u takes it back.")
    }

    @Test func uTakesAnImportBackAndNothingElse() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character(" "))
        let before = app.marks
        try imported(&app, "\(id(1))\n\(id(2))\n\(id(3))\n")
        #expect(app.marks.count == 3 && app.notice?.text == "Marked 2 associations; 1 marked before. u takes it back.")
        app.press(keys: .character("u"))
        #expect(app.marks == before && app.notice?.text == "Took the import back: 1 mark, as before.")
        app.press(keys: .character("u"))
        #expect(app.marks.isEmpty)
    }

    @Test func afterAnotherMarkUClearsAll() throws {
        var app = Fixture.listed()
        try imported(&app, "\(id(1))\n")
        app.press(keys: .down, .enter, .down, .character(" "), .character("u"))
        #expect(app.marks.isEmpty && app.notice?.text.hasPrefix("Cleared") == true)
    }

    @Test func idsAloneMeanTheListsConfigurationOrAllOfThem() throws {
        var app = Fixture.listed()
        try imported(&app, "\(id(1))\n")
        #expect(app.marks.count == 2, "payments-api is in two configurations")
        app.press(keys: .character("u"), .down, .enter)
        try imported(&app, "\(id(1))\n")
        #expect(app.marks.count == 1)
    }

    @Test func aFileForAnotherAccountMarksNothing() throws {
        var app = Fixture.listed()
        let item = #"{"scanConfigurationArn":"\#(arn)","resource":{"projectId":"\#(id(1))"}}"#
        try imported(&app, #"{"account":"210987654321","disassociateConfigurationRequests":[\#(item)]}"#)
        #expect(app.marks.isEmpty && app.notice?.text.contains("list.csv is for account 210987654321") == true)
    }

    @Test func anAnswerThatIsNotAwaitedAnyMoreMarksNothing() throws {
        var app = Fixture.listed()
        app.press(keys: .character("i"))
        app.type("a")
        app.press(keys: .enter, .character("i"))
        app.type("b")
        app.press(keys: .enter)
        _ = app.update(.marksRead(number: 1, try table("\(id(1))\n")))
        #expect(app.marks.isEmpty)
        _ = app.update(.marksRefused(number: 1, "No."))
        #expect(app.notice?.text == "Reading b …")
        _ = app.update(.marksRefused(number: 2, "No."))
        #expect(app.notice == Notice(.warning, "No."))
    }

    @Test func tabCompletesWithWhatTheDiskHas() {
        var app = Fixture.listed()
        app.press(keys: .character("i"))
        app.type("li")
        #expect(app.press(keys: .tab) == [.findFiles("li")])
        _ = app.update(.filesFound("l", ["lost"]))
        #expect(app.prompt?.text == "li", "that was asked for another text")
        _ = app.update(.filesFound("li", ["lists/", "lists.csv"]))
        #expect(app.prompt?.text == "lists")
        #expect(app.words.contains("lists/") && app.words.contains("lists.csv"))
        #expect(app.press(keys: .tab) == [] && app.prompt?.text == "lists/")
        #expect(app.press(keys: .tab) == [] && app.prompt?.text == "lists.csv")
        app.type("x")
        #expect(app.press(keys: .tab) == [.findFiles("lists.csvx")])
        _ = app.update(.filesFound("lists.csvx", []))
        #expect(app.notice?.text == "Nothing completes this.")
    }

    @Test func escMarksNothing() {
        var app = Fixture.listed()
        app.press(keys: .character("i"), .enter)
        #expect(app.notice?.text == "Type the name of a file; Tab completes it." && app.prompt?.isImport == true)
        app.press(keys: .escape)
        #expect(app.marks.isEmpty && app.prompt == nil && app.notice?.text == "Nothing was marked.")
    }
}
