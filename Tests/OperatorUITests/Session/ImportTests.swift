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
            "\(arn),\(id(1))", "\(arn),acme/nothing", "\(Fixture.standard.scanConfigurationArn),\(id(2))", "\(arn),\(id(9))",
            "\(arn),\(id(2))",
        ]
        try imported(&app, "scanConfigurationArn,projectId\n" + rows.joined(separator: "\n"))
        #expect(app.marks.count == 2)
        #expect(
            app.notice?.text
                == "Marked 2 associations; 1 not associated (line 4), 2 not known here (lines 3, 5). u takes it back.")
    }

    @Test func uTakesAnImportBackAndNothingElse() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .enter, .character(" "))
        let before = app.marks
        try imported(&app, "\(id(1))\n\(id(2))\n\(id(3))\n")
        #expect(app.marks.count == 3 && app.notice?.text == "Marked 2 associations; 1 marked before. u takes it back.")
        try imported(&app, "\(id(1))\n")
        #expect(app.notice?.text == "Marked 0 associations; 1 marked before.", "an import that changes nothing is nothing to take back")
        app.press(keys: .character("u"))
        #expect(app.marks == before && app.notice?.text == "Import undone: 1 mark, as before.")
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
        #expect(app.notice?.text == "Marked 2 associations; 1 row without a configuration, marked in every one. u takes it back.")
        app.press(keys: .character("u"), .down, .enter)
        try imported(&app, "\(id(1))\n")
        #expect(app.marks.count == 1)
    }

    @Test func aFileForAnotherAccountMarksNothing() throws {
        var app = Fixture.listed()
        let item = #"{"scanConfigurationArn":"\#(arn)","resource":{"projectId":"\#(id(1))"}}"#
        try imported(&app, #"{"account":"210987654321","disassociateConfigurationRequests":[\#(item)]}"#)
        #expect(app.marks.isEmpty && app.notice?.text.contains("list.csv: this plan is for account 210987654321") == true)
    }

    @Test func whatFromRefusesIsRefusedHereTooAndNothingIsMarked() throws {
        let bad = [
            "projectId,scanConfigurationArn\n\(id(1)),\(arn)\n,\(arn)\n": "list.csv, line 3: this row names no project",
            "projectId,scanConfigurationArn\n\(id(1)),\(arn)\n\(id(2)),\(id(1))\n": "list.csv, line 3, column \"scanConfigurationArn\": ",
            "projectId\n\(id(1))\n\(id(2).dropLast())\n": "list.csv, line 3, column \"projectId\": \"\(id(2).dropLast())\" is neither",
            "projectId,accountId\n\(id(1)),\n\(id(2)),210987654321\n": "list.csv, line 3: this is of account \"210987654321\"",
            "projectId,projectName\n\(id(1)),acme/refunds\n": "is the name of ",
        ]
        for (text, words) in bad {
            var app = Fixture.listed()
            try imported(&app, text)
            #expect(app.marks.isEmpty && app.notice?.text.contains(words) == true, "\(app.notice?.text ?? "")")
            #expect(app.notice?.text.hasSuffix("Nothing was marked.") == true)
        }
    }

    @Test func severalReasonsAreAmongTheResults() throws {
        var app = Fixture.listed()
        try imported(&app, "projectId,note\n\(id(1))\nproject-1,x,y\n<\(id(2))>\n")
        #expect(
            app.marks.isEmpty && app.notice?.text.contains("; and 1 more problem. Nothing was marked. ! shows all.") == true,
            "\(app.notice?.text ?? "")")
        app.press(keys: .character("!"))
        #expect(app.words.contains("Line 3: 3 fields") && app.words.contains("Line 4"), "\(app.words)")
    }

    @Test func thePromptSaysWhatRowsWithoutAConfigurationMean() {
        var app = Fixture.listed()
        app.press(keys: .character("i"))
        #expect(app.words.contains("Rows without a configuration apply to every configuration that has the project."))
        app.press(keys: .escape, .down, .enter, .character("i"))
        #expect(app.words.contains("Rows without a configuration apply to payments-nightly."))
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
        _ = app.update(.marksRefused(number: 1, .unreadable("No.")))
        #expect(app.notice?.text == "Reading b …")
        _ = app.update(.marksRefused(number: 2, .unreadable("No.")))
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
        #expect(app.notice?.text == "No completion.")
    }

    @Test func escMarksNothing() {
        var app = Fixture.listed()
        app.press(keys: .character("i"), .enter)
        #expect(app.notice?.text == "Type the name of a file; Tab completes it." && app.prompt?.isImport == true)
        app.press(keys: .escape)
        #expect(app.marks.isEmpty && app.prompt == nil && app.notice?.text == "Nothing was marked.")
    }
}
