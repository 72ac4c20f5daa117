import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Keys that end during a run while the shared file holds another account's: nothing is signed with them, and the run goes on with its own.
@Suite(.serialized) struct OtherAccountJourneys {
    private static let theirs = SimulatorOptions.stranger
    private static let both = ["123456789012", theirs.accountId]

    /// A home whose file holds our keys, and an STS that knows the others' account alone: ours is told by the configurations' ARNs.
    private func travel(_ script: String, _ body: (Journey, KeyFile) async throws -> Void) async throws {
        let sts = try await Simulator.start(Self.theirs)
        let variables = ["AWS_ENDPOINT_URL_STS": sts.endpointURL, "AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]
        let ours = SimulatorOptions.willing(projects: 200, latency: .milliseconds(100))
        let start = "mkdir .aws\ncat >.aws/credentials <<EOF\n\(KeyFile.text(ours))EOF\n\(script)"
        try await Journey.travel(ours, environment: variables, script: start) { journey in
            try await body(journey, KeyFile(home: journey.home))
        }
        await sts.stop()
    }

    private func expectBoth(_ screen: [String]) {
        for account in Self.both { #expect(screen.contains { $0.contains(account) }, "\(screen.joined(separator: "\n"))") }
    }

    /// Lets our keys end, and waits until what was under way is answered.
    private func endKeys(_ journey: Journey, _ file: KeyFile) async throws {
        try file.hold(Self.theirs)
        await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=0"]))
    }

    @Test func theScreenShowsBothAccountsAndOnlyTheRunsOwnGoesOn() async throws {
        try await travel(BuiltProgram.path) { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything()
            try await endKeys(journey, file)
            let waiting = "Waiting: sign in to account 123456789012 again in another window"
            expectBoth(try await journey.terminal.wait(for: waiting))
            await journey.simulator.setFaults(FaultPlan())
            let sent = await journey.simulator.calls().count
            try await journey.terminal.press("r")
            try await journey.terminal.wait(for: waiting)
            #expect(await journey.simulator.calls().count == sent, "nothing is signed with their keys")
            try file.hold(journey.simulator.options)
            try await journey.terminal.press("r")
            try await journey.terminal.wait(for: "\(before.count) disassociated.")
            try await journey.expectFinished(before)
        }
    }

    @Test func theCommandAsksAndEntersGoOnOnlyWithTheRunsOwn() async throws {
        let command = "\(BuiltProgram.path) disassociate --configuration scan-0001 --configuration scan-0002 >result"
        try await travel(command) { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.terminal.wait(for: "Type \(before.count), the number of targets")
            try await journey.terminal.press("\(before.count)", "Enter")
            try await journey.wait("a call") { await !journey.changes().isEmpty }
            try await endKeys(journey, file)
            let question = "To go on, sign in to account 123456789012 again"
            expectBoth(try await journey.terminal.wait(for: question))
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait("the question again") { $0.count { $0.contains(question) } == 2 }
            await journey.simulator.setFaults(FaultPlan())
            try file.hold(journey.simulator.options)
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait(for: "left with 0")
            try await journey.expectFinished(before)
        }
    }

    @Test func withoutATerminalTheRunEndsAndTheRestIsNotSent() async throws {
        let command = "\(BuiltProgram.path) disassociate --configuration scan-0001 --configuration scan-0002 --yes </dev/null >result"
        try await travel(command) { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.wait("a call") { await !journey.changes().isEmpty }
            try await endKeys(journey, file)
            expectBoth(try await journey.terminal.wait(for: "left with 1"))
            let told = try await journey.report()
            #expect(told.failedAssociations.isEmpty && told.unresolvedAssociations.isEmpty && !told.notSentAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
            await journey.simulator.setFaults(FaultPlan())
            try file.hold(journey.simulator.options)
            let resumed = try await journey.run("resume")
            #expect(resumed.status == 0, "\(resumed.errors)")
            try await journey.expectFinished(before)
        }
    }
}

/// The shared credentials file of a home.
private struct KeyFile {
    let home: TemporaryFolder

    static func text(_ account: SimulatorOptions) -> String {
        "[default]\naws_access_key_id = \(account.accessKeyId)\naws_secret_access_key = \(account.secretAccessKey)\n"
    }

    /// Puts the account's keys in the place of those that are there, at once.
    func hold(_ account: SimulatorOptions) throws {
        let next = try home.write(".aws/next", Self.text(account))
        guard rename(next, home.file(".aws/credentials").path) == 0 else { throw POSIXError(.EIO) }
    }
}

extension SimulatorOptions {
    /// Another account with keys of its own.
    fileprivate static var stranger: SimulatorOptions {
        var options = SimulatorOptions.willing(projects: 1)
        (options.accountId, options.accessKeyId) = ("210987654321", "AKIASCANCONFIGOTHER0")
        return options
    }
}
