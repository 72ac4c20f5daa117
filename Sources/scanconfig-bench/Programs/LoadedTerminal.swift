import InspectorCore
import Terminal

/// The terminal UI in a terminal, with an account that it has listed to the end.
struct LoadedTerminal {
    let terminal: PseudoTerminal
    private let simulation: Simulation
    private let home: Folder

    /// Starts simulator and program; returns when the program has come to rest.
    init(
        _ bench: Bench, configurations: Int, projects: Int, sharing: Int = 4, size: TerminalSize = TerminalSize(columns: 80, rows: 24)
    ) throws {
        home = try Folder()
        simulation = try Simulation(
            bench.program, home: home,
            ["--configurations", "\(configurations)", "--projects", "\(projects)", "--sharing", "\(sharing)"])
        terminal = try PseudoTerminal(Command(bench.program, home: home, environment: simulation.variables), size: size)
        rest()
    }

    /// Facts about the program.
    var facts: ProcessFacts { ProcessFacts(process: terminal.child.process) }

    /// Opens the list of all associations.
    func openAll() {
        terminal.press("\r")
        rest()
    }

    /// Waits until the program has done nothing for a second.
    private func rest() {
        var (before, isResting) = (-1, false)
        while !isResting {
            _ = terminal.read(quiet: .seconds(1))
            let now = facts.ticks
            isResting = now - before <= 1
            before = now
        }
    }
}
