import Foundation

extension ProcessFacts {
    /// Whether the process will not wake up by itself for `span`: every thread sleeps in a system call without a time limit, and no timer
    /// is due earlier. That can be seen at one look, without waiting for so long.
    public func hasNoWakeUpDue(within span: Duration) -> Bool {
        guard isAtRest else { return false }
        let calls = entries("task").map { SystemCall(text("task/\($0)/syscall")) }
        return calls.allSatisfy { $0?.waitsWithoutLimit ?? false } && timers.allSatisfy { $0 > span } && isAtRest
    }

    /// Whether this kernel shows the system calls of processes, which ``hasNoWakeUpDue(within:)`` needs.
    public static let showsSystemCalls = FileManager.default.contents(atPath: "/proc/self/syscall") != nil

    /// The time left of each timer that is set; the kernel has the timers of event loops and of Dispatch as file descriptors (timerfd).
    private var timers: [Duration] {
        entries("fdinfo").compactMap { text("fdinfo/\($0)").firstMatch(of: /it_value: \((\d+), (\d+)\)/) }.compactMap { match in
            guard let seconds = Int64(match.1), let nanoseconds = Int64(match.2), seconds + nanoseconds > 0 else { return nil }
            return .seconds(seconds) + .nanoseconds(nanoseconds)
        }
    }

    private func entries(_ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/\(folder)")) ?? []
    }

    private func text(_ file: String) -> String {
        (try? String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)) ?? ""
    }
}

/// The system call that a thread sleeps in, as `/proc/PID/task/TID/syscall` shows it: its number and its arguments.
private struct SystemCall {
    private let number: UInt64
    private let arguments: [UInt64]

    /// Nothing for a thread that runs.
    init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 7, let number = UInt64(words[0]) else { return nil }
        self.number = number
        arguments = words[1...6].map { UInt64($0.dropFirst(2), radix: 16) ?? 0 }
    }

    /// Whether the call waits for an event, however long that takes.
    var waitsWithoutLimit: Bool {
        switch number {
        case Self.epollWait, Self.epollPwait: isMinusOne(3)
        case Self.poll: isMinusOne(2)
        case Self.ppoll, Self.sigtimedwait: arguments[2] == 0
        case Self.futex: arguments[3] == 0
        case Self.sigsuspend, Self.pause, Self.read: true
        default: false
        }
    }

    private func isMinusOne(_ place: Int) -> Bool { UInt32(truncatingIfNeeded: arguments[place]) == .max }

    #if arch(x86_64)
        private static let (epollWait, epollPwait, poll, ppoll, futex): (UInt64, UInt64, UInt64, UInt64, UInt64) = (232, 281, 7, 271, 202)
        private static let (sigsuspend, sigtimedwait, pause, read): (UInt64, UInt64, UInt64, UInt64) = (130, 128, 34, 0)
    #else
        // The numbers of all architectures that came later (asm-generic/unistd.h); those without a number there are out of range.
        private static let (epollWait, epollPwait, poll, ppoll, futex): (UInt64, UInt64, UInt64, UInt64, UInt64) = (.max, 22, .max, 73, 98)
        private static let (sigsuspend, sigtimedwait, pause, read): (UInt64, UInt64, UInt64, UInt64) = (133, 137, .max, 63)
    #endif
}
