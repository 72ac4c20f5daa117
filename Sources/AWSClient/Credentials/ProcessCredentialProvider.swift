internal import JSON
internal import Runtime
internal import Subprocess
internal import SystemPackage

/// Credentials that a program prints: `credential_process`.
///
/// Source: AWS SDKs and Tools reference guide, "Process credential provider".
struct ProcessCredentialProvider: CredentialProvider {
    let context: CredentialContext
    /// The command line, split by ``ShellWords``.
    let command: Sourced<String>
    /// How long the program may take.
    var limit: Duration = .seconds(60)

    /// What the program prints. It runs without a shell, and in the terminal's foreground, so that it may ask for a code there.
    func credentials() async throws(CredentialError) -> Credentials {
        let words = (try? ShellWords.split(command.value)) ?? []
        guard let program = words.first else {
            throw .invalidConfiguration(
                problem: "credential_process has no program or a quote that is not closed", origin: command.origin,
                profile: context.profile)
        }
        return try read(try await run(program, Array(words.dropFirst())))
    }

    private func read(_ output: [UInt8]) throws(CredentialError) -> Credentials {
        let source = "credential_process of profile \(context.profile)"
        guard let document = JSONValue(python: output) else { throw .malformedResponse(source: source, problem: "it printed no JSON") }
        guard document["Version"]?.number == 1 else { throw .malformedResponse(source: source, problem: "Version has to be 1") }
        return try CredentialDocument.credentials(document, .session, source: source)
    }

    /// The secrets that the program finds in its environment and might repeat.
    private var secrets: SentSecrets {
        SentSecrets(values: ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN"].compactMap { context.environment[$0] })
    }

    private func run(_ program: String, _ arguments: [String]) async throws(CredentialError) -> [UInt8] {
        let executable: Executable = program.contains("/") ? .path(FilePath(context.environment.expanded(program))) : .name(program)
        var variables: [Subprocess.Environment.Key: String] = [:]
        for (name, value) in context.environment.variables { variables[.init(stringLiteral: name)] = value }
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .milliseconds(200))]
        let configuration = Configuration(
            executable: executable, arguments: Arguments(arguments), environment: .custom(variables), platformOptions: options)
        do {
            let result = try await Deadline.race(limit) {
                try await Subprocess.run(configuration, output: .bytes(limit: 64 << 20), error: .bytes(limit: 64 << 20))
            }
            if result.terminationStatus.isSuccess { return result.standardOutput }
            throw CredentialError.processFailed(
                profile: context.profile, problem: "failed (\(result.terminationStatus))",
                standardError: Excerpt.cleaned(secrets.hidden(in: result.standardError)))
        } catch let error as CredentialError {
            throw error
        } catch is CancellationError {
            throw .cancelled
        } catch is Deadline.Exceeded {
            throw .processFailed(
                profile: context.profile, problem: "did not finish within \(limit.components.seconds) s", standardError: "")
        } catch {
            throw .processFailed(profile: context.profile, problem: "could not be run, \(error)", standardError: "")
        }
    }
}
