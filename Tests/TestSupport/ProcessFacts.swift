import Foundation

/// What Linux reports about a process.
public struct ProcessFacts: Sendable {
    let process: Int32

    /// The facts of the process with this id.
    public init(_ process: Int32) {
        self.process = process
    }

    /// The path of its program.
    public var program: String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
    }

    /// Whether it runs; one that has ended and that its parent has not waited for does not.
    public var isRunning: Bool { program != nil }

    /// The process that started it.
    public var parent: Int32? { status(1).flatMap { Int32($0) } }

    /// Whether it is stopped, as by ^Z.
    public var isStopped: Bool { status(0) == "T" }

    /// Whether it has a controlling terminal, which it loses when that hangs up.
    public var hasTerminal: Bool { status(4).map { $0 != "0" } ?? false }

    /// Whether every thread slept at one moment: the process has then handled all that has reached it.
    public var isAtRest: Bool {
        let threads = ThreadFacts.all(of: process)
        return !threads.isEmpty && threads.allSatisfy(\.isAsleep) && threads == ThreadFacts.all(of: process)
    }

    /// A field of `/proc/PID/stat`, counted from the one after the program's name, which may hold spaces.
    private func status(_ place: Int) -> String? {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return text.split(separator: ")").last?.split(separator: " ").dropFirst(place).first.map(String.init)
    }
}

/// The state of a thread at one moment.
private struct ThreadFacts: Equatable {
    let id: String
    let isAsleep: Bool
    let switches: [String]

    static func all(of process: Int32) -> [ThreadFacts] {
        let folder = "/proc/\(process)/task"
        let ids = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return ids.map { ThreadFacts(id: $0, status: (try? String(contentsOfFile: "\(folder)/\($0)/status", encoding: .utf8)) ?? "") }
    }

    private init(id: String, status: String) {
        let lines = status.split(separator: "\n").map(String.init)
        self.id = id
        isAsleep = lines.contains { $0.hasPrefix("State:\tS") }
        switches = lines.filter { $0.contains("ctxt_switches") }
    }
}
