import Glibc
import Terminal

/// Standard output. A reader that went away is not an error.
enum StandardOutput {
    static func write(_ text: String) {
        FileDescriptorWriter(descriptor: STDOUT_FILENO).write(text)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// Standard error: progress, questions and sentences for the operator.
enum StandardError {
    /// Writes lines; names in them may come from anywhere, so nothing that a terminal would obey gets through.
    static func write(_ text: String) {
        FileDescriptorWriter(descriptor: STDERR_FILENO).write(text.harmlessLines)
    }

    /// Writes the text in place of the terminal's current line.
    static func replaceLine(with text: String) {
        FileDescriptorWriter(descriptor: STDERR_FILENO).write("\r\u{1B}[K" + text.harmless)
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard input.
enum StandardInput {
    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}

private struct FileDescriptorWriter {
    let descriptor: Int32

    func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
