import AWSClient
import FoundationEssentials

/// Programs that others wrote, when they are installed.
enum Peer {
    /// A program in one of the folders of `PATH`.
    static func path(of name: String) -> String? {
        let folders = (Environment.current()["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The Python itself behind whatever wrapper `PATH` finds, so that the wrapper's time does not count.
    static func python(home: Folder) -> String? {
        guard let found = path(of: "python3") else { return nil }
        var command = Command(found, ["-c", "import sys, boto3; print(sys.executable)"], home: home)
        command.environment["HOME"] = Environment.current().homeDirectory
        return (try? Child.output(command)).flatMap { $0.split(separator: "\n").last.map(String.init) }
    }

    /// The AWS CLI: beside that Python, else where `PATH` finds it.
    static func awsCLI(home: Folder) -> String? {
        let beside = python(home: home).map { $0.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/aws" }
        if let beside, FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return path(of: "aws")
    }
}
