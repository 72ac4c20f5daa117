import JSON
import TestSupport
import Testing

@testable import InspectorCore

/// An input that several sessions share: whose session each row belongs to.
@Suite struct InputSessionsTests {
    private static let accounts = ["123456789012", "210987654321"]
    private static let sessions = [
        PlanInputContext(account: accounts[0], region: "us-east-1"), PlanInputContext(account: accounts[1], region: "us-east-1"),
        PlanInputContext(account: accounts[0], region: "eu-west-1"),
    ]

    /// The ARN of the configuration as a session would have it.
    private func arn(_ session: Int, _ number: Int = 0, owner: String? = nil) -> String {
        let account = Self.sessions[session].account ?? ""
        let id = MadePlan.arn(number).split(separator: "/").last ?? ""
        return
            "arn:aws:inspector2:\(Self.sessions[session].region ?? ""):\(account):owner/\(owner ?? account)/codesecurity-configuration/\(id)"
    }

    private func table(_ text: String, _ action: RunAction = .disassociate) throws(PlanInputError) -> InputTable {
        try InputReader.read(Array(text.utf8), name: "in", for: action)
    }

    private func parts(_ text: String, _ sessions: [PlanInputContext] = sessions) throws(PlanInputError) -> [[Association]] {
        var all: [[Association]] = []
        for (session, part) in zip(sessions, try table(text).parts(for: sessions)) {
            all.append(part.namesNothing ? [] : try part.input(in: Inventory(), configurations: [], context: session).associations)
        }
        return all
    }

    private func problems(_ text: String, _ sessions: [PlanInputContext] = sessions) -> [PlanInputProblem] {
        do throws(PlanInputError) {
            _ = try table(text).parts(for: sessions)
            return []
        } catch {
            return error.problems
        }
    }

    private func csv(_ rows: [(String, Int)]) -> String {
        "scanConfigurationArn,projectId\n" + rows.map { "\($0.0),\(MadePlan.projectId($0.1))\n" }.joined()
    }

    @Test func aRowBelongsToTheSessionOfItsARN() throws {
        let parts = try parts(csv([(arn(1), 1), (arn(0), 2), (arn(2), 3), (arn(1, 7), 4), (arn(0), 5)]))
        #expect(parts.map { $0.map(\.resource.projectId) } == [[2, 5], [1, 4], [3]].map { $0.map(MadePlan.projectId) })
        #expect(parts[1].map(\.scanConfigurationArn) == [arn(1), arn(1, 7)])
    }

    @Test func aRowOfNoSessionIsRefusedByItsLineAndNamed() {
        let foreign = arn(0).replacing("us-east-1", with: "us-west-2")
        let found = problems(csv([(arn(0), 1), (foreign, 2), (foreign, 3)]))
        #expect(found.map(\.line) == [3])
        #expect(found[0].reason.contains("is of account 123456789012, region us-west-2, and no session is"), "\(found)")
        #expect(found[0].reason.contains("us-west-2:123456789012"))
        #expect(problems(csv([(arn(2), 1)]), Array(Self.sessions.prefix(2))).count == 1)
    }

    /// Its ARN alone does not outvote what a document says of itself.
    @Test func aDocumentOfAnotherAccountOrRegionThanItsARNsIsRefused() {
        let item = #"{"scanConfigurationArn":"\#(arn(0))","resource":{"projectId":"\#(MadePlan.projectId(1))"}}"#
        let account = problems(#"{"account":"999999999999","associations":[\#(item)]}"#)
        #expect(account.first?.reason.contains("for account 999999999999, and its scan configuration is of account") == true, "\(account)")
        let region = problems(#"{"region":"us-west-2","associations":[\#(item)]}"#)
        #expect(region.first?.reason.contains("for region us-west-2, and its scan configuration is of region") == true, "\(region)")
    }

    @Test func aListingOfAnotherAccountIsRefusedInOneSessionToo() throws {
        let resource = #"{"resource":{"projectId":"\#(MadePlan.projectId(1))"}}"#
        let text = #"{"account":"999999999999","scanConfigurationArn":"\#(arn(0))","associations":[\#(resource)]}"#
        let error = #expect(throws: PlanInputError.self) {
            try table(text).input(in: Inventory(), configurations: [], context: Self.sessions[0])
        }
        #expect(error?.sentence.contains("999999999999") == true, "\(error?.sentence ?? "")")
    }

    @Test func namesAndBareIdsTellNoSession() {
        let name = problems(csv([("mobile", 1)]))
        #expect(name.first?.reason.contains("\"mobile\" is no ARN, and among several sessions only an ARN tells") == true, "\(name)")
        let bare = problems("\(MadePlan.projectId(1))\n\(MadePlan.projectId(2))\n")
        #expect(bare.map(\.line) == [1])
        #expect(bare.first?.reason.contains("no scan configuration is named here, nor on 1 more row") == true, "\(bare)")
    }

    @Test func anOrganizationsConfigurationBelongsToTheOneSessionOfItsRegion() throws {
        let organization = arn(2, owner: "o-abcdefghij")
        #expect(try parts(csv([(organization, 1)]))[2].count == 1)
        let unclear = problems(csv([(arn(0, owner: "o-abcdefghij"), 1)]))
        #expect(unclear.first?.reason.contains("is an organization's, and several accounts are open in us-east-1") == true, "\(unclear)")
    }

    private func plan(_ session: Int, _ targets: [Int]) -> Plan {
        Plan(
            action: .disassociate, account: Self.sessions[session].account, region: Self.sessions[session].region ?? "", caller: nil,
            targets: targets.map {
                PlanTarget(association: Association(scanConfigurationArn: arn(session), resource: .projectId(MadePlan.projectId($0))))
            }, warnings: [])
    }

    private func document(_ entries: [FleetEntry<PlanDocument>]) -> String {
        String(decoding: FleetDocument(entries).jsonDocument, as: UTF8.self)
    }

    @Test func aPlanOfSeveralSessionsIsTakenBack() throws {
        let text = document([
            .document(PlanDocument(plan(1, [1, 2]))), .failed(profile: "x", region: "us-west-2", error: "denied"),
            .document(PlanDocument(plan(0, [3]))),
        ])
        #expect(try parts(text).map(\.count) == [1, 2, 0])
        #expect(try parts(text)[1] == plan(1, [1, 2]).targets.map(\.association))
        let (missing, first) = (problems(text, [Self.sessions[0]]), plan(1, [1]))
        #expect(missing.first?.reason.contains("account \(first.account ?? ""), region us-east-1, and no session is") == true, "\(missing)")
    }

    /// One session takes only a document of its own.
    @Test func oneSessionRefusesThePlanOfSeveral() throws {
        let table = try table(document([.document(PlanDocument(plan(0, [3]))), .document(PlanDocument(plan(1, [1])))]))
        let error = #expect(throws: PlanInputError.self) {
            try table.input(in: Inventory(), configurations: [], context: Self.sessions[0])
        }
        #expect(error?.problems.first?.reason.contains("this is of several sessions") == true)
        let own = try self.table(document([.document(PlanDocument(plan(0, [3])))]))
        #expect(try own.input(in: Inventory(), configurations: [], context: Self.sessions[0]).associations.count == 1)
    }

    /// What rows say beside their project goes along with them.
    @Test func detailsStayWithTheirRows() throws {
        let text =
            "scanConfigurationArn,projectId,region\n\(arn(0)),\(MadePlan.projectId(1)),\n\(arn(2)),\(MadePlan.projectId(2)),us-east-1\n"
        let part = try table(text).parts(for: Self.sessions)[2]
        let error = #expect(throws: PlanInputError.self) {
            try part.input(in: Inventory(), configurations: [], context: Self.sessions[2])
        }
        #expect(error?.problems.map(\.line) == [3])
    }

    @Test func rowsLeftOutAreCountedOnce() throws {
        var table = try table(csv([(arn(1), 1)]))
        table.leftOut = 4
        #expect(try table.parts(for: Self.sessions).map(\.leftOut) == [0, 4, 0])
    }
}
