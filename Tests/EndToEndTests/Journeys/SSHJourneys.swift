import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The program at the far end of a real ssh connection that is cut while a run goes on.
@Suite(
    .serialized,
    .enabled(if: SSHServer.isInstalled || ProcessInfo.processInfo.environment["CI"] != nil, "needs openssh-server"))
struct SSHJourneys {
    enum End: CaseIterable {
        case server, client
    }

    @Test(arguments: End.allCases) func aCutConnectionIsRecordedAndResumed(end: End) async throws {
        let keys = try TemporaryFolder()
        let server = try await SSHServer.start(home: keys)
        defer { server.stop() }
        try await waitUntilListening(server)
        try await Journey.travel(
            .willing(projects: 200, latency: .milliseconds(300)), script: server.login(running: BuiltProgram.path)
        ) { journey in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(untilCalls: 2)
            let program = try await journey.program()
            let session = try #require(ancestor(of: program, named: "sshd"))
            let client = try #require(journey.processes.all().first { HomeProcesses.program(of: $0)?.hasSuffix("/ssh") == true })
            #expect(kill(end == .server ? session : client, SIGKILL) == 0)
            let cut = ContinuousClock.now
            try await journey.wait("the program to end") { !HomeProcesses.isRunning(program) }
            #expect(ContinuousClock.now - cut < .seconds(5))
            try await journey.wait("the session to end") { !HomeProcesses.isRunning(session) }
            #expect(await journey.simulator.state().associationCount > 0)
            try await journey.expectTruth(before)
            try await journey.expectResumed(before)
        }
    }

    private func waitUntilListening(_ server: SSHServer) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while !server.log.contains("Server listening") {
            guard ContinuousClock.now < deadline else { throw NotSeen(what: "sshd", screen: [server.log]) }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func ancestor(of process: Int32, named name: String) -> Int32? {
        var next = HomeProcesses.parent(of: process)
        while let process = next, process > 1 {
            if HomeProcesses.program(of: process)?.hasSuffix("/\(name)") == true { return process }
            next = HomeProcesses.parent(of: process)
        }
        return nil
    }
}
