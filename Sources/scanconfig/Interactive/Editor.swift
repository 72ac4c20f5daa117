import AWSClient
import FoundationEssentials
import Glibc
import OperatorUI
import Runtime
import Subprocess
import SystemPackage
import TextSafety

/// The operator's editor, at work on a file that nobody else can read and that is removed afterwards.
struct Editor {
    let environment: AWSClient.Environment

    /// What `$VISUAL` or else `$EDITOR` names, with its arguments; vi where neither is set.
    private var command: String { environment["VISUAL"] ?? environment["EDITOR"] ?? "vi" }

    private var isPlain: Bool { command.utf8.allSatisfy(Self.plain.contains) }
    private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 /._-+~".utf8)

    /// Has the operator edit `text`; the event tells what came of it.
    func edit(_ text: String) async -> Event {
        let folder: String
        do throws(LocalFile.Problem) {
            folder = try LocalFile.makeTemporaryFolder(in: environment["TMPDIR"] ?? "/tmp", prefix: "scanconfig-edit-")
        } catch {
            return .editingFailed("Cannot create a folder for the file to edit: \(error.phrase).")
        }
        // What an editor leaves beside the file goes with the folder.
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return await edit(text, file: folder + "/plan.txt")
    }

    private func edit(_ text: String, file: String) async -> Event {
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
            return .editingFailed("Cannot create the file to edit: \(String(cString: strerror(errno))).")
        }
        if let reason = await failure(on: file) { return .editingFailed("The editor \(reason).") }
        guard let bytes = FileManager.default.contents(atPath: file) else { return .editingFailed("The editor removed the file.") }
        return .textEdited(Array(bytes))
    }

    fileprivate static func unusable(_ command: String) -> String { "could not be run: \(command.terminalSafe)" }

    /// Runs the editor in the terminal's foreground; why it did not do its work, or nothing.
    ///
    /// A shell reads the command, as git has it: `EDITOR="code --wait"`. A plain command takes the shell's place, so that what ends the
    /// shell ends the editor.
    private func failure(on file: String) async -> String? {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(500))]
        do {
            let result = try await Subprocess.run(
                .path("/bin/sh"), arguments: ["-c", (isPlain ? "exec " : "") + command + " \"$1\"", "editor", file], environment: .inherit,
                platformOptions: options,
                input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError)
            return result.terminationStatus.failure(of: command)
        } catch {
            return Self.unusable(command)
        }
    }
}

extension TerminationStatus {
    /// What went wrong, as the end of a sentence about the program; nothing when it did its work.
    fileprivate func failure(of command: String) -> String? {
        switch self {
        case .exited(0): nil
        case .exited(126), .exited(127): Editor.unusable(command)
        case .exited(let code) where code > 128: "was ended by signal \(code - 128)"
        case .exited(let code): "ended with status \(code)"
        case .signaled(let signal): "was ended by signal \(signal)"
        }
    }
}
