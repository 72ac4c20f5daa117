import ArgumentParser

/// The program: the terminal UI unless a subcommand is named.
struct Scanconfig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanconfig",
        abstract: "Amazon Inspector code security: see scan configurations and their projects, and disassociate them safely.",
        usage: """
            scanconfig [--demo] [--read-only] [<options>]
            scanconfig <subcommand> [<options>]
            """,
        discussion: """
            Without a subcommand the terminal UI opens:
              scanconfig --demo        try it on a simulator, without an account
              scanconfig --read-only   look at an account, change nothing

            Exit status:
              0    all done
              1    some target failed, is unresolved or was not sent
              130  interrupted
              252  bad usage or input
              253  credentials or configuration
              254  the service answered with an error
              255  anything else
            """,
        version: Version.current,
        subcommands: [
            InteractiveCommand.self, ListCommand.self, DisassociateCommand.self, RunsCommand.self, ShowCommand.self,
            ResumeCommand.self, UndoCommand.self, SimulateCommand.self,
        ],
        defaultSubcommand: InteractiveCommand.self
    )
}
