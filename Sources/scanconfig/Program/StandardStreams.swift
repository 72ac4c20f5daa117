import Glibc
import Runtime
import Terminal
import TextSafety

/// Standard output, for results.
enum StandardOutput {
    /// Writes all of the text, unchanged. A reader that has gone away is not an error; a full disk is.
    static func write(_ text: String) throws(CommandFailure) {
        guard let code = FileDescriptorWriter(descriptor: STDOUT_FILENO).write(text), code != EPIPE else { return }
        throw CommandFailure(.other, "Standard output cannot be written: \(String(cString: strerror(code))).")
    }
}

extension StandardOutput {
    /// Writes the pieces that `body` gives, unchanged. After the first that cannot be written the others are dropped.
    static func writePieces(_ body: (@escaping @Sendable ([UInt8]) -> Void) -> Void) throws(CommandFailure) {
        let pieces = Pieces()
        body { pieces.write($0) }
        guard let code = pieces.code, code != EPIPE else { return }
        throw CommandFailure(.other, "Standard output cannot be written: \(String(cString: strerror(code))).")
    }

    private final class Pieces: Sendable {
        private let failure = Locked<Int32?>(nil)

        /// The error's number of the first piece that could not be written.
        var code: Int32? { failure.withLock { $0 } }

        func write(_ bytes: [UInt8]) {
            if code != nil { return }
            let code = FileDescriptorWriter(descriptor: STDOUT_FILENO).write(bytes)
            failure.withLock { $0 = code }
        }
    }
}

/// Standard error, for progress, questions and sentences to the operator.
enum StandardError {
    /// Writes lines, without anything that a terminal would act on: names in them may come from anywhere.
    static func write(_ text: String) {
        _ = FileDescriptorWriter(descriptor: STDERR_FILENO).write(text.terminalSafeLines)
    }

    /// Writes the text in place of the terminal's current line, as much of it as one line has room for: the rest would stay for good.
    static func replaceLine(with text: String) {
        var window = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 1
        let line = isKnown ? text.terminalSafe.clipped(to: Int(window.ws_col) - 1) : text.terminalSafe
        _ = FileDescriptorWriter(descriptor: STDERR_FILENO).write("\r\u{1B}[K" + line)
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard input, from which answers and lists are read.
enum StandardInput {
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

private struct FileDescriptorWriter {
    let descriptor: Int32

    /// Writes all of the text, waiting for a slow reader. Returns the error's number when that fails.
    func write(_ text: String) -> Int32? {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes all of the bytes; see ``write(_:)``.
    func write(_ bytes: [UInt8]) -> Int32? { bytes.withUnsafeBytes(write) }

    private func write(_ all: UnsafeRawBufferPointer) -> Int32? {
        var bytes = all[...]
        while !bytes.isEmpty {
            let rest = UnsafeRawBufferPointer(rebasing: bytes)
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR || errno == EAGAIN {
                if errno == EAGAIN { wait() }
                continue
            }
            guard written > 0 else { return errno }
            bytes = bytes.dropFirst(written)
        }
        return nil
    }

    private func wait() {
        var target = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&target, 1, -1)
    }
}
