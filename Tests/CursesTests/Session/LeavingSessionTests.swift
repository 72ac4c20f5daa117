import Foundation
import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    /// The terminal's own modes, and what is still on its way when it is given back.
    @Suite @MainActor struct Leaving {
        nonisolated private static let on = "\u{1B}[?2004h"
        nonisolated private static let off = "\u{1B}[?2004l"

        @Test func pastesAreMarkedWhileItLasts() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            let greeting = terminal.sent()
            #expect(greeting.contains("\u{1B}[?2004$p" + Self.on + "\u{1B}[5n"))
            session.end()
            #expect(terminal.sent().components(separatedBy: Self.off).count == 2)
        }

        @Test func theWheelScrollsWhileItLasts() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            #expect(terminal.sent().contains("\u{1B}[?1007$p\u{1B}[?1007s\u{1B}[?1007h"))
            session.end()
            #expect(terminal.sent().contains("\u{1B}[?1007r"))
        }

        @Test(arguments: [(1, nil), (2, "\u{1B}[?1007l"), (0, nil)] as [(Int, String?)])
        func theWheelIsAsTheTerminalSaidAfterwards(setting: Int, restoring: String?) async throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            terminal.type("\u{1B}[?1007;\(setting)$y\u{1B}[0n")
            for await event in session.events where event == .inputWaits { break }
            _ = terminal.sent()
            session.end()
            let sent = terminal.sent()
            #expect(sent.contains("1007") == (restoring != nil) && sent.contains(restoring ?? "\u{1B}[?2004l"))
        }

        @Test func aModeThatWasOnStaysOn() async throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            terminal.type("\u{1B}[?2004;1$y\u{1B}[0n")
            for await event in session.events where event == .inputWaits { break }
            session.end()
            #expect(!terminal.sent().contains(Self.off))
        }

        @Test func aTerminalOfAnotherKindIsToldNothing() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: "vt52")
            #expect(session.askStatus() == nil)
            session.end()
            let sent = terminal.sent()
            #expect(!sent.contains("2004") && !sent.contains("1007"))
        }

        @Test func whatWasTypedAheadIsForNoShell() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            terminal.type("rm -r something\r")
            terminal.waitUntilReadable(16)
            session.end()
            #expect(terminal.device.readiness() == .nothing)
        }

        @Test func answersOnTheirWayAreRead() async throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            terminal.type("\u{1B}[0n")
            for await event in session.events where event == .inputWaits { break }
            _ = session.nextInput()
            _ = session.askStatus()
            let late = Thread {
                _ = terminal.sent(until: Self.off)
                terminal.type("\u{1B}[0n")
            }
            late.start()
            session.end()
            #expect(terminal.device.readiness() == .nothing)
        }
    }
}
