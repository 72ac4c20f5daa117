import Foundation

/// The processes that have one folder as their home, which tells a test's own processes from all others.
struct HomeProcesses: Sendable {
    let home: String

    /// Their process ids. Ended ones that nobody waited for yet do not count.
    func all() -> [Int32] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        return numbers.filter { Self.words(of: $0, "environ").contains("HOME=\(home)") }
    }

    /// The path of a process's program.
    static func program(of process: Int32) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
    }

    /// The process that started `process`.
    static func parent(of process: Int32) -> Int32? {
        let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return status.split(separator: ")").last?.split(separator: " ").dropFirst().first.flatMap { Int32($0) }
    }

    /// Whether a process with this id runs.
    static func isRunning(_ process: Int32) -> Bool {
        program(of: process) != nil
    }

    private static func words(of process: Int32, _ file: String) -> [Substring] {
        let text = FileManager.default.contents(atPath: "/proc/\(process)/\(file)").map { String(decoding: $0, as: UTF8.self) }
        return text?.split(separator: "\0") ?? []
    }
}
