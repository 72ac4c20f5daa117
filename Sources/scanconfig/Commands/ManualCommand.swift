import AWSClient
import ArgumentParser
import FoundationEssentials

/// `scanconfig manual`: the manual page, on standard output.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page.",
        discussion: """
            Examples:
              scanconfig manual | man -l -
              scanconfig manual > ~/.local/share/man/man1/scanconfig.1

            The page is in man(7) format and covers every command, option and key.
            """)

    func run() throws {
        guard let page = ManualPage() else { throw CommandFailure(.other, "The commands cannot be described.") }
        try StandardOutput.write(page.text(date: String(WireDate.iso8601(Date()).prefix(10))))
    }
}
