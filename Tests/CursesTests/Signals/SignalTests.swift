import Foundation
import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    /// What the system's signals do to a program that has the terminal.
    @Suite struct Signals {
        /// In a process of its own, which ends after a minute whatever happens: takes the terminal at `path` on the standard streams and draws.
        @MainActor private static func takeTerminal(at path: String) throws -> CursesSession {
            alarm(60)
            let terminal = open(path, O_RDWR | O_NOCTTY)
            for stream in [STDIN_FILENO, STDOUT_FILENO] { dup2(terminal, stream) }
            let session = try CursesSession(options: CursesOptions(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]))
            session.draw(Frame(size: session.size, lines: [Line("still here")]))
            _ = session.events
            return session
        }

        @Test(arguments: [SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT, 34, 64])
        func everySignalThatEndsAProcessGivesTheTerminalBack(signal: Int32) async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            let result = await #expect(processExitsWith: .failure) { [path = path as String, signal = signal as Int32] in
                let session = try await Self.takeTerminal(at: path)
                kill(getpid(), signal)
                for await _ in await session.events {}
            }
            #expect(result?.exitStatus == .signal(signal))
            #expect(terminal.sent().contains("\u{1B}[?1049l"))
            #expect(terminal.modes == modes)
        }

        @Test func theSecondRequestToEndIsNotWaitedFor() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
                let session = try await Self.takeTerminal(at: path)
                kill(getpid(), SIGTERM)
                for await event in await session.events where event == .terminate(signal: SIGTERM) { kill(getpid(), SIGTERM) }
            }
            #expect(terminal.sent().contains("\u{1B}[?1049l"))
            #expect(terminal.modes == modes)
        }

        @Test func aTerminalThatTakesNothingIsNotWaitedForEither() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
                let session = try await Self.takeTerminal(at: path)
                Thread.detachNewThread {
                    let screen = [UInt8](repeating: 0x61, count: 1 << 20)
                    while true { _ = write(STDOUT_FILENO, screen, screen.count) }
                }
                var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                while poll(&output, 1, 0) > 0 { sched_yield() }
                kill(getpid(), SIGTERM)
                for await event in await session.events where event == .terminate(signal: SIGTERM) { kill(getpid(), SIGTERM) }
            }
            #expect(terminal.modes == modes)
        }

        @Test(arguments: [SIGHUP, SIGINT, SIGQUIT, SIGUSR1])
        @MainActor func whatWasIgnoredAtTheStartStaysIgnored(number: Int32) async throws {
            signal(number, SIG_IGN)
            defer { signal(number, SIG_DFL) }
            let session = try Sessions.start(on: PseudoTerminal())
            #expect(SignalDisposition.isIgnored(number))
            kill(getpid(), number)
            kill(getpid(), SIGTERM)
            for await event in session.events {
                #expect(event == .terminate(signal: SIGTERM))
                break
            }
            session.end()
            #expect(SignalDisposition.isIgnored(number))
        }

        @Test @MainActor func actionsAreAsBeforeOnceTheSessionEnds() throws {
            let caught = SignalPipe.signals + CrashHandler.signals
            let ignored = caught.filter(SignalDisposition.isIgnored)
            let usual = caught.filter(SignalDisposition.isDefault)
            try Sessions.start(on: PseudoTerminal()).end()
            #expect(caught.filter(SignalDisposition.isIgnored) == ignored)
            #expect(caught.filter(SignalDisposition.isDefault) == usual)
        }
    }
}
