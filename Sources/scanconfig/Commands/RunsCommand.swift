import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig runs`: the runs that have a journal.
struct RunsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs", abstract: "List earlier runs, the latest first.",
        discussion: """
            Examples:
              scanconfig runs
              scanconfig runs --disk
              scanconfig runs --profile payments --region eu-west-1
              scanconfig runs --output json | jq -r '.[0].runId'

            To resume an interrupted or stopped run, use scanconfig resume RUN. Only a run's journal makes it possible to resume or undo \
            it, and nothing deletes journals: --disk shows how much space they take, and scanconfig runs export copies one. --profile and \
            --region (repeatable) show only the runs whose journals name one of these.
            """, subcommands: [RunsExportCommand.self])

    @Flag(help: "Show the disk space that the journals take.")
    var disk = false

    @Option(help: ArgumentHelp("The format of the results.", valueName: "format"))
    var output: OutputFormat = .table

    @OptionGroup var table: TableOptions

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws { try table.check(isTable: output == .csv) }

    func run() throws {
        let (all, folder) = try Self.runs(RunStarter(environment: shared.values.environment))
        let runs = all.filter(isWanted)
        if runs.isEmpty, !all.isEmpty { StandardError.write("None of \(all.count.counted("run")) is of that profile and region.\n") }
        let unnamed = shared.profile.isEmpty ? 0 : all.count { $0.profile == nil && !runs.contains($0) }
        if unnamed > 0 { StandardError.write("Not shown: \(unnamed.counted("run")) whose journal names no profile.\n") }
        let text = disk ? RunsDiskOutput(runs: runs, folder: folder).text(output) : RunsOutput(runs: runs).text(output)
        try StandardOutput.write(table.marked(text))
    }

    /// Whether the journal names one of the profiles and one of the regions given. One that cannot be read may be any.
    private func isWanted(_ run: RunSummary) -> Bool {
        guard run.startedAt != nil else { return true }
        let isOfProfile = shared.profile.isEmpty || run.profile.map(shared.profile.contains) ?? false
        let isAnyRegion = shared.region.isEmpty || shared.region.contains(SharedOptions.everyRegion)
        return isOfProfile && (isAnyRegion || run.region.map(shared.region.contains) ?? false)
    }

    private static func runs(_ starter: RunStarter) throws(CommandFailure) -> (runs: [RunSummary], folder: String) {
        do throws(JournalError) {
            let store = try starter.store()
            return (try store.list(), store.folder)
        } catch {
            throw CommandFailure(error)
        }
    }
}

/// `scanconfig runs export`: a copy of a journal, read again and compared.
struct RunsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Copy the journal of a run to a file, and check the copy.",
        discussion: """
            The journal is the only record of which associations existed; a copy on another machine makes sure that they can be \
            restored. An existing file is not replaced. A journal that is damaged, or whose run is in progress, is not copied. To use the \
            copy on another machine, put it as RUN.jsonl into the folder runs of a state folder, and name that with --state-dir.

            Examples:
              scanconfig runs export 20260131T0915 /mnt/safe/clean-up.jsonl
            """)

    @Argument(help: ArgumentHelp("The run's ID, or the beginning of it.", valueName: "run"), completion: .run)
    var name: String

    @Argument(help: ArgumentHelp("The file to create.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup(title: "Connection and session options") var shared: SharedOptions

    func validate() throws {
        try Self.refuseEmpty([("The name of the file", file)])
    }

    func run() throws {
        try StandardOutput.write(try copy().sentence + "\n")
    }

    private func copy() throws(CommandFailure) -> JournalCopy {
        do throws(JournalError) {
            let store = try RunStarter(environment: shared.values.environment).store()
            return try store.export(try store.runId(named: name), to: file)
        } catch {
            throw CommandFailure(error)
        }
    }
}

extension JournalCopy {
    /// What was copied, and the checksum by which the copy can be recognised.
    fileprivate var sentence: String {
        let proof = checksum.map { "its last checksum is \($0)" } ?? "it is of version 1, without checksums"
        let end = isCut ? " It ends in the middle of a line, as the journal does." : ""
        return
            "Copied the journal of run \(runId) to \(path): \(lines.counted("line")), \(bytes.counted("byte")); \(proof), its SHA-256 \(digest).\(end)"
    }
}
