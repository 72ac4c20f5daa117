import ArgumentParser
import OperatorUI
import Runtime

/// The manual page, made from the definitions that parsing, `--help` and the terminal UI use.
struct ManualPage {
    let program: CommandDescription
    let shared: [ArgumentDescription]
    private var page = Roff()

    /// The page; nil should swift-argument-parser describe commands in another way some day.
    init?() {
        guard let program = CommandDescription(of: Scanconfig.self), let shared = CommandDescription(of: SharedOptions.self) else {
            return nil
        }
        self.program = program
        self.shared = shared.shown
    }

    /// The page in the format of man(7).
    ///
    /// - Parameter date: The day it is made, `2026-01-31`.
    func text(date: String) -> String {
        var manual = self
        manual.page.title("SCANCONFIG", date: date, source: "scanconfig \(Version.current)")
        manual.addHead()
        manual.addCommands()
        manual.addKeys()
        manual.addSurroundings()
        manual.addExamples()
        return manual.page.text
    }

    private var commands: [CommandDescription] {
        (program.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }.flatMap(\.family)
    }
}

extension ManualPage {
    private mutating func addHead() {
        page.section("NAME")
        page.text("scanconfig - \(program.abstract ?? "")")
        page.section("SYNOPSIS")
        page.verbatim(["scanconfig [--demo] [--read-only] [options]"] + commands.map(\.synopsis) + ["scanconfig help [command]"])
        page.section("DESCRIPTION")
        add(DiscussionBlock.blocks(of: program.discussion))
    }

    private mutating func addCommands() {
        page.section("COMMANDS")
        for command in commands {
            page.subsection(command.synopsis)
            page.text(command.abstract ?? "")
            add(DiscussionBlock.blocks(of: command.discussion))
            for argument in command.shown where !shared.contains(argument) { add(argument) }
        }
        page.section("OPTIONS OF EVERY COMMAND")
        for argument in shared { add(argument) }
        page.item("--version", ["Show the version."])
        page.item("-h, --help", ["Show help information."])
    }

    private mutating func add(_ blocks: [DiscussionBlock]) {
        for block in blocks where !block.isGathered {
            page.paragraph(block.text)
            if !block.lines.isEmpty { page.verbatim(block.lines) }
        }
    }

    private mutating func add(_ argument: ArgumentDescription) {
        page.item(argument.term, [argument.abstract, argument.remark].compactMap(\.self))
    }

    private mutating func addKeys() {
        page.section("KEYS")
        page.text("In the terminal UI. The last line of the screen shows those that matter there, and ? shows all.")
        for section in KeyTable.sections {
            page.subsection(section.title)
            for binding in section.bindings { page.item(binding.name, [binding.help]) }
        }
    }

    private mutating func addSurroundings() {
        page.section("ENVIRONMENT")
        for (name, words) in Surroundings.variables { page.item(name, [words]) }
        page.section("FILES")
        for (path, words) in Surroundings.files { page.item(path, [words]) }
        page.section("EXIT STATUS")
        for (status, words) in ExitStatus.meanings { page.item(String(status.rawValue), [words]) }
    }

    private mutating func addExamples() {
        page.section("EXAMPLES")
        let blocks = ([program] + commands).flatMap { DiscussionBlock.blocks(of: $0.discussion) }
        page.verbatim(blocks.filter { $0.text == "Examples:" }.flatMap(\.lines))
    }
}
