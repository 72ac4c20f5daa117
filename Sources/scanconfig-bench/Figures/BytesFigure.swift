import InspectorCore
import Terminal

/// The bytes that a cursor step and a page send over the link, compared with other programs that show lists.
struct BytesFigure {
    private let bench: Bench
    private let home: Folder
    private static let rows = 500
    private static let sizes = [TerminalSize(columns: 80, rows: 24), TerminalSize(columns: 160, rows: 50)]
    private static let page = "\u{1B}[6~"

    /// A program, how it is started, and its key for a step down.
    private struct Lister {
        let name: String
        let command: Command
        var down = "\u{1B}[B"
    }

    init(_ bench: Bench) throws {
        self.bench = bench
        home = try Folder()
        home.fill(Self.rows)
    }

    func readings() throws -> [Reading] {
        try Self.sizes.flatMap { size in
            let loaded = try LoadedTerminal(bench, configurations: 1, projects: Self.rows, size: size)
            try loaded.openAll()
            let ours = bytes(in: loaded.terminal, down: "j")
            let theirs = try peers.map { peer in
                (name: peer.name, bytes: try peer.lister.map { try bytes(of: $0, size) })
            }
            return theirs.flatMap { peer in
                [
                    reading("step at \(size.columns)x\(size.rows)", ours.step, peer.name, peer.bytes?.step),
                    reading("page at \(size.columns)x\(size.rows)", ours.page, peer.name, peer.bytes?.page),
                ]
            }
        }
    }

    private func reading(_ detail: String, _ ours: Double, _ name: String, _ theirs: Double?) -> Reading {
        let isShown = theirs.map { $0 > 0 } ?? true
        return Reading(
            figure: "bytes", detail: detail, ours: Quantity(ours, .bytes),
            reference: Reference(
                name: name, quantity: isShown ? theirs.map { Quantity($0, .bytes) } : nil,
                absence: isShown ? "not installed" : "all on one page"), goal: .notMore)
    }

    private var peers: [(name: String, lister: Lister?)] {
        ["nnn", "mc", "ncdu", "fzf", "htop"].map { name in (name, Peer.path(of: name).map { lister(name, $0) }) }
    }

    private func lister(_ name: String, _ path: String) -> Lister {
        switch name {
        case "fzf": Lister(name: name, command: fzf(path))
        case "htop": Lister(name: name, command: Command(path, ["-d", "600"], home: home))
        case "mc": Lister(name: name, command: Command(path, ["-d", home.path, home.path], home: home), down: "\u{1B}OB")
        default: Lister(name: name, command: Command(path, [home.path], home: home), down: "j")
        }
    }

    private func fzf(_ path: String) -> Command {
        Command(path, ["--reverse"], home: home, environment: ["FZF_DEFAULT_COMMAND": "ls \(home.path)"])
    }

    private func bytes(of lister: Lister, _ size: TerminalSize) throws -> (step: Double, page: Double) {
        let terminal = try PseudoTerminal(lister.command, size: size)
        _ = terminal.read(quiet: .milliseconds(1_500))
        return bytes(in: terminal, down: lister.down)
    }

    /// Medians over steps that do not scroll, and over pages. Keys without an answer, at the end of the list, do not count.
    private func bytes(in terminal: PseudoTerminal, down: String) -> (step: Double, page: Double) {
        let steps = (0..<12).map { _ in Double(terminal.answer(to: down, quiet: .milliseconds(200)).bytes) }
        let pages = (0..<7).map { _ in Double(terminal.answer(to: Self.page, quiet: .milliseconds(200)).bytes) }
        return (steps.filter { $0 > 0 }.median, pages.filter { $0 > 0 }.median)
    }
}
