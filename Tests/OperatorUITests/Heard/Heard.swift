import Terminal

@testable import OperatorUI

/// The program as somebody hears it: what it has said since it was asked last.
struct Heard {
    private(set) var app: App
    private var told: AccessibleState
    private var turn = 0

    init(_ app: App = Fixture.listed()) {
        self.app = app.heard
        told = self.app.accessibleState(turn: 0)
    }

    /// Presses keys one after the other, with a pause after each; what is said.
    @discardableResult
    mutating func press(_ keys: Key...) -> [String] { keys.flatMap { press($0) } }

    /// Types a text without a pause; what is said meanwhile.
    mutating func type(_ text: String) -> [String] { text.flatMap { take(.keyPressed(.character($0))) } }

    /// Keys pause; what is said then.
    mutating func pause() -> [String] {
        guard let number = app.display.rest.awaited else { return [] }
        return take(.previewDelayPassed(number: number))
    }

    /// Something happens; what is said.
    @discardableResult
    mutating func take(_ event: Event) -> [String] {
        if event.isKey { turn += 1 }
        _ = app.update(event)
        return tell()
    }

    /// Lets answers count; what is said.
    mutating func arm() -> [String] {
        app.arm()
        return tell()
    }

    /// The text being typed, and what asks for it.
    var entry: String? { told.entry.map { $0.label + $0.text } }

    private mutating func press(_ key: Key) -> [String] { take(.keyPressed(key)) + pause() }

    private mutating func tell() -> [String] {
        app.recomputeLists()
        let state = app.accessibleState(turn: turn)
        defer { told = state.asTold(after: told) }
        app.noteHeard()
        return announce(before: told, after: state)
    }
}

extension App {
    /// The same program, heard.
    var heard: App {
        var app = self
        app.session.isHeard = true
        var display = Display(size: app.display.size, isHeard: true)
        (display.arming, display.rest) = (app.display.arming, app.display.rest)
        app.display = display
        app.recomputeLists()
        return app
    }
}
