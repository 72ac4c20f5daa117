import Foundation
import Terminal
import TestSupport
import Testing

@testable import Curses

@Suite struct BuiltInTerminalsTests {
    /// The strings in the source are what `tic -x` makes of the file beside this test.
    @Test func descriptionsAreTheCompiledForms() async throws {
        let folder = try TemporaryFolder()
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "built-in-terminals.ti")
        let compiled = try await Program.run(
            "/usr/bin/tic", ["-x", "-o", folder.path, source.path], environment: ["PATH": "/usr/bin"])
        try #require(compiled.status == 0, "\(compiled.errors)")
        for (name, description) in BuiltInTerminals.descriptions {
            let entry = try Data(contentsOf: URL(filePath: "\(folder.path)/\(name.prefix(1))/\(name)"))
            let text = entry.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            #expect(description == text, "\(name)")
        }
    }

    @Test(
        arguments: [
            ("xterm", "xterm"), ("xterm-kitty", "xterm-256color"), ("screen.xterm-256color", "screen-256color"),
            ("tmux-direct", "tmux-256color"), ("linux-16color", "linux"), ("vt220", "vt100"), ("wyse60", nil), ("dumb", nil),
        ] as [(String, String?)])
    func aVariantIsServedByItsFamily(type: String, name: String?) {
        #expect(BuiltInTerminals.name(for: type) == name)
    }
}

extension Sessions {
    @Suite @MainActor struct WithoutATerminalDatabase {
        @Test func aTerminalOfAKnownFamilyIsUsed() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: "xterm-that-no-database-has")
            session.draw(Frame(size: session.size, lines: [Line([Span("acme/cards", .failed)])]))
            let sent = terminal.sent()
            session.end()
            #expect(sent.contains("\u{1B}[?1049h"))
            #expect(sent.contains("acme/cards"))
            #expect(terminal.sent().contains("\u{1B}[?1049l"))
        }
    }
}
