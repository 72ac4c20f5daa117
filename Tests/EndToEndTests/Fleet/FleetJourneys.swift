import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Several sessions at a terminal: one question for all of them, and one session that waits alone.
@Suite(.serialized) struct FleetJourneys {
    private static let options = "--region us-east-1 --region eu-west-1"

    private func travel(_ body: (Journey) async throws -> Void) async throws {
        var options = SimulatorOptions(seed: 7, configurations: 1, projects: 200)
        options.furtherRegions = ["eu-west-1"]
        options.latency = .milliseconds(20)
        let script = "trap : INT; \(BuiltProgram.path) disassociate --configuration scan-0001 \(Self.options) >result"
        try await Journey.travel(options, columns: 120, script: script, body)
    }

    private func count(_ journey: Journey, _ region: String) async -> Int? {
        await journey.simulator.state(ofAccount: journey.simulator.options.accountId, region: region)?.associationCount
    }

    @Test func theNumberOfAllConfirmsAll() async throws {
        try await travel { journey in
            try await journey.terminal.wait(for: "Type 400, the number of associations in the 2 sessions, to send")
            try await journey.answerCount(400)
            try await journey.terminal.wait(for: "left with 0")
            for region in ["us-east-1", "eu-west-1"] { #expect(await count(journey, region) == 0) }
        }
    }

    @Test func anotherNumberSendsNothingAnywhere() async throws {
        try await travel { journey in
            try await journey.answerCount(400, typing: 200)
            try await journey.terminal.wait(for: "left with 130")
            #expect(await journey.simulator.calls().flatMap(\.items).isEmpty)
        }
    }

    @Test func oneWaitsForTheOperatorWhileTheOtherEnds() async throws {
        try await travel { journey in
            try await journey.terminal.wait(for: "Type 400")
            let account = journey.simulator.options.accountId
            await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=3"]), account: account, region: "eu-west-1")
            try await journey.answerCount(400)
            try await journey.terminal.wait(for: "then press Enter here.")
            let store = JournalStore(folder: journey.home.file(".local/state/scanconfig/runs").path)
            try await journey.wait("the other run to end") {
                try store.list().contains { $0.region == "us-east-1" && $0.state == .complete }
            }
            #expect(try await journey.terminal.screen().hold("then press Enter here."), "its progress takes no place of the question's")
            #expect(await count(journey, "us-east-1") == 0)
            #expect(await count(journey, "eu-west-1") ?? 0 > 0)
            await journey.simulator.setFaults(FaultPlan(), account: account, region: "eu-west-1")
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait(for: "left with 0")
            #expect(await count(journey, "eu-west-1") == 0)
        }
    }
}
