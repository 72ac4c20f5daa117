import AWSClient
import ArgumentParser
import FoundationEssentials
import Glibc
import Runtime

/// The benchmark: measures what it is asked for, prints one table.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanconfig-bench", abstract: "Measure scanconfig beside other programs and against limits.",
        discussion: """
            Nothing but the built-in simulator is needed. boto3, the AWS CLI, nnn, mc, ncdu, fzf and htop are peers when they \
            are installed. Times are only compared within one run. The exit status is 0 when every figure could be taken, \
            whatever it says.
            """)

    @Option(help: ArgumentHelp("Take this figure only (repeatable), see --list.", valueName: "name"))
    var figure: [String] = []

    @Flag(help: "Say which figures there are.")
    var list = false

    @Flag(help: "Smaller sizes and fewer rounds, for a minute or two.")
    var quick = false

    @Option(help: "table or json.")
    var output: ReportFormat = .table

    @Option(help: ArgumentHelp("Measure this scanconfig instead of the one built along.", valueName: "path"))
    var program: String?

    @Option(
        help: ArgumentHelp(
            "The static binary whose size and start are taken, \(Bench.staticBinaryPath) when it is there.", valueName: "path"))
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
        print(output == .json ? ReportDocument(readings).text : ReportTable(readings: readings).text, terminator: "")
        if !isWhole { throw ExitCode.failure }
    }

    /// The program that was built along: beside this one.
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

/// How the report is written.
enum ReportFormat: String, ExpressibleByArgument {
    case table, json
}
