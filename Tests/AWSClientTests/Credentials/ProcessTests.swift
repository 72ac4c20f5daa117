import Foundation
import Logging
import Runtime
import Testing
import TextSafety

@testable import AWSClient

@Suite struct ProcessTests {
    @Test func aProgramsJSONArgumentsSplitAsAShellWould() async throws {
        let home = try TestHome()
        try home.write(
            "printf '{\"Version\":1,\"AccessKeyId\":\"%s\",\"SecretAccessKey\":\"%s\",\"SessionToken\":\"%s\",\"Expiration\":\"2023-11-15T00:00:00Z\"}' \"$1\" \"$2\" \"$MARK\"",
            to: "print.sh")
        try home.write("[profile p]\ncredential_process = /bin/sh \"\(home.path)/print.sh\" 'two words' \"$HOME\"\n", to: ".aws/config")
        let setup = try ChainSetup(home: home, ["MARK": "inherited", "PATH": "/bin:/usr/bin"], profile: "p")
        let found = try await setup.found()
        #expect(found.accessKeyId == "two words")
        #expect(found.secretAccessKey == "$HOME")
        #expect(found.sessionToken == "inherited")
        #expect(found.source == "credential_process of profile p")
        #expect(found.expiration == WireDate.parseISO8601("2023-11-15T00:00:00Z"))
    }

    @Test(arguments: [
        ("sh -c 'echo \"not signed in\" >&2; exit 3'", "it said: not signed in."), ("sh -c 'echo hello'", "it printed no JSON"),
        ("sh -c 'echo {\\\"Version\\\":2}'", "Version has to be 1"), ("sh -c 'echo {\\\"Version\\\":1}'", "AccessKeyId is missing"),
        ("no-such-program-here", "could not be run"), ("sh 'open", "a quote that is not closed"),
    ])
    func whatAProgramMayDoWrong(command: String, words: String) async throws {
        let setup = try ChainSetup(
            config: "[profile p]\ncredential_process = \(command)\n", ["PATH": "/bin:/usr/bin"], profile: "p")
        let sentence = await setup.failure()?.sentence ?? ""
        #expect(sentence.contains(words), "\(sentence)")
    }

    @Test(.timeLimit(.minutes(5))) func aProgramThatHangsWithAChildThatKeepsItsOutputOpenIsGivenUp() async throws {
        for limit in [1, 5, 25] {
            guard let child = try await hang(for: .seconds(limit)) else { continue }
            return #expect(kill(child, SIGKILL) == 0)
        }
        Issue.record("the program never came to hang")
    }

    /// Gives a program that hangs so long; the child it left, if it came that far.
    private func hang(for limit: Duration) async throws -> pid_t? {
        let variables = ["PATH": "/bin:/usr/bin"]
        let home = try TestHome()
        try home.write("trap '' TERM\nsleep 300 &\necho $! > \"$1\"\nexec sleep 300", to: "hang.sh")
        try home.write("[profile p]\n", to: ".aws/config")
        let command = Sourced("/bin/sh \(home.path)/hang.sh \(home.path)/child", Origin.standard)
        let settings = try home.settings(variables, ClientOptions(profile: "p"))
        let context = CredentialContext(
            settings: settings, files: settings.files, transport: ScriptedTransport(), prompt: nil, time: .system, random: .system,
            logger: Logger(label: "test"))
        let problem = "did not finish within \(limit.components.seconds) s"
        await #expect(throws: CredentialError.processFailed(profile: "p", problem: problem, standardError: "")) {
            try await ProcessCredentialProvider(context: context, command: command, limit: limit).credentials()
        }
        return (try? home.read("child")).flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    @Test(arguments: [
        ("a  b\tc", ["a", "b", "c"]), ("a\\ b 'c d' \"e \\\" f\"", ["a b", "c d", "e \" f"]), ("a''b \"\"", ["ab", ""]),
        ("\"a\\b\" 'a\\b'", ["a\\b", "a\\b"]), ("", []),
    ])
    func wordsAreSplitAsPOSIXSays(line: String, words: [String]) throws {
        #expect(try ShellWords.split(line) == words)
    }
}
