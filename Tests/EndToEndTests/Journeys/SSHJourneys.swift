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
        try await Journey.travel(.willing(projects: 200), script: server.login(running: BuiltProgram.path)) { journey in
            let before = await journey.simulator.state().associations
            try await journey.sendEverything(heldAfter: 2)
            let program = try await journey.program()
            let session = try #require(ancestor(of: program, named: "sshd"))
            let client = try #require(journey.processes.all().first { ProcessFacts($0).program?.hasSuffix("/ssh") == true })
            #expect(kill(end == .server ? session : client, SIGKILL) == 0)
            try await journey.wait("the session to end") { !ProcessFacts(session).isRunning }
            try await journey.waitUntilHungUp(program)
            journey.simulator.release(.changes)
            try await journey.wait("the program to end") { !ProcessFacts(program).isRunning }
            #expect(await journey.simulator.state().associationCount > 0)
            try await journey.expectTruth(before)
            try await journey.expectResumed(before)
        }
    }

    private func ancestor(of process: Int32, named name: String) -> Int32? {
        var next = ProcessFacts(process).parent
        while let process = next, process > 1 {
            if ProcessFacts(process).program?.hasSuffix("/\(name)") == true { return process }
            next = ProcessFacts(process).parent
        }
        return nil
    }
}
