import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The built program in a terminal of its own, with a simulator and a home; nothing of it is left over afterwards.
struct Journey {
    let simulator: Simulator
    let home: TemporaryFolder
    let terminal: TmuxTerminal

    /// The processes that belong to this journey.
    var processes: HomeProcesses { HomeProcesses(home: home.path) }

    /// Runs `body` in a terminal in which `script` runs; afterwards hangs up, and checks that every process has ended.
    ///
    /// - Parameter held: So many calls that change something are answered; those after them are held until they are released.
    static func travel(
        _ options: SimulatorOptions = SimulatorOptions(), columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        script: String = BuiltProgram.path, heldAfter held: Int? = nil, _ body: (Journey) async throws -> Void
    ) async throws {
        let simulator = try await Simulator.start(options)
        if let held { simulator.hold(.changes, after: held) }
        let home = try TemporaryFolder()
        let variables = simulator.environment.merging(environment) { $1 }
        let terminal = try await TmuxTerminal(
            columns: columns, rows: rows, environment: variables, home: home, command: "cd \"$HOME\"\n\(script)")
        let journey = Journey(simulator: simulator, home: home, terminal: terminal)
        let result: Result<Void, any Error>
        do { result = .success(try await body(journey)) } catch { result = .failure(error) }
        let end: Result<Void, any Error>
        do { end = .success(try await journey.end()) } catch { end = .failure(error) }
        try result.get()
        try end.get()
    }

    /// Runs `body` in a terminal in which the demo runs, once its account is listed.
    static func demo(
        columns: Int = 80, rows: Int = 24, options: String = "", _ body: (TmuxTerminal) async throws -> Void
    ) async throws {
        try await travel(columns: columns, rows: rows, script: "\(BuiltProgram.path) --demo \(options)") { journey in
            try await journey.terminal.wait("the whole listing") { $0.hold("payments-nightly") && !$0[0].contains("listing") }
            try await body(journey.terminal)
        }
    }

    /// Hangs up, and leaves no process behind.
    private func end() async throws {
        try await terminal.close()
        await simulator.setFaults(FaultPlan())
        for kind in CallKind.allCases { simulator.release(kind) }
        try await processes.waitForEnd()
        await simulator.stop()
    }

    /// Waits until `condition` holds; throws with the screen when it never does.
    func wait(_ what: String, until condition: () async throws -> Bool) async throws {
        try await Patience.wait(until: what, showing: terminal.unsettled, condition)
    }
}

extension Journey {
    /// Waits for the whole listing.
    func waitForListing() async throws {
        let count = await simulator.state().associationCount.formatted(.number.locale(Locale(identifier: "en_US")))
        try await terminal.wait("the whole listing") {
            $0[0].contains(simulator.options.accountId) && !$0[0].contains("listing") && $0.contains { "\($0) ".contains(" \(count) ") }
        }
    }

    /// Waits until the names of all projects are listed as well: nothing more is called for then.
    func waitForNames() async throws {
        try await waitForListing()
        let count = await simulator.state().projects.count
        let pages = max(1, (count + ServiceLimits.coveragePageSize - 1) / ServiceLimits.coveragePageSize)
        try await wait("\(pages) pages of names") {
            await simulator.calls().count { $0.operation == "ListCoverage" && $0.status == 200 } >= pages
        }
    }

    /// Marks every association and opens the plan. Gives back how many targets it has.
    func planEverything() async throws -> Int {
        try await waitForNames()
        try await terminal.press("a")
        try await terminal.wait(for: "marked in")
        try await terminal.press("d")
        let count = await simulator.state().associationCount
        try await terminal.wait(for: "Type \(count.grouped) and Enter to send")
        return count
    }

    /// Sends every association.
    func sendEverything() async throws {
        let count = try await planEverything()
        try await terminal.confirm("\(count)", "Enter")
    }

    /// Sends every association. So many calls are answered; the others that are under way are held until they are released.
    func sendEverything(heldAfter answered: Int) async throws {
        simulator.hold(.changes, after: answered)
        try await sendEverything()
        try await waitUntilHeld(after: answered)
    }

    /// Waits until so many calls that change something are answered, and another one is held.
    func waitUntilHeld(after answered: Int) async throws {
        try await wait("\(answered) answers and a call that is held") {
            let changes = await changes()
            return changes.count { $0.status != nil } == answered && changes.count > answered
        }
    }

    /// Types the number a command asks for, once it waits for an answer: what is typed before is thrown away.
    func answerCount(_ count: Int, typing typed: Int? = nil) async throws {
        try await terminal.wait(for: "Type \(count.grouped), the number of associations")
        let facts = ProcessFacts(try await program())
        try await wait("the question to take an answer") { facts.isAtRest }
        try await terminal.press("\(typed ?? count)", "Enter")
    }

    /// Waits until the program has done all it can after its terminal hung up.
    func waitUntilHungUp(_ program: Int32) async throws {
        let facts = ProcessFacts(program)
        try await wait("the program to see its terminal go") { !facts.hasTerminal && facts.isAtRest }
    }

    /// The calls so far that change something.
    func changes() async -> [RecordedCall] {
        await simulator.calls().filter { $0.operation.hasPrefix("Batch") }
    }

    /// Runs a command of the program in this home.
    func run(_ arguments: String...) async throws -> ProgramResult {
        try await BuiltProgram.run(arguments, environment: simulator.environment, home: home)
    }

    /// What the only run's journal tells.
    func report() async throws -> PrintedRun {
        let shown = try await run("show", "2", "--output", "json")
        return try PrintedRun(shown.output)
    }

    /// The process of the program.
    func program() async throws -> Int32 {
        try #require(processes.all().first { ProcessFacts($0).program == BuiltProgram.path })
    }

    /// Checks that the journal of the interrupted run tells what happened to the account.
    func expectTruth(_ before: Set<Association>) async throws {
        let told = try await report()
        let gone = before.subtracting(await simulator.state().associations)
        let inDoubt = Set(
            told.unresolvedAssociations.map { Association(scanConfigurationArn: $0.scanConfigurationArn, resource: $0.resource) })
        #expect(Set(told.successfulAssociations).isSubset(of: gone))
        #expect(gone.subtracting(told.successfulAssociations).isSubset(of: inDoubt))
        #expect(!told.notSentAssociations.isEmpty || !inDoubt.isEmpty)
    }

    /// Checks that `resume` does what is left, and that its report is the truth.
    func expectResumed(_ before: Set<Association>) async throws {
        await simulator.setFaults(FaultPlan())
        let resumed = try await run("resume")
        #expect(resumed.status == 0, "\(resumed.errors)")
        try await expectFinished(before)
    }

    /// Checks that the report counts everything as done, and that it is.
    func expectFinished(_ before: Set<Association>) async throws {
        let after = await simulator.state().associations
        let told = try await report()
        #expect(after.isEmpty)
        #expect(Set(told.successfulAssociations) == before)
        #expect(told.failedAssociations.isEmpty && told.unresolvedAssociations.isEmpty && told.notSentAssociations.isEmpty)
    }
}

extension SimulatorOptions {
    /// An account of two configurations with so many projects each, in which every association can be dissolved.
    static func willing(projects: Int, latency: Duration = .zero) -> SimulatorOptions {
        var options = SimulatorOptions(configurations: 2, projects: projects)
        options.faults.items.organizationDenies = false
        options.latency = latency
        return options
    }
}
