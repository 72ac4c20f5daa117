import ArgumentParser
import InspectorCore
import OperatorUI
import Runtime

/// The manual page, made from the definitions that parsing, `--help` and the terminal UI use.
struct ManualPage {
    let program: CommandDescription
    let shared: [ArgumentDescription]
    private var page = Roff()

    /// The page; `nil` if swift-argument-parser describes commands in a format that is not known here.
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
        manual.addFilters()
        manual.addReference()
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
        for block in blocks where !block.hasOwnSection {
            page.paragraph(block.text)
            if !block.lines.isEmpty { page.verbatim(block.lines) }
        }
    }

    private mutating func add(_ argument: ArgumentDescription) {
        page.item(argument.term, [argument.abstract, argument.remark].compactMap(\.self))
    }

    private mutating func addKeys() {
        page.section("KEYS")
        page.text("These are the keys of the terminal UI. The last line of the screen shows the most useful ones, and ? shows all.")
        for section in KeyTable.sections {
            page.subsection(section.title)
            for binding in section.bindings { page.item(binding.name, [binding.help]) }
        }
    }

    private mutating func addFilters() {
        page.section("FILTERS")
        page.text("/ in the terminal UI and --filter of list and disassociate choose rows. " + FilterReference.rule)
        for row in FilterReference.rows() { page.item(row.term, [row.meaning]) }
    }

    private mutating func addReference() {
        page.section("ENVIRONMENT")
        for (name, words) in EnvironmentReference.variables { page.item(name, [words]) }
        page.section("FILES")
        for (path, words) in EnvironmentReference.files { page.item(path, [words]) }
        page.section("EXIT STATUS")
        for (status, words) in ExitStatus.meanings { page.item(String(status.rawValue), [words]) }
    }

    private mutating func addExamples() {
        page.section("EXAMPLES")
        let blocks = ([program] + commands).flatMap { DiscussionBlock.blocks(of: $0.discussion) }
        page.verbatim(blocks.filter { $0.text == "Examples:" }.flatMap(\.lines))
    }
}

/// One block of a command's discussion: a paragraph, and the indented lines below it, which are kept verbatim.
struct DiscussionBlock {
    let text: String
    let lines: [String]

    /// The blocks of a discussion, which empty lines separate.
    static func blocks(of discussion: String?) -> [DiscussionBlock] {
        let lines = (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split(separator: "").map { DiscussionBlock(Array($0)) }
    }

    private init(_ block: [Substring]) {
        text = block.filter { !$0.hasPrefix(" ") }.joined(separator: " ")
        lines = block.filter { $0.hasPrefix(" ") }.map { String($0.dropFirst(2)) }
    }

    /// Whether the manual has a section of its own for such blocks.
    var hasOwnSection: Bool { ["Examples:", "Exit status:", FilterReference.helpTitle].contains(text) }
}
