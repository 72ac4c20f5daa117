import AWSClient
import FoundationEssentials

/// Programs that others wrote, when they are installed.
enum Peer {
    /// A program in one of the folders of `PATH`.
    static func path(of name: String) -> String? {
        let folders = (Environment.current["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The Python itself behind whatever wrapper `PATH` finds, so that the wrapper's time does not count.
    static func python(home: Folder) -> String? {
        guard let found = path(of: "python3") else { return nil }
        var command = Command(found, ["-c", "import sys, boto3; print(sys.executable)"], home: home)
        command.environment["HOME"] = Environment.current.homeDirectory
        return (try? Child.output(command)).flatMap { $0.split(separator: "\n").last.map(String.init) }
    }

    /// The AWS CLI: beside that Python, else where `PATH` finds it.
    static func awsCLI(home: Folder) -> String? {
        let beside = python(home: home).map { $0.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/aws" }
        if let beside, FileManager.default.isExecutableFile(atPath: beside) { return beside }
        return path(of: "aws")
    }
}

/// The loop that a user of boto3 writes to list one configuration: neither operation has a paginator.
struct Boto3Listing {
    let python: String
    let home: Folder

    /// The seconds the loop took, without the start of Python, and how many associations it saw.
    func seconds(of scanConfigurationArn: String, _ variables: [String: String]) throws(BenchError) -> (seconds: Double, count: Int) {
        let command = Command(python, ["-c", Self.script, scanConfigurationArn], home: home, environment: variables)
        let words = try Child.output(command).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let seconds = Double(words[0]), let count = Int(words[1]) else {
            throw BenchError("boto3 printed something else than a time and a count.")
        }
        return (seconds, count)
    }

    private static let script = """
        import sys, time, boto3
        client = boto3.client("inspector2")
        start, found, token = time.monotonic(), [], {}
        while True:
            page = client.list_code_security_scan_configuration_associations(
                scanConfigurationArn=sys.argv[1], maxResults=100, **token)
            found += [entry["resource"]["projectId"] for entry in page["associations"]]
            if not page.get("nextToken"):
                break
            token = {"nextToken": page["nextToken"]}
        print(time.monotonic() - start, len(found))
        """
}
