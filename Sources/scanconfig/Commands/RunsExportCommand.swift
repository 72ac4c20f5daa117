import AWSClient
import ArgumentParser
import InspectorCore

/// `scanconfig runs export`.
struct RunsExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Copy the journal of a run to a file, and read the copy again.",
        discussion: """
            The journal is the only record of which associations there were: a copy that leaves the machine keeps the way back. A file \
            that is there already is not replaced; a journal that is damaged, or of a run under way, is not copied. On another machine \
            put it as RUN.jsonl into the folder runs of a state folder, and name that with --state-dir.

            Examples:
              scanconfig runs export 20260131T0915 /mnt/safe/clean-up.jsonl
            """)

    @Argument(help: ArgumentHelp("The run's id, or its beginning.", valueName: "run"), completion: .run)
    var name: String

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if file.isEmpty { throw ValidationError("The name of the file is empty.") }
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
    /// What was copied, and how to know it again.
    fileprivate var sentence: String {
        let proof = checksum.map { "its last checksum is \($0)" } ?? "it is of version 1, without checksums"
        return "Copied the journal of run \(runId) to \(path): \(lines.counted("line")), \(bytes.counted("byte")); \(proof)."
    }
}
