import AWSClient
import Foundation
import Glibc
import TestSupport
import Testing

@testable import scanconfig

/// The built program under the limits of a machine, and with input that has none: an error in words, never a crash or a wait.
@Suite(.timeLimit(.minutes(2))) struct MachineTests {
    private static let keys = [
        "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_REGION": "us-east-1", "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
        "AWS_MAX_ATTEMPTS": "1",
    ]

    private func shell(_ script: String, home: TemporaryFolder? = nil) async throws -> ProgramResult {
        let folder = try home ?? TemporaryFolder()
        let environment = BuiltProgram.isolated(Self.keys, home: folder)
        return try await Program.run("/bin/bash", ["-c", script], environment: environment)
    }

    @Test(arguments: [
        ("-n 5", "ulimit -n"), ("-n 12", "ulimit -n"), ("-n 63", "ulimit -n"), ("-s 64", "ulimit -s"), ("-v 400000", "ulimit -v"),
        ("-d 100000", "ulimit -v or -d"),
    ])
    func aLimitThatIsTooLowIsSaid(limit: String, words: String) async throws {
        let result = try await shell("ulimit \(limit) && exec \(BuiltProgram.path) list")
        #expect(result.status == 255)
        #expect(result.errors.contains(words) && result.errors.contains("Nothing was done"), "\(result.errors)")
    }

    @Test func aSoftLimitIsRaisedWhereTheShellAllowsIt() async throws {
        let result = try await shell("ulimit -Sn 20 && exec \(BuiltProgram.path) runs")
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test func aFileSizeLimitIsAnErrorOfTheJournal() async throws {
        let home = try TemporaryFolder()
        try home.write("in.csv", Self.plan)
        let result = try await shell(
            "ulimit -f 0; \(BuiltProgram.path) disassociate --from \"$HOME/in.csv\" --yes --allow-uncovered", home: home)
        #expect(result.status == 255)
        #expect(result.errors.contains("File too large. Nothing is sent without a journal."), "\(result.errors)")
    }

    @Test(arguments: ["--endpoint-url", "--profile", "--region", "--ca-bundle", "--log-file"])
    func anEmptyOptionIsRefused(name: String) async throws {
        let result = try await BuiltProgram.run(["list", name, ""], environment: Self.keys)
        #expect(result.status == 252)
        #expect(result.errors.contains("\(name) is empty"), "\(result.errors)")
    }

    @Test(arguments: [
        "list", "disassociate --configuration x --yes --allow-uncovered", "disassociate --project x --dry-run",
        "disassociate --from in --configuration x --yes --allow-uncovered",
    ])
    func aServiceThatCannotBeReachedIsNoBadUsage(arguments: String) async throws {
        let home = try TemporaryFolder()
        try home.write("in", "project-00000000-0000-4000-8000-0000000000af\n")
        let result = try await shell("cd && exec \(BuiltProgram.path) \(arguments)", home: home)
        #expect(result.status == 255, "\(result.errors)")
        #expect(result.errors.contains("cannot be reached"), "\(result.errors)")
    }

    @Test func inputComesFromPipesOfAnyKindAndNotFromDevices() async throws {
        let home = try TemporaryFolder()
        try home.write("in.csv", Self.plan)
        let command = "\(BuiltProgram.path) disassociate --dry-run --output csv --from"
        for script in ["\(command) <(cat ~/in.csv)", "cat ~/in.csv | \(command) -", "\(command) - < ~/in.csv", "\(command) ~/in.csv"] {
            let result = try await shell(script, home: home)
            #expect(result.status == 0 && result.output.contains("0000000000af"), "\(script): \(result.errors)")
        }
        let refusals = [
            ("/dev/zero", "it is a device"), ("/dev/null", "it is empty"), ("-", "it is a device"),
            ("~", "it is a directory"),
        ]
        for (name, words) in refusals {
            let result = try await shell("\(command) \(name) < /dev/zero", home: home)
            #expect(result.status == 252, "\(name): \(result.errors)")
            #expect(result.errors.contains(words), "\(name): \(result.errors)")
        }
    }

    @Test func pipesAndDevicesAreNoSettings() async throws {
        let home = try TemporaryFolder()
        try #require(mkfifo(home.file("pipe").path, 0o600) == 0)
        for file in ["~/pipe", "/dev/zero", "/dev/null", "~"] {
            let result = try await shell("AWS_CONFIG_FILE=\(file) \(BuiltProgram.path) list", home: home)
            #expect(result.status == 255 && result.errors.contains("cannot be reached"), "\(result.errors)")
        }
        let bundle = try await shell("AWS_CA_BUNDLE=~/pipe AWS_ENDPOINT_URL=https://127.0.0.1:1 \(BuiltProgram.path) list", home: home)
        #expect(bundle.status == 253 && bundle.errors.contains("it is a pipe or a device, not a file"), "\(bundle.errors)")
        let log = try await shell("\(BuiltProgram.path) list --log-file ~/pipe", home: home)
        #expect(log.status == 252)
        #expect(log.errors.contains("pipe cannot be written"), "\(log.errors)")
    }

    @Test func theDemosFolderIsNewAndItsOwn() throws {
        let folder = try TemporaryFolder()
        let path = try DemoFolder.path(environment: AWSClient.Environment(variables: ["TMPDIR": folder.path]))
        #expect(path == (try DemoFolder.path(environment: AWSClient.Environment())))
        var status = stat()
        try #require(lstat(path, &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFDIR && status.st_mode & 0o777 == 0o700 && status.st_uid == geteuid())
        #expect(path.hasPrefix(folder.path + "/scanconfig-demo-") && !path.hasSuffix("-\(getpid())"))
    }

    private static let plan = """
        scanConfigurationArn,projectId
        arn:aws:inspector2:us-east-1:123456789012:owner/123456789012/codesecurity-configuration/00000000-0000-4000-8000-000000000000,\
        project-00000000-0000-4000-8000-0000000000af

        """
}
