import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// `scanconfig retry`, and the reports of runs for tickets, with the built program.
@Suite struct RetryCommandTests {
    /// A run over payments-nightly in an account where some of it fails, and its report.
    private func failed(_ simulator: Simulator, _ home: TemporaryFolder) async throws -> PrintedRun {
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "payments-nightly", "--yes", "--allow-uncovered", "--output", "json"],
            environment: simulator.environment,
            home: home)
        #expect(run.status == 1, "\(run.errors)")
        return try PrintedRun(run.output)
    }

    private func batchCalls(_ simulator: Simulator) async -> Int {
        await simulator.calls().count { $0.operation.hasPrefix("Batch") }
    }

    @Test func itSendsAgainWhatMayPassAndWhatIsNamed() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let report = try await failed(simulator, home)
        let codes: [String] = report.failedAssociations.compactMap { $0.statusCode?.rawValue }
        let code: String = try #require(codes.sorted().first)
        let count: Int = codes.count { $0 == code }
        let sent = await batchCalls(simulator)
        let unknown = try await BuiltProgram.run(
            ["retry", report.runId, "--failed", "NO_SUCH_CODE", "--yes", "--allow-uncovered"], environment: simulator.environment,
            home: home)
        #expect(unknown.status == 252 && unknown.errors.contains("there are: "), "\(unknown.errors)")
        let dry = try await BuiltProgram.run(
            ["retry", report.runId, "--failed", code.lowercased(), "--dry-run"], environment: simulator.environment, home: home)
        #expect(dry.status == 0 && dry.output.contains("disassociate \(count) association"), "\(dry.output)\(dry.errors)")
        #expect(dry.errors.contains("Retrying run \(report.runId)"))
        #expect(await batchCalls(simulator) == sent)
        let retry = try await BuiltProgram.run(
            ["retry", report.runId, "--failed", code, "--yes", "--allow-uncovered", "--output", "json"], environment: simulator.environment,
            home: home)
        let second = try PrintedRun(retry.output)
        #expect(second.runId != report.runId)
        let ended: [Int] = [second.successfulAssociations.count, second.failedAssociations.count, second.notAssociated?.count ?? 0]
        #expect(ended.reduce(0, +) == count)
        let runs = try await BuiltProgram.run(["runs", "--output", "json"], home: home)
        #expect(runs.output.contains("\"retries\" : \"\(report.runId)\""))
        await simulator.stop()
    }

    @Test func whatSucceededIsNotRetried() async throws {
        let simulator = try await Simulator.start(.willing(projects: 20))
        let home = try TemporaryFolder()
        let run = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0001", "--yes", "--allow-uncovered", "--output", "json"],
            environment: simulator.environment, home: home)
        let retry = try await BuiltProgram.run(
            ["retry", try PrintedRun(run.output).runId, "--yes", "--allow-uncovered"], environment: simulator.environment, home: home)
        #expect(retry.status == 0 && retry.errors.contains("Nothing failed in run "), "\(retry.errors)")
        await simulator.stop()
    }

    @Test func aTicketHasRequestIdsAndTheJournalsDigest() async throws {
        let simulator = try await Simulator.start(SimulatorOptions())
        let home = try TemporaryFolder()
        let report = try await failed(simulator, home)
        let journal = home.file(".local/state/scanconfig/runs/\(report.runId).jsonl")
        let digest = FileDigest.sha256(try Array(Data(contentsOf: journal)))
        for format in ["markdown", "html"] {
            let ticket = try await BuiltProgram.run(["show", report.runId, "--output", format], home: home)
            #expect(ticket.status == 0, "\(ticket.errors)")
            #expect(ticket.output.contains(digest) && ticket.output.contains("Request ID"))
            let text = try String(contentsOf: journal, encoding: .utf8)
            let ids = text.matches(of: /"requestId":"([0-9a-f-]+)"/).map(\.1)
            #expect(!ids.isEmpty && ids.allSatisfy { ticket.output.contains(String($0)) })
            for failure in report.failedAssociations { #expect(ticket.output.contains(failure.resource.projectId ?? "?")) }
        }
        await simulator.stop()
    }
}
