import Foundation

/// The processes whose home is one folder, by which a test knows its own processes.
public struct HomeProcesses: Sendable {
    let home: String

    /// The processes whose home is the folder at this path.
    public init(home: String) {
        self.home = home
    }

    /// Their process ids. Processes that have ended do not count, even if their parents have not waited for them.
    public func all() -> [Int32] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        return numbers.filter { Self.words(of: $0, "environ").contains("HOME=\(home)") }
    }

    /// Waits until all of them have ended; throws after it has killed those that do not.
    public func waitForEnd() async throws {
        do {
            try await Patience.wait(until: "every process to end", showing: told) { all().isEmpty }
        } catch {
            for process in all() { kill(process, SIGKILL) }
            throw error
        }
    }

    private func told() -> [String] {
        all().map { "\($0) \(Self.words(of: $0, "cmdline").joined(separator: " "))" }
    }

    private static func words(of process: Int32, _ file: String) -> [Substring] {
        let text = FileManager.default.contents(atPath: "/proc/\(process)/\(file)").map { String(decoding: $0, as: UTF8.self) }
        return text?.split(separator: "\0") ?? []
    }
}
