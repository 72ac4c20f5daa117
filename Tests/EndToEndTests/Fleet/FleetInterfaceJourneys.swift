import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Several accounts and regions in the terminal UI.
@Suite(.serialized) struct FleetInterfaceJourneys {
    /// Two accounts in two regions that have the same project IDs, and profiles for them; `c` has no credentials that are accepted.
    private func travel(
        projects: Int = 30, latency: Duration = .zero, profiles: [String] = ["a", "b"],
        _ body: (Journey, _ run: String) async throws -> Void
    ) async throws {
        var options = SimulatorOptions(seed: 7, configurations: 2, projects: projects)
        options.furtherRegions = ["eu-west-1"]
        options.faults.items.organizationDenies = false
        options.latency = latency
        let other = options.addAccount(SimulatorAccount("210987654321"))
        let credentials =
            options.key.profile("a") + other.profile("b")
            + "[c]\naws_access_key_id = AKIAUNKNOWN\naws_secret_access_key = none\n"
        let names = profiles.map { "--profile \($0)" }.joined(separator: " ")
        let script = """
            unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
            mkdir -p .aws; cat >.aws/credentials <<'end'
            \(credentials)
            end
            export AWS_SHARED_CREDENTIALS_FILE="$HOME/.aws/credentials"
            \(BuiltProgram.path) \(names) --region us-east-1 --region eu-west-1
            """
        try await Journey.travel(options, columns: 100, rows: 30, script: script) { try await body($0, names) }
    }

    private func everything(_ journey: Journey) async -> [Int] {
        var counts: [Int] = []
        for account in ["123456789012", "210987654321"] {
            for region in ["us-east-1", "eu-west-1"] {
                counts.append(await journey.simulator.state(ofAccount: account, region: region)?.associationCount ?? -1)
            }
        }
        return counts
    }

    private func openAll(_ journey: Journey, complete: String = "complete") async throws {
        try await journey.terminal.wait("all sessions to be listed") { screen in
            screen.contains { $0.contains("   All ") && $0.contains(complete) && !$0.contains(" of ") }
        }
        try await journey.terminal.press("Enter")
        try await journey.terminal.wait(for: "a/us-east-1")
    }

    @Test func oneNumberSendsWhatIsMarkedInTwoAccounts() async throws {
        try await travel { journey, _ in
            let terminal = journey.terminal
            try await openAll(journey)
            try await terminal.press("Enter", "/")
            try await terminal.press("region:eu")
            try await terminal.wait(for: "120 of 240")
            try await terminal.press("Enter", "a", "d")
            try await terminal.wait(for: "in 2 sessions")
            try await terminal.confirm("120", "Enter")
            try await terminal.wait(for: "Finished: 120 of 120")
            #expect(await everything(journey) == [60, 0, 60, 0])
            try await terminal.press("!")
            try await terminal.wait(for: "b/eu-west-1: 60 disassociated")
            let runs = try await journey.run("runs", "--output", "csv")
            let group = try #require(runs.output.split(whereSeparator: { ",\r\n\"".contains($0) }).first { $0.hasPrefix("G2") })
            let shown = try await journey.run("show", String(group), "--output", "csv")
            #expect(shown.output.split(separator: "\r\n").count == 121)
            #expect(shown.output.contains(",210987654321,eu-west-1,b"))
        }
    }

    @Test func aProfileThatIsRefusedHoldsUpNoOther() async throws {
        try await travel(profiles: ["a", "c"]) { journey, _ in
            try await journey.terminal.wait("the rows of both") { screen in
                screen.contains { $0.contains("a ") && $0.contains("eu-west-1") && $0.contains("complete") }
                    && screen.contains { $0.hasPrefix("   c ") && $0.contains("signed out") }
            }
            try await journey.terminal.press("End")
            try await journey.terminal.wait(for: "UnrecognizedClientException")
        }
    }

    @Test func theRunOfOneSessionWaitsAlone() async throws {
        try await travel(projects: 200, latency: .milliseconds(20), profiles: ["a"]) { journey, _ in
            try await openAll(journey)
            try await journey.terminal.press("a", "d")
            try await journey.terminal.wait(for: "in 2 sessions")
            let account = "123456789012"
            await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=3"]), account: account, region: "eu-west-1")
            try await journey.terminal.confirm("800", "Enter")
            try await journey.terminal.wait(for: "a/eu-west-1: ")
            try await journey.wait("the other run to end") {
                await journey.simulator.state(ofAccount: account, region: "us-east-1")?.associationCount == 0
            }
            #expect(await journey.simulator.state(ofAccount: account, region: "eu-west-1")?.associationCount ?? 0 > 0)
            await journey.simulator.setFaults(FaultPlan(), account: account, region: "eu-west-1")
            try await journey.terminal.press("r")
            try await journey.terminal.wait(for: "Finished: 800 of 800")
        }
    }

    /// Faults in one session: items fail there, calls are throttled and get lost, and nothing of it reaches another session.
    @Test(arguments: [11, 12]) func faultsOfOneSessionStayThere(seed: UInt64) async throws {
        try await travel(projects: 60) { journey, _ in
            try await openAll(journey)
            try await journey.terminal.press("a", "d")
            try await journey.terminal.wait(for: "in 4 sessions")
            let faults = try FaultPlan(parsing: ["item:INTERNAL_ERROR=0.2", "throttle=0.2", "drop-after=0.1"])
            await journey.simulator.setFaults(faults, account: "210987654321", region: "eu-west-1")
            try await journey.terminal.confirm("480", "Enter")
            try await journey.wait("the other runs to end") { await everything(journey).dropLast() == [0, 0, 0] }
            await journey.simulator.setFaults(FaultPlan(), account: "210987654321", region: "eu-west-1")
            try await journey.terminal.wait(for: "Finished: ")
            let left = await everything(journey)[3]
            let runs = try await journey.run("runs", "--output", "csv")
            let group = try #require(runs.output.split(whereSeparator: { ",\r\n\"".contains($0) }).first { $0.hasPrefix("G2") })
            let shown = try await journey.run("show", String(group), "--output", "csv")
            let failed = shown.output.split(separator: "\r\n").dropFirst().filter { !$0.contains(",succeeded,") }
            #expect(failed.allSatisfy { $0.contains("210987654321") && $0.contains("eu-west-1") }, "\(failed.prefix(3))")
            #expect(failed.count >= left)
        }
    }
}
