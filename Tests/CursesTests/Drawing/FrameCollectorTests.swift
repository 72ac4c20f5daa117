import Glibc
import Testing

@testable import Curses

@Suite @MainActor struct FrameCollectorTests {
    @Test func nothingIsSentBeforeAllIsDrawn() throws {
        let terminal = try PseudoTerminal()
        let drawn = fcntl(terminal.programEnd, F_DUPFD_CLOEXEC, 3)
        let collector = FrameCollector(device: terminal.device, drawn: drawn)
        for frame in ["first", "second, which is longer", "third"] {
            collector.collect {
                for byte in frame.utf8 { withUnsafeBytes(of: byte) { _ = write(drawn, $0.baseAddress, 1) } }
                #expect(terminal.sent() == "")
            }
            #expect(terminal.sent() == frame)
        }
        write(drawn, "after", 5)
        #expect(terminal.sent() == "after")
        #expect(fcntl(drawn, F_GETFD) == FD_CLOEXEC)
        collector.close()
        close(drawn)
    }

    @Test func aTerminalThatDoesNotWaitGetsAllOfIt() async throws {
        let terminal = try PseudoTerminal()
        let reader = terminal.screenEnd
        _ = fcntl(terminal.programEnd, F_SETFL, O_RDWR | O_NONBLOCK)
        let screen = String(repeating: "a screen that is larger than what a terminal's queue holds; ", count: 5_000)
        let received = Task.detached {
            var (count, buffer) = (0, [UInt8](repeating: 0, count: 4_096))
            while count < screen.utf8.count {
                var descriptor = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
                guard poll(&descriptor, 1, 60_000) > 0 else { break }
                count += read(reader, &buffer, buffer.count)
            }
            return count
        }
        terminal.device.send(Array(screen.utf8))
        #expect(await received.value == screen.utf8.count)
    }

    @Test func withoutMemoryPiecesAreSentAsTheyCome() throws {
        let terminal = try PseudoTerminal()
        let collector = FrameCollector(device: terminal.device, drawn: terminal.programEnd)
        collector.close()
        collector.collect {
            write(terminal.programEnd, "piece", 5)
            #expect(terminal.sent() == "piece")
        }
    }
}
