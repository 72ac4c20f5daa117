import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// Signing in to IAM Identity Center from inside the terminal UI.
@Suite(.serialized) struct SignInPageJourneys {
    private static let script = """
        mkdir -p .aws
        cat >.aws/config <<EOF
        [profile center]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Ops
        region = us-east-1
        [sso-session corp]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = us-east-1
        EOF
        unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
        \(BuiltProgram.path) --profile center
        """

    /// Somebody confirms in a browser what the screen shows.
    private func confirm(_ journey: Journey) async throws {
        let screen = try await journey.terminal.wait(for: "It has to show the code")
        let code = try #require(screen.lazy.compactMap { $0.firstMatch(of: /the code (WDDD-[0-9]+)\./)?.1 }.first.map(String.init))
        journey.simulator.signIns { $0.confirm(code) }
    }

    @Test func withoutASignInThereIsAPageAndTheListingFollows() async throws {
        try await Journey.travel(.willing(projects: 20), script: Self.script) { journey in
            try await journey.terminal.wait(for: "nobody has signed in")
            try await journey.terminal.press("I")
            try await confirm(journey)
            try await journey.waitForListing()
        }
    }

    @Test func aRunThatWaitsGoesOnByItselfAfterTheSignIn() async throws {
        try await Journey.travel(.willing(projects: 200, latency: .milliseconds(20)), columns: 120, script: Self.script) { journey in
            let terminal = journey.terminal
            try await terminal.wait(for: "nobody has signed in")
            try await terminal.press("I")
            try await confirm(journey)
            try await journey.waitForListing()
            let count = try await journey.planEverything()
            await journey.simulator.setFaults(try FaultPlan(parsing: ["expire-after=3"]))
            try await terminal.confirm("\(count)", "Enter")
            try await terminal.wait(for: "I signs in from here")
            await journey.simulator.setFaults(FaultPlan())
            try await terminal.press("I")
            try await confirm(journey)
            try await terminal.wait(for: "\(count) disassociated")
            #expect(await journey.simulator.state().associations.isEmpty)
        }
    }
}
