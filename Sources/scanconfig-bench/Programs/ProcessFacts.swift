import InspectorCore

/// Facts about a process, from /proc.
struct ProcessFacts {
    let process: Int32

    /// The processor time used so far, in ticks of 10 ms.
    var ticks: Int {
        let fields = text("stat").split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }

    /// How many times each of its threads was switched to, by the thread's number.
    var wakeUps: [String: Int] {
        let threads = (try? SystemDisk().names(in: "/proc/\(process)/task")) ?? []
        let pairs = threads.map { thread in
            let status = text("task/\(thread)/status")
            return (
                thread, Self.number("voluntary_ctxt_switches:", in: status) + Self.number("nonvoluntary_ctxt_switches:", in: status)
            )
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// How many times its threads were switched to since `earlier`; threads that have ended since do not count.
    func wakeUps(since earlier: [String: Int]) -> Int {
        wakeUps.reduce(0) { $0 + $1.value - (earlier[$1.key] ?? 0) }
    }

    /// The most memory it had at once, in bytes.
    var peakMemory: Int { Self.number("VmHWM:", in: text("status")) * 1_024 }

    /// The memory it has now, in bytes.
    var memory: Int { Self.number("VmRSS:", in: text("status")) * 1_024 }

    private func text(_ name: String) -> String {
        String(decoding: (try? SystemDisk().read("/proc/\(process)/\(name)")) ?? [], as: UTF8.self)
    }

    private static func number(_ name: String, in status: String) -> Int {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
