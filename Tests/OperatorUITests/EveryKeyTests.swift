import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Every key on every screen.
@Suite struct EveryKeyTests {
    static let keys =
        KeyTable.bindings.flatMap(\.keys) + [.function(5), .insert, .delete, .backspace, .unknown(300), .character("7"), .character("ä")]

    @Test func everyKeyWorksOrSaysWhy() throws {
        for columns in [80, 160] {
            for (name, state) in try Screens.all(columns: columns) {
                for key in Self.keys { check(key, on: state, name) }
            }
        }
    }

    private func check(_ key: Key, on state: State, _ name: String) {
        var before = state
        before.notice = nil
        var after = before
        let effects = update(&after, .keyPressed(key))
        #expect(!effects.isEmpty || after != before, "\(key) does nothing on \(name) and does not say why")
    }

    @Test func noKeyIsBoundTwice() {
        let keys = KeyTable.bindings.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test func helpHasEveryBinding() {
        var state = Fixture.listed(columns: 80, rows: 120)
        state.press(keys: .character("?"))
        let lines = state.lines
        for binding in KeyTable.bindings {
            #expect(lines.contains { $0.hasPrefix("  \(binding.name) ") }, "\(binding.name) is missing")
        }
    }

    @Test func onlyThePlanAndQuestionsSend() throws {
        for (name, state) in try Screens.all() where !name.contains("plan") && !name.contains("?") {
            for key in Self.keys {
                var state = state
                let effects = update(&state, .keyPressed(key))
                let sends = effects.contains { if case .startRun = $0 { true } else { false } }
                #expect(!sends, "\(key) sends on \(name)")
            }
        }
    }

    @Test func readOnlyNeverPlans() throws {
        for (name, state) in try Screens.all() where !name.contains("plan") && name != "run" && !name.contains("during") {
            var state = state
            state.isReadOnly = true
            for key in [Key.character("d"), .character("R"), .character("U")] {
                var copy = state
                _ = update(&copy, .keyPressed(key))
                if case .plan = copy.screen { Issue.record("\(key) plans on \(name)") }
            }
        }
    }
}
