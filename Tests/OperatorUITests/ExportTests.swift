import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct ExportTests {
    private func export(_ name: String, _ keys: Key...) throws -> (State, Export) {
        var state = Fixture.listed()
        for key in keys { state.press(keys: key) }
        state.press(keys: .character("e"), .control("u"))
        state.type(name)
        guard case .export(let export)? = state.press(keys: .enter).first else { throw RunTests.Missing() }
        return (state, export)
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

    @Test func anotherEndingIsRefused() {
        var state = Fixture.listed()
        state.press(keys: .character("e"), .control("u"))
        state.type("list.txt")
        #expect(state.press(keys: .enter) == [])
        #expect(state.entry?.text == "list.txt")
        #expect(state.notice?.text.hasPrefix("The name must end in .csv or .json") == true)
        state.press(keys: .escape)
        #expect(state.entry == nil)
    }

    @Test func aFileThatIsThereIsNotReplacedSilently() throws {
        var (state, export) = try export("list.csv")
        #expect(!export.mayReplace)
        _ = update(&state, .exportExists(export))
        #expect(state.lines.contains { $0.contains("Replace list.csv?") })
        #expect(state.press(keys: .enter) == [])
        _ = update(&state, .exportExists(export))
        export.mayReplace = true
        #expect(state.agree() == [.export(export)])
        _ = update(&state, .exported(export))
        #expect(state.notice == Notice(.success, "Wrote 4 associations to list.csv."))
    }

    @Test func resultsAreWrittenFromTheirScreen() throws {
        var state = try RetryTests.finished()
        state.press(keys: .character("!"), .character("e"))
        guard case .export(let export)? = state.press(keys: .enter).first else { throw RunTests.Missing() }
        let text = String(decoding: export.bytes, as: UTF8.self)
        #expect(text.contains("ACCESS_DENIED"))
        #expect(text.contains("succeeded"))
    }

    @Test func copyHandsTheIdToTheTerminal() {
        var state = Fixture.listed()
        state.press(keys: .character("c"))
        #expect(state.notice?.text.hasPrefix("c copies a configuration's ARN") == true)
        #expect(state.press(keys: .down, .character("c")) == [.copy(Fixture.nightly.scanConfigurationArn)])
        #expect(state.press(keys: .enter, .character("c")) == [.copy(Fixture.project(2).projectId ?? "")])
    }
}
