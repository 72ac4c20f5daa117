import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Keys that end while the shared file holds others: another account's sign nothing, the own account's go on once STS has named it.
@Suite(.serialized) struct OtherAccountJourneys {
    private static let both = ["123456789012", "210987654321"]
    private static let waiting = "sign in to account 123456789012 again in another"
    /// Keys come from the file alone.
    private static let noKeys = ["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]
    private static let command = "\(BuiltProgram.path) disassociate --configuration scan-0001 --configuration scan-0002"

    /// A home whose file holds the first of our keys; the file may be given another of ours, or theirs.
    private func travel(_ script: String, _ body: (Journey, KeyFile) async throws -> Void) async throws {
        var options = SimulatorOptions.willing(projects: 200)
        let keys = KeyFile.Keys(
            first: options.key, second: options.addKey(userName: "NightShift"), theirs: options.addAccount(SimulatorAccount("210987654321"))
        )
        let start = "mkdir .aws\ncat >.aws/credentials <<EOF\n\(KeyFile.text(keys.first))EOF\n\(script)"
        try await Journey.travel(options, environment: Self.noKeys, script: start, heldAfter: 1) { journey in
            try await body(journey, KeyFile(home: journey.home, keys: keys))
            let signed = await journey.simulator.calls().filter { $0.account == Self.both[1] }.map(\.operation)
            #expect(Set(signed).isSubset(of: ["GetCallerIdentity"]), "nothing else is signed for another account")
        }
    }

    /// The first key ends, and the file holds another one; calls that were held meet that.
    private func end(_ journey: Journey, _ file: KeyFile, _ next: SimulatorKey) async throws {
        try file.hold(next)
        await journey.simulator.expire(accessKeyId: file.keys.first.accessKeyId, afterCalls: 0)
        journey.simulator.release(.changes)
    }

    /// Resumes the run with the file's key.
    private func resume(_ journey: Journey) async throws -> ProgramResult {
        try await BuiltProgram.run(
            ["resume", "2"], environment: journey.simulator.environment.merging(Self.noKeys) { $1 }, home: journey.home)
    }

    private func expectBoth(_ screen: [String]) {
        for account in Self.both { #expect(screen.contains { $0.contains(account) }, "\(screen.joined(separator: "\n"))") }
    }

    @Test func theScreenShowsBothAccountsAndOnlyTheRunsOwnGoesOn() async throws {
        try await travel(BuiltProgram.path) { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything()
            try await journey.waitUntilHeld(after: 1)
            try await end(journey, file, file.keys.theirs)
            expectBoth(try await journey.terminal.wait(for: "Waiting: \(Self.waiting)"))
            let left = await journey.simulator.state().associationCount
            try await journey.terminal.press("r", "r")
            try await journey.terminal.wait(for: "Waiting: \(Self.waiting)")
            #expect(await journey.simulator.state().associationCount == left)
            try file.hold(file.keys.second)
            // A key that meets the try before is refused, and pressed again.
            let (done, refused) = ("\(before.count) disassociated.", "A run is in progress; the lists follow it.")
            var screen: [String] = []
            while !screen.hold(done) {
                try await journey.terminal.press("r")
                screen = try await journey.terminal.wait("an answer to r") { $0.hold(done) || $0.hold(refused) }
            }
            try await journey.terminal.wait("the new caller") { $0[0].contains("123456789012") && $0[0].contains("NightShift") }
            try await journey.expectFinished(before)
        }
    }

    @Test func theCommandAsksAndGoesOnOnlyWithTheRunsOwn() async throws {
        try await travel("\(Self.command) >result") { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.answerCount(before.count)
            try await journey.waitUntilHeld(after: 1)
            try await end(journey, file, file.keys.theirs)
            expectBoth(try await journey.terminal.wait(for: "To continue, \(Self.waiting)"))
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait("the question again") { $0.count { $0.contains("To continue, sign in to account") } == 2 }
            try file.hold(file.keys.second)
            try await journey.terminal.press("Enter")
            let screen = try await journey.terminal.wait(for: "left with 0")
            #expect(screen.contains { $0.contains("The caller is now arn:aws:iam::123456789012:user/NightShift") })
            try await journey.expectFinished(before)
        }
    }

    @Test func anSTSThatCannotBeReachedIsWaitedForWhereTheAccountWasKnown() async throws {
        try await travel("\(Self.command) >result") { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.answerCount(before.count)
            try await journey.waitUntilHeld(after: 1)
            await journey.simulator.setFaults(try FaultPlan(parsing: ["sts-unreachable-after=0"]))
            try await end(journey, file, file.keys.second)
            try await journey.terminal.wait(for: "To continue, make sure that STS can be reached, then press Enter here.")
            await journey.simulator.setFaults(FaultPlan())
            try await journey.terminal.press("Enter")
            try await journey.terminal.wait(for: "left with 0")
            try await journey.expectFinished(before)
        }
    }

    @Test func withoutATerminalTheRunEndsAndTheRestIsNotSent() async throws {
        try await travel("\(Self.command) --yes --allow-uncovered </dev/null >result") { journey, file in
            let before = await journey.simulator.state().associations
            try await journey.waitUntilHeld(after: 1)
            try await end(journey, file, file.keys.theirs)
            expectBoth(try await journey.terminal.wait(for: "left with 1"))
            let told = try await journey.report()
            #expect(told.failedAssociations.isEmpty && told.unresolvedAssociations.isEmpty && !told.notSentAssociations.isEmpty)
            #expect(Set(told.successfulAssociations) == before.subtracting(await journey.simulator.state().associations))
            let strange = try await resume(journey)
            #expect(strange.status == 252 && Self.both.allSatisfy { strange.errors.contains($0) }, "\(strange.errors)")
            try file.hold(file.keys.second)
            let resumed = try await resume(journey)
            #expect(resumed.status == 0, "\(resumed.errors)")
            try await journey.expectFinished(before)
        }
    }

    @Test func aRefreshWithTheirKeysGoesOnShowingOurs() async throws {
        try await travel(BuiltProgram.path) { journey, file in
            try await journey.waitForListing()
            try await journey.terminal.press("a")
            try await journey.terminal.wait(for: "marked in")
            try await end(journey, file, file.keys.theirs)
            try await journey.terminal.press("r")
            try await journey.terminal.wait(for: "The credentials now belong to account")
            let screen = try await journey.terminal.wait("the list as it was") { $0.contains { $0.contains("●  scan-0001") } }
            #expect(screen[0].contains("123456789012") && !screen[0].contains("210987654321"))
            try await journey.terminal.press("!")
            expectBoth(try await journey.terminal.wait(for: "p starts a session"))
            try await journey.terminal.press("Escape")
            try file.hold(file.keys.second)
            try await journey.terminal.press("r")
            try await journey.terminal.wait("our list again") { $0[0].contains("NightShift") && $0.hold("●  scan-0001") }
        }
    }
}

/// The shared credentials file of a home.
private struct KeyFile {
    struct Keys {
        let first: SimulatorKey
        let second: SimulatorKey
        let theirs: SimulatorKey
    }

    let home: TemporaryFolder
    let keys: Keys

    static func text(_ key: SimulatorKey) -> String {
        "[default]\naws_access_key_id = \(key.accessKeyId)\naws_secret_access_key = \(key.secretAccessKey)\n"
    }

    /// Puts a key in the place of the one that is there, at once.
    func hold(_ key: SimulatorKey) throws {
        let next = try home.write(".aws/next", Self.text(key))
        guard rename(next, home.file(".aws/credentials").path) == 0 else { throw POSIXError(.EIO) }
    }
}
