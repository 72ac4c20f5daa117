import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// `--filter` and patterns on the command line.
@Suite struct FilterCommandTests {
    private func run(_ arguments: String..., options: SimulatorOptions = SimulatorOptions()) async throws -> ProgramResult {
        let simulator = try await Simulator.start(options)
        let result = try await BuiltProgram.run(arguments, environment: simulator.environment)
        await simulator.stop()
        return result
    }

    private func rows(_ result: ProgramResult) -> [Substring] { result.output.split(whereSeparator: \.isNewline).dropFirst().map { $0 } }

    @Test func aListHoldsWhatTheFilterFinds() async throws {
        let result = try await run("list", "--filter", "name:cards config:payments-nightly", "--output", "csv")
        #expect(result.status == 0, "\(result.errors)")
        let rows = rows(result)
        #expect(!rows.isEmpty && rows.allSatisfy { $0.contains("payments-nightly") && $0.lowercased().contains("cards") })
        let others = try await run("list", "payments-nightly", "--filter", "!name:cards", "--output", "csv")
        #expect(others.status == 0 && self.rows(others).count + rows.count == 88)
        #expect(self.rows(others).allSatisfy { !$0.lowercased().contains("cards") })
    }

    @Test func whatIsInSeveralConfigurationsNeedsAllListings() async throws {
        let (one, more) = (
            try await run("list", "payments-nightly", "--filter", "in:1", "--output", "csv"),
            try await run("list", "payments-nightly", "--filter", "in>1", "--output", "csv")
        )
        #expect(one.status == 0 && more.status == 0)
        #expect(!rows(one).isEmpty && !rows(more).isEmpty && rows(one).count + rows(more).count == 88)
    }

    @Test(arguments: [
        ("ledger scaned>90d", "--filter, character 8: There is no field scaned. Did you mean scanned?"),
        ("in:x", "--filter, character 1: x is not a count. Write in:1, in>1 or in<3."),
        ("failed", "failed asks about a session of the terminal UI."), ("status:x", "status asks about a session of the terminal UI."),
        ("!marked", "marked asks about a session of the terminal UI."), ("", "--filter is empty."), (" ! ", "--filter is empty."),
    ])
    func aMistakeEndsWith252AndSaysWhereAndWhatIsPossible(filter: String, words: String) async throws {
        for command in ["list", "disassociate"] {
            let result = try await BuiltProgram.run([command, "--filter", filter])
            #expect(result.status == 252 && result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test func aPlanHoldsWhatTheFilterFinds() async throws {
        let result = try await run(
            "disassociate", "--filter", "name:cards", "--configuration", "payments-*", "--dry-run", "--output", "json")
        #expect(result.status == 0, "\(result.errors)")
        let listed = try await run("list", "payments-*", "--filter", "name:cards", "--output", "csv")
        let plan = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let targets = try #require(plan["disassociateConfigurationRequests"] as? [Any])
        #expect(targets.count == rows(listed).count && !targets.isEmpty)
    }

    @Test func aFilterThatFindsNothingIsSaid() async throws {
        let result = try await run("disassociate", "--filter", "name:nothing-like-it", "--dry-run")
        #expect(result.status == 252 && result.errors.contains("No associations match --filter 'name:nothing-like-it'."))
        let list = try await run("list", "--filter", "scan:foo")
        #expect(list.status == 0 && list.output.isEmpty && list.errors.contains("no associations match --filter 'scan:foo'."))
    }

    @Test func aPatternStandsForAllThatFitAndANameForItself() async throws {
        let (all, some) = (try await run("list", "--output", "csv"), try await run("list", "p*-night[a-m]y", "--output", "csv"))
        #expect(some.status == 0 && rows(some).count == 88 && rows(all).count > 88)
        let none = try await run("list", "no-*-such")
        #expect(none.status == 252 && none.errors.contains("no-*-such"))
    }
}
