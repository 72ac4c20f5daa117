import AWSClient
import ArgumentParser
import FoundationEssentials
import Glibc
import Runtime

/// The benchmark: takes the figures that are requested and prints one table.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanconfig-bench", abstract: "Compare scanconfig with other programs and with limits.",
        discussion: """
            The built-in simulator is all that is needed. boto3, the AWS CLI, nnn, mc, ncdu, fzf and htop are compared with if they \
            are installed. Times can be compared within one run only. The exit status is 0 if every figure could be taken, whether \
            or not it meets its goal.
            """)

    @Option(help: ArgumentHelp("Take only this figure (repeatable); see --list.", valueName: "name"))
    var figure: [String] = []

    @Flag(help: "List the figures.")
    var list = false

    @Flag(help: "Use smaller sizes and fewer rounds, which takes a minute or two.")
    var quick = false

    @Option(help: ArgumentHelp("The format of the report.", valueName: "format"))
    var output: ReportFormat = .table

    @Option(help: ArgumentHelp("Measure this scanconfig instead of the one that was built along with the benchmark.", valueName: "path"))
    var program: String?

    @Option(
        help: ArgumentHelp(
            "The static binary to measure; by default \(Bench.staticBinaryPath), if it exists.", valueName: "path"))
    var staticBinary: String?

    func validate() throws {
        if let unknown = figure.first(where: { name in !Figure.all.contains { $0.name == name } }) {
            throw ValidationError("There is no figure '\(unknown)'; --list names them.")
        }
    }

    func run() async throws {
        EventLoopTasks.takeOver()
        if list { return Figure.all.forEach { print("\($0.name): \($0.summary)") } }
        let bench = Bench(
            program: try program ?? Self.builtProgram(), staticBinary: staticBinary ?? Self.builtStaticBinary(), isQuick: quick)
        var (readings, isWhole): ([Reading], Bool) = ([], true)
        for wanted in Figure.all where figure.isEmpty || figure.contains(wanted.name) {
            Self.say("measuring \(wanted.name)")
            do {
                readings += try await wanted.measure(bench)
            } catch {
                isWhole = false
                Self.say("\(wanted.name): \(error)")
            }
        }
        let report =
            switch output {
            case .table: ReportTable(readings: readings).text
            case .json: ReportDocument(readings).text
            case .markdown: ReportTable(readings: readings).markdown(on: .now)
            }
        print(report, terminator: "")
        if !isWhole { throw ExitCode.failure }
    }

    /// The `scanconfig` that was built along with the benchmark, in the same folder.
    private static func builtProgram() throws -> String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &path, path.count)
        let bytes = path.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        let folder = String(decoding: bytes, as: UTF8.self).split(separator: "/").dropLast().joined(separator: "/")
        let program = "/\(folder)/scanconfig"
        guard FileManager.default.isExecutableFile(atPath: program) else { throw BenchError("There is no program at \(program).") }
        return program
    }

    private static func builtStaticBinary() -> String? {
        FileManager.default.isExecutableFile(atPath: Bench.staticBinaryPath) ? Bench.staticBinaryPath : nil
    }

    private static func say(_ text: String) {
        let line = "scanconfig-bench: \(text)\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }
}

/// The format of the report.
enum ReportFormat: String, ExpressibleByArgument {
    case table, json, markdown
}
