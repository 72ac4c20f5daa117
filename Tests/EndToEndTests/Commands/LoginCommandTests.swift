import Foundation
import InspectorSimulator
import TestSupport
import Testing

/// `login` of the built program against a simulated IAM Identity Center and a simulated `aws login`; what it keeps serves AWS CLI version 2, and
/// the other way round.
@Suite(.serialized) struct LoginCommandTests {
    private static let session = "arn:aws:iam::123456789012:user/OpsAdmin"
    private static let config = """
        [profile center]
        sso_session = corp
        sso_account_id = 123456789012
        sso_role_name = Ops
        region = us-east-1
        [profile legacy]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = us-east-1
        sso_account_id = 123456789012
        sso_role_name = Ops
        region = us-east-1
        [profile role]
        role_arn = arn:aws:iam::123456789012:role/Ops
        source_profile = center
        [profile console]
        login_session = \(session)
        region = us-east-1
        [profile keys]
        aws_access_key_id = AKIA
        aws_secret_access_key = made-up
        [sso-session corp]
        sso_start_url = https://d-1234567890.awsapps.com/start
        sso_region = us-east-1
        sso_registration_scopes = sso:account:access
        """

    private func home() throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        try home.write(".aws/config", Self.config)
        return home
    }

    private func environment(_ simulator: Simulator) -> [String: String] {
        ["AWS_ENDPOINT_URL": simulator.endpointURL, "AWS_MAX_ATTEMPTS": "1"]
    }

    private func withSimulator(_ body: (Simulator, TemporaryFolder) async throws -> Void) async throws {
        let simulator = try await Simulator.start(.willing(projects: 5))
        do { try await body(simulator, try home()) } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    private func login(_ profile: String, _ simulator: Simulator, _ home: TemporaryFolder) async throws -> ProgramResult {
        try await BuiltProgram.run(["login", "--profile", profile], environment: environment(simulator), home: home)
    }

    private func list(_ profile: String, _ simulator: Simulator, _ home: TemporaryFolder) async throws -> ProgramResult {
        try await BuiltProgram.run(
            ["list", "--profile", profile, "--region", "us-east-1"], environment: environment(simulator), home: home)
    }

    private func cacheFiles(_ home: TemporaryFolder, _ folder: String = "sso") throws -> [URL] {
        let folder = home.file(".aws/\(folder)/cache")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { folder.appendingPathComponent($0) }
    }

    @Test(arguments: ["center", "legacy", "role"]) func aCodeIsShownAndTheTokenServes(_ profile: String) async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.confirmedAfter = 1 }
            let before = try await list(profile, simulator, home)
            #expect(before.status == 253 && before.errors.contains("scanconfig login --profile"), "\(before.errors)")
            let login = try await login(profile, simulator, home)
            #expect(login.status == 0, "\(login.errors)")
            #expect(login.errors.contains("https://device.sso.example/?user_code=WDDD-"))
            #expect(login.errors.contains("It has to show the code WDDD-"))
            #expect(login.errors.contains("Signed in for profile \(profile == "legacy" ? "legacy" : "center")."))
            #expect(simulator.signIns { $0.questions } == 2)
            let listed = try await list(profile, simulator, home)
            #expect(listed.status == 0, "\(listed.errors)")
            for file in try cacheFiles(home) {
                let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }
    }

    @Test func theRegistrationIsKeptAndReplacedWhenItIsRefused() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.confirmedAfter = 0 }
            for _ in 0..<2 {
                let login = try await login("center", simulator, home)
                #expect(login.status == 0)
            }
            #expect(simulator.signIns { $0.registrations } == 1)
            let files = try cacheFiles(home)
            #expect(files.count == 2)
            simulator.signIns { $0.forgetClients() }
            let login = try await login("center", simulator, home)
            #expect(login.status == 0)
            #expect(simulator.signIns { $0.registrations } == 2)
        }
    }

    @Test func aServiceThatAsksToSlowDownIsAskedLessOften() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { ($0.confirmedAfter, $0.slowDowns) = (0, 1) }
            let login = try await login("center", simulator, home)
            #expect(login.status == 0)
            let times = await simulator.calls().filter { $0.operation == "POST /token" }.map(\.time)
            #expect(times.count == 2 && times[1] - times[0] >= .seconds(6))
        }
    }

    @Test func aCodeThatNobodyConfirmsOrThatIsDeniedIsNoSignIn() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.codeLifetime = 1 }
            let late = try await login("center", simulator, home)
            #expect(late.status == 253 && late.errors.contains("the code was not confirmed in time"), "\(late.errors)")
            simulator.signIns { ($0.codeLifetime, $0.denies) = (600, true) }
            let denied = try await login("center", simulator, home)
            #expect(denied.status == 253 && denied.errors.contains("the request to sign in was denied"), "\(denied.errors)")
            #expect(try await list("center", simulator, home).status == 253)
            for result in [late, denied] { #expect(!result.errors.contains("made-up"), "\(result.errors)") }
        }
    }

    @Test func aProfileThatDoesNotSignInSaysSo() async throws {
        try await withSimulator { simulator, home in
            let result = try await login("keys", simulator, home)
            #expect(result.status == 253)
            #expect(result.errors.contains("Profile keys has no sign-in of its own"), "\(result.errors)")
            #expect(await simulator.calls().isEmpty)
        }
    }

    /// Signs in for a profile of `aws login`: the code is what the page of the address shows.
    private func console(_ command: String, _ simulator: Simulator, _ home: TemporaryFolder, _ body: (TmuxTerminal) async throws -> Void)
        async throws
    {
        let terminal = try await TmuxTerminal(columns: 900, environment: environment(simulator), home: home, command: command)
        let screen = try await terminal.wait("the address") { lines in
            lines.contains { $0.contains("/v1/authorize?") } && lines.contains { $0.contains("authorization code") }
        }
        let address = try #require(screen.first { $0.contains("/v1/authorize?") }).trimmingCharacters(in: .whitespaces)
        let code = try #require(simulator.signIns { $0.authorizationCode(for: address) }, "\(address)")
        try await terminal.paste(code + "\n", isMarked: false)
        try await body(terminal)
        try await terminal.close()
    }

    @Test func theCodeOfAwsLoginIsPastedAndTheSessionServes() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.loginSession = Self.session }
            try await console("'\(BuiltProgram.path)' login --profile console", simulator, home) { terminal in
                try await terminal.wait(for: "Signed in for profile console.")
            }
            #expect(try await list("console", simulator, home).status == 0)
            let file = try #require(try cacheFiles(home, "login").first)
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("BEGIN EC PRIVATE KEY") && text.contains(#""accountId":"123456789012""#))
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func aSignInAsSomebodyElseKeepsNothing() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.loginSession = "arn:aws:iam::210987654321:user/Other" }
            try await console("'\(BuiltProgram.path)' login --profile console", simulator, home) { terminal in
                try await terminal.wait(for: "left with 253")
                #expect(try await terminal.screen().contains { $0.contains("nothing was kept") })
            }
            #expect((try? cacheFiles(home, "login")) == nil)
        }
    }

    private func version2(_ arguments: [String], _ simulator: Simulator, _ home: TemporaryFolder) async throws -> ProgramResult {
        let peer = try #require(Differential.peer, "SCANCONFIG_AWS2 has to name AWS CLI version 2")
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("AWS_") }
        all["AWS2_VENV"] = ProcessInfo.processInfo.environment["AWS2_VENV"] ?? "\(all["HOME"] ?? "")/.cache/scanconfig-peers/aws2"
        all.merge(environment(simulator)) { _, new in new }
        (all["HOME"], all["AWS_EC2_METADATA_DISABLED"]) = (home.path, "true")
        return try await Program.run(peer, arguments, environment: all)
    }

    @Test(.enabled(if: Differential.comparesWithPeer), .timeLimit(.minutes(5)), arguments: ["center", "legacy"])
    func version2UsesOurTokenAndWeUseIts(_ profile: String) async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { $0.confirmedAfter = 0 }
            #expect(try await login(profile, simulator, home).status == 0)
            let ours = try cacheFiles(home).map(\.lastPathComponent)
            let identity = try await version2(["sts", "get-caller-identity", "--profile", profile], simulator, home)
            #expect(identity.status == 0 && identity.output.contains("123456789012"), "\(identity.errors)")

            let login = try await version2(["sso", "login", "--use-device-code", "--no-browser", "--profile", profile], simulator, home)
            #expect(login.status == 0, "\(login.errors)")
            #expect(simulator.signIns { $0.registrations } == 1, "it uses our registration")
            #expect(try cacheFiles(home).map(\.lastPathComponent) == ours, "its files have our names")
            #expect(try await list(profile, simulator, home).status == 0)
        }
    }

    @Test(.enabled(if: Differential.comparesWithPeer), .timeLimit(.minutes(5)))
    func version2UsesOurConsoleSessionAndRefreshesItAndWeUseIts() async throws {
        try await withSimulator { simulator, home in
            simulator.signIns { ($0.loginSession, $0.tokenLifetime) = (Self.session, 60) }
            try await console("'\(BuiltProgram.path)' login --profile console", simulator, home) { terminal in
                try await terminal.wait(for: "Signed in for profile console.")
            }
            let before = await simulator.calls().count { $0.operation == "POST /v1/token" }
            let identity = try await version2(["sts", "get-caller-identity", "--profile", "console"], simulator, home)
            #expect(identity.status == 0 && identity.output.contains("123456789012"), "\(identity.errors)")
            #expect(await simulator.calls().count { $0.operation == "POST /v1/token" } > before, "it refreshes with the key that we kept")

            let peer = try #require(Differential.peer)
            let venv =
                ProcessInfo.processInfo.environment["AWS2_VENV"]
                ?? "\(ProcessInfo.processInfo.environment["HOME"] ?? "")/.cache/scanconfig-peers/aws2"
            try await console("AWS2_VENV='\(venv)' '\(peer)' login --remote --profile console", simulator, home) { terminal in
                try await terminal.wait(for: "left with 0")
            }
            #expect(try await list("console", simulator, home).status == 0)
        }
    }
}
