import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// Every key on every screen.
@Suite struct EveryKeyTests {
    static let keys =
        KeyTable.bindings.flatMap(\.keys) + [.function(5), .insert, .delete, .backspace, .unknown(300), .character("7"), .character("ä")]

    @Test func everyKeyWorksOrSaysWhy() async throws {
        for columns in [80, 160] {
            for (name, app) in try await EveryScreen.all(columns: columns) {
                for key in Self.keys { check(key, on: app, name) }
            }
        }
    }

    private func check(_ key: Key, on app: App, _ name: String) {
        var before = app
        before.session.notices.clear()
        var after = before
        let effects = after.update(.keyPressed(key))
        #expect(!effects.isEmpty || after != before, "\(key) does nothing on \(name) and does not say why")
    }

    @Test func noKeyIsBoundTwice() {
        let keys = KeyTable.bindings.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test func helpHasEveryBinding() {
        var app = Fixture.listed(columns: 80, rows: 120)
        app.press(keys: .character("?"))
        let lines = app.lines
        for binding in KeyTable.bindings {
            #expect(lines.contains { $0.hasPrefix("  \(binding.name) ") }, "\(binding.name) is missing")
        }
    }

    @Test func onlyThePlanAndQuestionsSend() async throws {
        for (name, app) in try await EveryScreen.all() where !name.contains("plan") && !name.contains("?") {
            for key in Self.keys {
                var app = app
                let effects = app.update(.keyPressed(key))
                let sends = effects.contains { if case .startRun = $0 { true } else { false } }
                #expect(!sends, "\(key) sends on \(name)")
            }
        }
    }

    @Test func readOnlyNeverSends() async throws {
        for (name, app) in try await EveryScreen.all() where name != "run" && !name.contains("during") {
            var app = app
            app.session.isReadOnly = true
            for key in [Key.character("d"), .character("R"), .character("U")] {
                var copy = app
                _ = copy.update(.keyPressed(key))
                guard copy.plan != nil else { continue }
                let effects = copy.agree()
                #expect(!effects.contains { if case .startRun = $0 { true } else { false } }, "\(key) on \(name)")
                #expect(copy.run == nil)
            }
        }
    }
}
