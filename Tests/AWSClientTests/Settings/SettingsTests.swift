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

    @Test func filesElsewhereExpandedWhatIsNoFileIsEmpty() throws {
        let home = try TestHome()
        try home.write("[default]\nregion = sa-east-1\n", to: "else/config")
        #expect(try home.settings(["AWS_REGION": "", "AWS_CONFIG_FILE": "~/else/config"]).region == "sa-east-1")
        for path in ["$WHERE/else/config", "${WHERE}/else/config"] {
            #expect(try home.settings(["AWS_REGION": "", "WHERE": home.path, "AWS_CONFIG_FILE": path]).region == "sa-east-1")
        }
        for path in ["~/else", "/dev/null", "", "$NOWHERE/config", "${WHERE"] {
            #expect(try home.settings(["AWS_CONFIG_FILE": path, "AWS_SHARED_CREDENTIALS_FILE": path]).profiles.isEmpty)
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
        #expect(try home.settings(["AWS_MAX_ATTEMPTS": " +1_0"]).maxAttempts == 10)
        for value in ["many", "2.0", "0", "1__0", "_1"] {
            #expect(throws: SettingsError.self) { try home.settings(["AWS_MAX_ATTEMPTS": value]) }
        }
        #expect(try !home.settings(["AWS_USE_FIPS_ENDPOINT": ""]).useFIPS)
        #expect(throws: SettingsError.self) { try home.settings(["AWS_RETRY_MODE": "legacy"]) }
    }

    @Test(arguments: ["fips-us-east-1", "us-east-1-fips"]) func aPseudoRegionIsTheRegionWithFIPS(region: String) throws {
        let settings = try TestHome().settings(["AWS_REGION": region])
        #expect(settings.region == "us-east-1")
        #expect(settings.useFIPS)
    }

    @Test func aCommentAfterAValueOfAClosedKindIsNone() throws {
        let home = try TestHome(
            config: "[default]\nregion = us-west-2 # Oregon\nmax_attempts = 4 ; few\nuse_fips_endpoint = true # yes\nca_bundle = p # x\n")
        let settings = try home.settings(["AWS_REGION": ""])
        #expect(settings.region == "us-west-2" && settings.maxAttempts == 4 && settings.useFIPS)
        #expect(settings.caBundle?.value == "p")
    }

    @Test func theCertificateBundleComesFromOptionVariableProfileAndLastFromREQUESTSCABUNDLE() throws {
        let home = try TestHome(config: "[default]\nca_bundle = c\n")
        let variables = ["AWS_CA_BUNDLE": "b", "REQUESTS_CA_BUNDLE": "d"]
        #expect(try home.settings(variables, ClientOptions(caBundle: "a")).caBundle?.value == "a")
        #expect(try home.settings(variables).caBundle?.value == "b")
        #expect(try home.settings(["REQUESTS_CA_BUNDLE": "d"]).caBundle?.value == "c")
        #expect(try TestHome().settings(["REQUESTS_CA_BUNDLE": "d"]).caBundle?.value == "d")
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
