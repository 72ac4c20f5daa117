import Testing
import TextSafety

@testable import AWSClient

@Suite struct StaticCredentialProvidersTests {
    private static let keys = ["AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "t"]
    private static let file = "[default]\naws_access_key_id = AKIDFILE\naws_secret_access_key = s\naws_session_token = ft\n"

    @Test func theEnvironmentWinsOverFilesExceptAfterProfile() async throws {
        let found = try await ChainSetup(credentials: Self.file, Self.keys).found()
        #expect(found.accessKeyId == "AKIDENV")
        #expect(found.sessionToken == "t")
        #expect(found.source == "environment")
        let named = try await ChainSetup(credentials: Self.file, Self.keys, profile: "default").found()
        #expect(named.accessKeyId == "AKIDFILE")
        let variable = try await ChainSetup(
            credentials: Self.file, Self.keys.merging(["AWS_PROFILE": "default"]) { $1 }
        ).found()
        #expect(variable.accessKeyId == "AKIDENV")
    }

    @Test func theCredentialsFileWinsOverCredentialProcessThatOverKeysInTheConfigFile() async throws {
        let config = "[default]\naws_access_key_id = AKIDCONFIG\naws_secret_access_key = s\n"
        let found = try await ChainSetup(config: config, credentials: Self.file).found()
        #expect(found.accessKeyId == "AKIDFILE")
        #expect(found.sessionToken == "ft")
        #expect(found.source == "profile default in ~/.aws/credentials")
        #expect(try await ChainSetup(config: config).found().source == "profile default in ~/.aws/config")
    }

    @Test func aKeyIdWithoutItsSecretIsAnErrorASecretAloneIsNothing() async throws {
        var setup = try ChainSetup(credentials: Self.file, ["AWS_ACCESS_KEY_ID": "AKID"])
        #expect(
            await setup.failure()?.sentence
                == "AWS_ACCESS_KEY_ID is set (AWS_ACCESS_KEY_ID) but AWS_SECRET_ACCESS_KEY is not. Set both or neither.")
        setup = try ChainSetup(credentials: Self.file, ["AWS_SECRET_ACCESS_KEY": "hidden"])
        #expect(try await setup.found().accessKeyId == "AKIDFILE")
        let config = "[default]\naws_access_key_id = AKIDCONFIG\naws_secret_access_key = s\n"
        setup = try ChainSetup(config: config, credentials: "[default]\naws_secret_access_key = hidden\n")
        #expect(try await setup.found().accessKeyId == "AKIDCONFIG")
        setup = try ChainSetup(["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": "soon"])
        #expect(await setup.failure()?.sentence.contains("AWS_CREDENTIAL_EXPIRATION") == true)
        setup = try ChainSetup(credentials: "[default]\n\naws_access_key_id = AKID\n")
        #expect(
            await setup.failure()?.sentence
                == "Profile default: aws_access_key_id is set (~/.aws/credentials line 3) but aws_secret_access_key is not. Set both or neither."
        )
    }

    @Test func nothingAtAllSaysWhatWasLookedAtAndWhatToRun() async throws {
        let sentence = try await ChainSetup().failure()?.sentence ?? ""
        for word in ["AWS_ACCESS_KEY_ID", "~/.aws/config", "~/.aws/credentials", "aws configure", "aws sso login"] {
            #expect(sentence.contains(word), "\(word)")
        }
        #expect(!sentence.contains("instance metadata"))
    }

    @Test func credentialsRenewedInAnotherWindowAreFound() async throws {
        let setup = try ChainSetup(credentials: Self.file)
        let kept = RefreshingCredentialProvider(setup.chain, time: setup.clock.source)
        #expect(try await kept.credentials().accessKeyId == "AKIDFILE")
        try setup.home.write("[default]\naws_access_key_id = AKIDNEW\naws_secret_access_key = s\n", to: ".aws/credentials")
        #expect(try await kept.credentials().accessKeyId == "AKIDFILE")
        await kept.invalidate()
        #expect(try await kept.credentials().accessKeyId == "AKIDNEW")
    }

    @Test func credentialsPrintAsTheEndOfTheirKeyId() {
        let credentials = Credentials(accessKeyId: "AKIDEXAMPLE", secretAccessKey: "hidden", sessionToken: "hidden", source: "test")
        var dumped = ""
        dump(credentials, to: &dumped)
        let shown = "\(credentials) \(String(reflecting: credentials)) \(dumped)"
        #expect(!shown.contains("hidden"))
        #expect(!shown.contains("AKIDEX"))
        #expect(shown.contains("…MPLE (test)"))
    }

    @Test func credentialsThatHaveEndedAreAnErrorByAClockThatTheServiceHasJudged() async throws {
        let keys = Self.keys.merging(["AWS_CREDENTIAL_EXPIRATION": "2023-11-14T22:00:00Z"]) { $1 }
        let setup = try ChainSetup(keys)
        #expect(await setup.failure() == .expired(source: "environment"))
        setup.correction.set(-900)
        #expect(try await setup.found().accessKeyId == "AKIDENV")
        #expect(try await ChainSetup(keys, clockIsChecked: false).found().accessKeyId == "AKIDENV")
    }
}
