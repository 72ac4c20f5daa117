import Glibc
import Runtime

/// What an operator types on a terminal.
enum TypedLine {
    /// How long what a question is about stands on the terminal before the question is asked.
    private static let readingTime: Duration = .milliseconds(500)

    /// Asks a question that confirms something, and returns the line typed after it; `nil` at the end of input. What was typed before the
    /// question was written is thrown away, so that no answer counts that was typed ahead. Standard input has to be a terminal.
    static func answer(to question: String) async -> String? {
        try? await EventLoopClock().sleep(for: readingTime)
        StandardError.replaceLine(with: question)
        tcflush(STDIN_FILENO, TCIFLUSH)
        return await next(from: STDIN_FILENO)
    }

    /// The next line, without its end; nothing at the end of input.
    static func next(from terminal: Int32) async -> String? {
        await OwnThread.run { line(from: terminal) }
    }

    /// Without the C library's buffers, whose locks the end of the program would wait for.
    private static func line(from terminal: Int32) -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
    }
}
