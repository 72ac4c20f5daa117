import ArgumentParser
import Runtime

/// The program: the terminal UI unless a subcommand is named.
struct Scanconfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanconfig",
        abstract: "List the scan configurations of Amazon Inspector code security and their projects, and disassociate them safely.",
        usage: """
            scanconfig [--demo] [--read-only] [<options>]
            scanconfig <subcommand> [<options>]
            """,
        discussion: """
            Without a subcommand, the terminal UI opens. It takes the options of scanconfig ui:
              scanconfig --demo        try it on a simulator, without an account
              scanconfig --read-only   look at an account, change nothing

            Completions for bash, zsh and fish, and the manual page:
              scanconfig --generate-completion-script bash
              scanconfig manual

            Exit status:
            \(ExitStatus.help)
            """,
        version: Version.current,
        subcommands: [
            InteractiveCommand.self, ListCommand.self, DisassociateCommand.self, RunsCommand.self, ShowCommand.self,
            VerifyCommand.self, ResumeCommand.self, UndoCommand.self, ConfigCommand.self, SimulateCommand.self,
            ManualCommand.self,
        ],
        defaultSubcommand: InteractiveCommand.self
    )
}
