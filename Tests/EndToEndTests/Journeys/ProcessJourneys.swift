import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// The program as one process among others: in the background, under nohup, in a container.
@Suite(.serialized) struct ProcessJourneys {
    private static var slow: SimulatorOptions {
        var options = SimulatorOptions()
        options.latency = .seconds(60)
        return options
    }

    @Test(arguments: ["", "stty tostop; "]) func inTheBackgroundTheUISaysSoAndEnds(setting: String) async throws {
        let script = "\(setting)set -m; \(BuiltProgram.path) & wait $!; (exit $?)"
        try await Journey.travel(columns: 132, script: script) { journey in
            let screen = try await journey.terminal.wait(for: "left with 252")
            #expect(screen.joined().contains("was started in the background"))
        }
    }

    @Test(arguments: [SIGHUP, SIGINT]) func whatIsIgnoredStaysIgnoredThroughARun(signal: Int32) async throws {
        let script = """
            while [ ! -e in.csv ]; do sleep 0.05; done
            trap '' \(signal); \(BuiltProgram.path) disassociate --from in.csv --yes --allow-uncovered > out 2>&1
            """
        try await Journey.travel(.willing(projects: 200, latency: .milliseconds(50)), script: script) { journey in
            let before = await journey.simulator.state().associations
            let rows = before.map { "\($0.scanConfigurationArn),\($0.resource.projectId ?? "")\n" }.joined()
            try Data(("scanConfigurationArn,projectId\n" + rows).utf8).write(to: journey.home.file("in.csv"), options: .atomic)
            try await journey.wait("a call") { await !journey.changes().isEmpty }
            #expect(kill(try await journey.program(), signal) == 0)
            try await journey.terminal.wait(for: "left with 0")
            try await journey.expectFinished(before)
        }
    }

    @Test(.enabled(if: Container.canBeMade), arguments: [(SIGTERM, 143), (SIGINT, 130)] as [(Int32, Int32)])
    func asTheFirstProcessOfAContainerACommandEnds(signal: Int32, status: Int32) async throws {
        let script = "unshare --pid --fork \(BuiltProgram.path) list"
        try await Journey.travel(Self.slow, script: script) { journey in
            try await journey.wait("a call") { await !journey.simulator.calls().isEmpty }
            #expect(kill(try await journey.program(), signal) == 0)
            try await journey.terminal.wait(for: "left with \(status)")
        }
    }

    @Test(.enabled(if: Container.canBeMade)) func asTheFirstProcessOfAContainerTheUIEnds() async throws {
        try await Journey.travel(script: "unshare --pid --fork \(BuiltProgram.path)") { journey in
            try await journey.waitForListing()
            #expect(kill(try await journey.program(), SIGUSR1) == 0)
            try await journey.terminal.wait(for: "left with \(128 + SIGUSR1)")
        }
    }

    @Test func theSecondSIGTERMDoesNotWaitForTheRun() async throws {
        try await Journey.travel(.willing(projects: 200)) { journey in
            let count = try await journey.planEverything()
            var slow = FaultPlan()
            slow.calls.latency = .seconds(60)
            await journey.simulator.setFaults(slow)
            try await journey.terminal.press("\(count)", "Enter")
            try await journey.terminal.wait(for: "Disassociating")
            let process = try await journey.program()
            for _ in 0..<2 {
                kill(process, SIGTERM)
                try await journey.wait("the signal to be taken") { !HomeProcesses.hasPending(SIGTERM, process) }
            }
            try await journey.terminal.wait(for: "left with \(128 + SIGTERM)")
        }
    }
}

/// Process namespaces, which only root can make everywhere.
enum Container {
    static let canBeMade: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", "--pid", "--fork", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

extension HomeProcesses {
    /// Whether a signal was sent to the process that it has not taken yet: two of one kind become one.
    fileprivate static func hasPending(_ signal: Int32, _ process: Int32) -> Bool {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let pending = status.firstMatch(of: /ShdPnd:\s*([0-9a-f]+)/).flatMap { UInt64($0.1, radix: 16) } ?? 0
        return pending & 1 << UInt64(signal - 1) != 0
    }
}
