import Glibc
import InspectorCore

/// The machine that was measured on.
enum Machine {
    /// "2 × AMD EPYC 7763, 24 GB, Linux 6.1.0".
    static var words: String {
        let processors = lines("/proc/cpuinfo").filter { $0.hasPrefix("model name") }
        let name = processors.first?.split(separator: ":").last.map { $0.trimming(" ") } ?? "processor"
        let memory = lines("/proc/meminfo").first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let release = lines("/proc/sys/kernel/osrelease").first ?? ""
        return "\(max(1, processors.count)) × \(name), \(memory >> 20) GB, Linux \(release)"
    }

    private static func lines(_ path: String) -> [Substring] {
        String(decoding: (try? SystemDisk().read(path)) ?? [], as: UTF8.self).split(separator: "\n")
    }
}

extension Substring {
    /// Without these characters at its beginning.
    fileprivate func trimming(_ character: Character) -> Substring { drop { $0 == character } }
}
