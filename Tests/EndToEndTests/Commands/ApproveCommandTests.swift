import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport
import Testing

/// One person plans, another one approves, a third one sends: `approve` and `--approved` of the built program.
@Suite(.serialized) struct ApproveCommandTests {
    /// A simulator with the keys of two users, a home, and the plan that the first has made.
    private struct Office {
        let simulator: Simulator
        let home: TemporaryFolder
        let ada: [String: String]
        let grace: [String: String]
        let plan: String

        func path(_ name: String) -> String { home.file(name).path }

        /// Runs a command as a user.
        func run(_ arguments: [String], as user: [String: String]) async throws -> ProgramResult {
            try await BuiltProgram.run(arguments, environment: user, home: home)
        }

        /// Has a user approve the plan in a terminal, and answer.
        /// - Parameter answer: nil is the number that is asked for.
        func approve(as user: [String: String], answer: String? = nil, _ more: String = "") async throws -> [String] {
            let terminal = try await TmuxTerminal(
                columns: 160, rows: 60, environment: user, home: home, command: "'\(BuiltProgram.path)' approve '\(plan)' \(more)")
            let question = try await terminal.wait("the question") {
                $0.contains { $0.contains("to approve; anything else approves nothing") }
            }
            let number = question.compactMap { $0.firstMatch(of: #/Type ([0-9]+), /#)?.1 }.first.map(String.init)
            try await terminal.press(answer ?? (try #require(number)), "Enter")
            let screen = try await terminal.wait("the end") { $0.contains { $0.contains("left with") } }
            try await terminal.close()
            return screen
        }

        func sent() async -> Int { await simulator.calls().count { $0.operation.hasPrefix("Batch") } }
    }

    private func withOffice(
        _ command: [String] = ["disassociate", "--configuration", "scan-0002"], sharing: Int = 4, _ body: (Office) async throws -> Void
    ) async throws {
        var options = SimulatorOptions.willing(projects: 8)
        options.sharing = sharing
        let second = options.addKey(userName: "Grace")
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        let ada = simulator.environment
        let grace = ada.merging(Dictionary(uniqueKeysWithValues: second.environment)) { _, new in new }
        do {
            let dry = try await BuiltProgram.run(command + ["--dry-run", "--output", "json"], environment: ada, home: home)
            #expect(dry.status == 0, "\(dry.errors)")
            let plan = try home.write("plan.json", dry.output)
            try await body(Office(simulator: simulator, home: home, ada: ada, grace: grace, plan: plan))
        } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    private let consent = ["--allow-uncovered", "--output", "json"]

    @Test func whatOnePersonApprovedAnotherOneSends() async throws {
        try await withOffice { office in
            let screen = try await office.approve(as: office.ada, answer: "8")
            #expect(screen.contains { $0.contains("Approved ") } && screen.contains { $0.contains("left with 0") })
            let approval = office.path("plan.approval.json")
            let own = try await office.run(["disassociate", "--from", office.plan, "--approved", approval] + consent, as: office.ada)
            #expect(own.status == 252 && own.errors.contains("has approved this plan, so somebody else has to send it"), "\(own.errors)")
            #expect(await office.sent() == 0)

            let sent = try await office.run(["disassociate", "--from", office.plan, "--approved", approval] + consent, as: office.grace)
            #expect(sent.status == 0, "\(sent.errors)")
            let run = try PrintedRun(sent.output)
            #expect(run.successfulAssociations.count == 8 && sent.output.contains(#""approver""#))
            let shown = try await office.run(["show", run.runId], as: office.grace)
            #expect(shown.output.contains("Approved by arn:aws:iam::123456789012:user/OpsAdmin, 20"), "\(shown.output)")
            let ticket = try await office.run(["show", run.runId, "--output", "markdown"], as: office.grace)
            #expect(ticket.output.contains("Approved by"))
            let journal = try String(contentsOfFile: run.journal ?? "", encoding: .utf8)
            #expect(journal.contains(#""approval":{"approvedAt""#) && journal.contains("user/Grace"))
        }
    }

    @Test func anotherNumberApprovesNothingAndAFileIsNotReplaced() async throws {
        try await withOffice { office in
            let refused = try await office.approve(as: office.ada, answer: "7")
            #expect(refused.contains { $0.contains("Nothing was approved.") } && refused.contains { $0.contains("left with 130") })
            #expect(!FileManager.default.fileExists(atPath: office.path("plan.approval.json")))
            try office.home.write("plan.approval.json", "mine")
            let result = try await office.run(["approve", office.plan], as: office.ada)
            #expect(result.status == 252 && result.errors.contains("exists already"), "\(result.errors)")
            let nobody = try await office.run(["approve", office.plan, "--approval", office.path("a.json")], as: office.ada)
            #expect(nobody.status == 252 && nobody.errors.contains("Not a terminal"), "\(nobody.errors)")
            #expect(try String(contentsOfFile: office.path("plan.approval.json"), encoding: .utf8) == "mine")
        }
    }

    @Test func aPlanOrAnAccountThatChangedIsNotSent() async throws {
        try await withOffice { office in
            _ = try await office.approve(as: office.ada, answer: "8")
            let approval = office.path("plan.approval.json")
            let other = try await office.run(
                ["disassociate", "--configuration", "scan-0001", "--approved", approval] + consent, as: office.grace)
            #expect(other.status == 252 && other.errors.contains("is not the one that was approved"), "\(other.errors)")
            let fewer = try String(contentsOfFile: office.plan, encoding: .utf8).replacing(
                /project-[0-9a-f]/, with: "project-f", maxReplacements: 1)
            try office.home.write("changed.json", fewer)
            let changed = try await office.run(["approve", office.path("changed.json")], as: office.ada)
            #expect(changed.status == 252, "\(changed.errors)")
            let state = await office.simulator.state()
            let arn = try #require(state.configurations.first { $0.name == "scan-0002" }).scanConfigurationArn
            let gone = Array(state.associations.filter { $0.scanConfigurationArn == arn }.prefix(1))
            await office.simulator.otherOperator(disassociates: gone)
            let late = try await office.run(["disassociate", "--from", office.plan, "--approved", approval] + consent, as: office.grace)
            #expect(late.status == 252 && late.errors.contains("that had 8 associations, and this one has 7"), "\(late.errors)")
            let again = try await office.run(["approve", office.plan, "--approval", office.path("b.json")], as: office.ada)
            #expect(again.status == 252 && again.errors.contains("the plan is not the one of its digest"), "\(again.errors)")
            #expect(await office.sent() == 0)
        }
    }

    @Test func withoutSTSNobodyApprovesOrSends() async throws {
        try await withOffice { office in
            _ = try await office.approve(as: office.ada, answer: "8")
            await office.simulator.setFaults(try FaultPlan(parsing: ["sts-unreachable-after=0"]))
            let sent = try await office.run(
                ["disassociate", "--from", office.plan, "--approved", office.path("plan.approval.json")] + consent, as: office.grace)
            #expect(sent.status == 252 && sent.errors.contains("Who sends the plan is not known"), "\(sent.errors)")
            let approved = try await office.run(["approve", office.plan, "--approval", office.path("c.json")], as: office.ada)
            #expect(approved.status == 252 && approved.errors.contains("Who approves is not known"), "\(approved.errors)")
            #expect(await office.sent() == 0)
        }
    }

    @Test func anApprovalIsNoConsentToLoseCoverage() async throws {
        var options = SimulatorOptions.willing(projects: 4)
        options.sharing = 1
        let second = options.addKey(userName: "Grace")
        let simulator = try await Simulator.start(options)
        let home = try TemporaryFolder()
        let dry = try await BuiltProgram.run(
            ["disassociate", "--configuration", "scan-0002", "--dry-run", "--output", "json"], environment: simulator.environment,
            home: home)
        let plan = try home.write("plan.json", dry.output)
        let grace = simulator.environment.merging(Dictionary(uniqueKeysWithValues: second.environment)) { _, new in new }
        let office = Office(simulator: simulator, home: home, ada: simulator.environment, grace: grace, plan: plan)
        _ = try await office.approve(as: office.ada, answer: "4")
        let approved = ["disassociate", "--from", plan, "--approved", office.path("plan.approval.json")]
        let alone = try await office.run(approved, as: grace)
        #expect(alone.status == 252 && alone.errors.contains("--approved alone does not send 4 projects"), "\(alone.errors)")
        let kept = try await office.run(approved + ["--keep-coverage"], as: grace)
        #expect(kept.status == 252 && kept.errors.contains("cannot be combined"), "\(kept.errors)")
        let told = try await office.run(approved + ["--allow-uncovered"], as: grace)
        #expect(told.status == 0, "\(told.errors)")
        await simulator.stop()
    }

    @Test func aFileThatIsNoApprovalIsRefusedBeforeAnyCall() async throws {
        try await withOffice { office in
            let before = await office.simulator.calls().count
            for text in ["", "{}", #"{"version":9}"#] {
                let path = try office.home.write("bad.json", text)
                let result = try await office.run(["disassociate", "--from", office.plan, "--approved", path] + consent, as: office.grace)
                #expect(result.status == 252 && result.errors.contains("It is no approval of this version"), "\(result.errors)")
            }
            #expect(await office.simulator.calls().count == before)
        }
    }

    @Test(arguments: [
        ["move", "--to", "scan-0001", "--configuration", "scan-0002"],
        ["associate", "--configuration", "scan-0001", "--filter", "in:1"],
    ]) func plansOfOtherActionsAreApprovedToo(_ command: [String]) async throws {
        try await withOffice(command, sharing: 1) { office in
            let screen = try await office.approve(as: office.ada)
            #expect(screen.contains { $0.contains("left with 0") }, "\(screen)")
            let sent = try await office.run(
                [command[0], "--from", office.plan, "--approved", office.path("plan.approval.json"), "--output", "json"], as: office.grace)
            #expect(sent.status == 0, "\(sent.errors)")
            #expect(try PrintedRun(sent.output).successfulAssociations.count >= 8)
        }
    }
}
