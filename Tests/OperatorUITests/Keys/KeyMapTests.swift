import Terminal
import TestSupport
import Testing

@testable import OperatorUI

/// Keys as an operator has bound them.
@Suite struct KeyMapTests {
    private static let changes: [Command: [Key]] = [
        .list(.plan): [.character("D")], .list(.sort): [], .program(.help): [.function(1)],
        .list(.markAll): [.character("A"), .control("a")],
    ]

    private func app(_ changes: [Command: [Key]] = changes, columns: Int = 80, rows: Int = 120) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        app.session.preferences = Preferences(keys: KeyMap(changes))
        return app
    }

    @Test func withoutChangesTheKeysAreThoseOfTheTable() {
        for binding in KeyTable.bindings {
            for key in binding.keys { #expect(KeyMap([:]).command(for: key) == binding.command) }
            #expect(KeyMap([:]).binding(of: binding.command) == binding)
        }
        #expect(KeyMap([:]) == .standard)
    }

    @Test func aCommandHasTheKeysChosenAndNoOthers() {
        var app = app()
        app.press(keys: .character("a"))
        #expect(app.marks.isEmpty)
        app.press(keys: .control("a"))
        #expect(!app.marks.isEmpty)
        app.press(keys: .character("d"))
        #expect(app.plan == nil)
        app.press(keys: .character("D"))
        #expect(app.plan != nil)
    }

    @Test func helpAndHintsShowTheKeysAsBound() {
        var app = app()
        #expect(app.lines.last?.contains("f1 help") == true, "\(app.lines.last ?? "")")
        #expect(app.lines.last?.contains("A mark all") == true)
        app.press(keys: .function(1))
        let lines = app.lines
        for start in ["  D ", "  F1 ", "  A ^A ", "  no key  "] { #expect(lines.contains { $0.hasPrefix(start) }, "\(start)") }
        #expect(!lines.contains { $0.hasPrefix("  d ") || $0.hasPrefix("  ? ") || $0.hasPrefix("  s ") })
    }

    @Test func fixedKeysKeepTheirMeaningWhateverIsChosen() {
        let map = KeyMap([.back: [.backspace], .open: [], .program(.repaint): [.function(5)]])
        #expect(map.command(for: .escape) == .back && map.command(for: .backspace) == .back && map.command(for: .left) == nil)
        #expect(map.command(for: .enter) == .open && map.command(for: .character("l")) == nil)
        #expect(map.binding(of: .program(.repaint))?.name == "^L F5")
        #expect(map.command(for: .character("y")) == .run(.send))
    }

    @Test(
        arguments: [
            (.run(.send), [.character("Y")], .fixedCommand), (.program(.interrupt), [.character("q")], .fixedCommand),
            (.list(.plan), [.character("y")], .fixedKey(.character("y"), .run(.send))), (.list(.mark), [.enter], .fixedKey(.enter, .open)),
            (.program(.stop), [.escape], .fixedKey(.escape, .back)),
            (.run(.undo), [.control("c")], .fixedKey(.control("c"), .program(.interrupt))),
            (.move(.up), [.character("8")], .digit(.character("8"))), (.program(.quit), [], .needed), (.program(.help), [], .needed),
            (.list(.sort), [.character("x")], .boundTwice(.character("x"), .program(.stop))),
        ] as [(Command, [Key], KeyFault)])
    func whatWouldEndangerTheOperatorIsRefused(command: Command, keys: [Key], fault: KeyFault) {
        #expect(KeyFault.faults(in: [command: keys]) == [command: [fault]])
    }

    @Test func keysMayChangePlaces() {
        #expect(KeyFault.faults(in: [.list(.sort): [.character("=")], .list(.reverse): [.character("s")]]).isEmpty)
        #expect(KeyFault.faults(in: Dictionary(uniqueKeysWithValues: KeyTable.bindings.map { ($0.command, $0.keys) })).isEmpty)
    }

    @Test func twoChangedCommandsWithOneKeyAreBothNamed() {
        let faults = KeyFault.faults(in: [.list(.sort): [.function(2)], .list(.reverse): [.function(2)]])
        #expect(
            faults == [
                .list(.sort): [.boundTwice(.function(2), .list(.reverse))], .list(.reverse): [.boundTwice(.function(2), .list(.sort))],
            ])
    }

    /// Whatever an operator chooses: if no fault is found, `y` alone sends, no key has two meanings, and there is a way out.
    @Test func aMapWithoutFaultsIsSafe() {
        let keys: [Key] = KeyTable.bindings.flatMap(\.keys) + [.function(1), .function(2), .character("7"), .character("Y"), .backspace]
        let broken = Property.counterexample(3000) { random in
            let changes = Dictionary(
                random.list(upTo: 6) { random in (random.pick(KeyTable.bindings).command, random.list(upTo: 3) { $0.pick(keys) }) },
                uniquingKeysWith: { first, _ in first })
            guard KeyFault.faults(in: changes).isEmpty else { return nil }
            let map = KeyMap(changes)
            let bound = map.sections.flatMap(\.bindings)
            if keys.filter({ map.command(for: $0) == .run(.send) }) != [.character("y")] { return "another key sends: \(changes)" }
            if Set(bound.flatMap(\.keys)).count != bound.flatMap(\.keys).count { return "a key has two meanings: \(changes)" }
            if map.command(for: .escape) != .back || map.command(for: .control("c")) != .program(.interrupt) {
                return "no way out: \(changes)"
            }
            return map.binding(of: .program(.quit)) == nil || map.binding(of: .program(.stop)) == nil ? "no key stops: \(changes)" : nil
        }
        #expect(broken == nil)
    }

    @Test func namesOfCommandsStay() {
        let names = KeyTable.bindings.map(\.command.name)
        #expect(Set(names).count == names.count)
        let published = [
            "up", "down", "pageUp", "pageDown", "first", "last", "open", "back", "otherPane", "mark", "markAll", "range", "invert",
            "clearMarks", "onlyMarked", "filter", "sort", "reverse", "nextFailed", "previousFailed", "results", "earlierRuns", "copy",
            "export", "plan", "send", "stop", "retry", "verify", "undo", "refresh", "profiles", "help", "repaint", "suspend", "interrupt",
            "quit",
        ]
        #expect(Set(published).subtracting(names).isEmpty, "configuration files name these")
        #expect(
            Style.Role.allCases.map(\.name).starts(with: [
                "text", "dim", "title", "header", "cursor", "marked", "failed", "warning", "success", "accent", "key", "input",
            ]))
    }
}
