import InspectorSimulator
import TestSupport
import Testing

/// Profiles of shared files, and a device's code, through the real terminal.
@Suite(.serialized) struct SignInJourneys {
    private static let account = SimulatorOptions()

    /// Two profiles with keys, one that assumes a role with a device's code, and one that does not work.
    private static let script = """
        mkdir -p .aws
        cat >.aws/credentials <<EOF
        [default]
        aws_access_key_id = \(account.accessKeyId)
        aws_secret_access_key = \(account.secretAccessKey)
        [audit]
        aws_access_key_id = \(account.accessKeyId)
        aws_secret_access_key = \(account.secretAccessKey)
        [stranger]
        aws_access_key_id = AKIAUNKNOWN
        aws_secret_access_key = nothing
        EOF
        cat >.aws/config <<EOF
        [profile guarded]
        role_arn = arn:aws:iam::123456789012:role/Guarded
        source_profile = default
        mfa_serial = arn:aws:iam::123456789012:mfa/operator
        EOF
        \(BuiltProgram.path) --profile
        """

    private func script(_ profile: String) -> String { "\(Self.script) \(profile)" }

    @Test func aDevicesCodeIsAskedForAndTheListingFollows() async throws {
        try await Journey.travel(script: script("guarded")) { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "arn:aws:iam::123456789012:mfa/operator.")
            try await terminal.confirm("1", "2", "3", "x", "4", "5", "6")
            try await terminal.wait(for: "Code: 123456")
            #expect(await journey.simulator.calls().isEmpty)
            try await terminal.press("Enter")
            try await journey.waitForListing()
            let roles = await journey.simulator.calls().filter { $0.operation == "AssumeRole" }
            #expect(roles.map(\.status) == [200])
        }
    }

    @Test func aWrongCodeIsToldAndRAsksAgain() async throws {
        try await Journey.travel(script: script("guarded")) { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "needs the code from device")
            try await terminal.confirm("1234567", "Enter")
            try await terminal.wait(for: "MultiFactorAuthentication failed")
            try await terminal.press("r")
            try await terminal.wait(for: "needs the code from device")
            try await terminal.press("Escape")
            try await terminal.wait(for: "and none was given.")
            try await terminal.press("r")
            try await terminal.wait(for: "needs the code from device")
            try await terminal.confirm("654321", "Enter")
            try await journey.waitForListing()
        }
    }

    @Test func anotherProfileIsPickedAndOneThatDoesNotWorkSaysWhy() async throws {
        try await Journey.travel(script: script("default")) { journey in
            let terminal = journey.terminal
            try await journey.waitForListing()
            try await terminal.press("p")
            let picker = try await terminal.wait(for: "in use")
            for name in ["default", "audit", "guarded", "stranger"] { #expect(picker.contains { $0.contains(name) }, "\(name)") }
            #expect(picker.contains { $0.hasPrefix("▸  default") && $0.contains("in use") })
            try await terminal.press("End", "Enter")
            try await terminal.wait(for: "security token included in the request is invalid.")
            try await terminal.press("p", "Home", "Down", "Down", "Enter")
            try await terminal.wait("the other profile") { $0[0].contains("audit") }
            try await journey.waitForListing()
        }
    }
}
