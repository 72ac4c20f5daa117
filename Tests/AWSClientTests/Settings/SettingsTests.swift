import Testing
import TextSafety

@testable import AWSClient

@Suite struct SettingsTests {
    @Test func regionOptionAWSREGIONAWSDEFAULTREGIONProfile() throws {
        let home = try TestHome(config: "[default]\nregion = eu-north-1\n")
        var variables = ["AWS_REGION": "eu-west-2", "AWS_DEFAULT_REGION": "eu-west-3"]
        #expect(try home.settings(variables, ClientOptions(region: "eu-west-1")).region == "eu-west-1")
        #expect(try home.settings(variables).region == "eu-west-2")
        variables["AWS_REGION"] = ""
        #expect(try home.settings(variables).region == "eu-west-3")
        variables["AWS_DEFAULT_REGION"] = nil
        let settings = try home.settings(variables)
        #expect(settings.region == "eu-north-1")
        #expect(settings.regionOrigin == .file(path: "~/.aws/config", line: 2))
    }

    @Test func noRegionNamesAllFourPlacesABadOneSaysWhereItIsFrom() throws {
        let home = try TestHome()
        let missing = #expect(throws: SettingsError.missingRegion(profile: "default")) { try home.settings(["AWS_REGION": ""]) }
        for place in ["--region", "AWS_REGION", "AWS_DEFAULT_REGION", "profile default"] {
            #expect(missing?.sentence.contains(place) == true, "\(place)")
        }
        #expect(throws: SettingsError.invalidRegion("evil.example/", origin: .variable("AWS_REGION"))) {
            try home.settings(["AWS_REGION": "evil.example/"])
        }
    }

    @Test func profileOptionAWSPROFILEAWSDEFAULTPROFILEDefault() throws {
        let home = try TestHome(config: "[profile a]\n[profile b]\n", credentials: "[c]\n")
        let variables = ["AWS_PROFILE": "b", "AWS_DEFAULT_PROFILE": "c"]
        #expect(try home.settings(variables, ClientOptions(profile: "a")).profile == "a")
        #expect(try home.settings(variables).profile == "b")
        #expect(try home.settings(["AWS_DEFAULT_PROFILE": "c"]).profile == "c")
        #expect(try home.settings().profile == "default")
        #expect(try home.settings().profiles == ["a", "b", "c"])
    }

    @Test func anUnknownProfileIsAnErrorWithBothFilesAndTheKnownNames() throws {
        let home = try TestHome(config: "[profile payroll]\n")
        let error = #expect(throws: SettingsError.self) { try home.settings(["AWS_PROFILE": "pay"]) }
        #expect(
            error?.sentence
                == "Profile pay from AWS_PROFILE is not in ~/.aws/config or ~/.aws/credentials. Known profiles: payroll.")
    }

    @Test func filesElsewhereExpandedAFolderInPlaceOfAFileIsAnError() throws {
        let home = try TestHome()
        try home.write("[default]\nregion = sa-east-1\n", to: "else/config")
        #expect(try home.settings(["AWS_REGION": "", "AWS_CONFIG_FILE": "~/else/config"]).region == "sa-east-1")
        #expect(throws: SettingsError.unreadableFile(path: "~/else", problem: "it is a directory")) {
            try home.settings(["AWS_SHARED_CREDENTIALS_FILE": "~/else"])
        }
    }

    @Test func numbersAndSwitches() throws {
        let home = try TestHome(config: "[default]\nmax_attempts = 7\nuse_fips_endpoint = TRUE\nuse_dualstack_endpoint = yes\n")
        let settings = try home.settings([:], ClientOptions(connectTimeout: 0, readTimeout: 5))
        #expect(settings.maxAttempts == 7 && settings.isMaxAttemptsSet)
        #expect(settings.useFIPS)
        #expect(!settings.useDualStack)
        #expect(settings.connectTimeout == nil)
        #expect(settings.readTimeout == 5)
        #expect(try home.settings(["AWS_MAX_ATTEMPTS": "2"]).maxAttempts == 2)
        #expect(try home.settings(["AWS_MAX_ATTEMPTS": "3"]).isMaxAttemptsSet && !TestHome().settings().isMaxAttemptsSet)
        #expect(try home.settings().readTimeout == 60)
        #expect(throws: SettingsError.self) { try home.settings(["AWS_MAX_ATTEMPTS": "many"]) }
    }

    @Test(arguments: ["", "text"]) func aCertificateBundleThatIsMissingEmptyOrNoPEMIsAnError(content: String) throws {
        let home = try TestHome()
        let path = try home.write(content, to: "ca.pem")
        #expect(throws: SettingsError.self) { try home.settings(["AWS_CA_BUNDLE": path]) }
        #expect(throws: SettingsError.self) { try home.settings([:], ClientOptions(caBundle: path)) }
        let error = #expect(throws: SettingsError.self) { try home.settings(["AWS_CA_BUNDLE": "/nowhere/ca.pem"]) }
        #expect(error?.sentence.contains("AWS_CA_BUNDLE") == true)
    }

    @Test func printingSettingsShowsNoSecret() throws {
        let home = try TestHome(credentials: "[default]\naws_access_key_id = AKIA\naws_secret_access_key = hidden\n")
        let settings = try home.settings(["AWS_SECRET_ACCESS_KEY": "hidden"])
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("hidden"))
        #expect(!"\(settings)\(settings.environment)".contains("hidden"))
    }
}
