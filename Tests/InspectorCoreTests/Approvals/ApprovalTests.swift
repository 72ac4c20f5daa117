import FoundationEssentials
import JSON
import Testing

@testable import InspectorCore

/// What an approval covers, and what it does not.
@Suite struct ApprovalTests {
    private static let approver = "arn:aws:iam::123456789012:user/Ada"
    private static let sender = "arn:aws:iam::123456789012:user/Grace"

    private func draft(_ plan: Plan, uncovered: Bool = false) -> PlanDraft {
        var inventory = Inventory()
        inventory.apply(
            .configurations(
                plan.scanConfigurationArns.sorted().map {
                    ScanConfiguration(scanConfigurationArn: $0, name: $0, ownerAccountId: "123456789012")
                }
                    + [ScanConfiguration(scanConfigurationArn: MadePlan.arn(90), name: "other", ownerAccountId: "123456789012")],
                isLast: true))
        for arn in plan.scanConfigurationArns {
            let resources = plan.targets.filter { $0.association.scanConfigurationArn == arn }.map(\.association.resource)
            inventory.apply(.associations(scanConfigurationArn: arn, resources, isLast: true))
        }
        inventory.apply(
            .associations(scanConfigurationArn: MadePlan.arn(90), uncovered ? [] : plan.targets.map(\.association.resource), isLast: true))
        inventory.apply(.finished)
        let facts = PlanFacts(
            inventory: inventory, alreadyDone: [], account: plan.account, region: plan.region, caller: Self.sender,
            now: 0)
        return Planner(facts: facts).draft(plan.action, targets: plan.targets)
    }

    private func approval(_ draft: PlanDraft, by arn: String = approver) throws -> Approval {
        try #require(Approval(of: draft, by: (arn, "123456789012"), at: Date(timeIntervalSince1970: 0)))
    }

    @Test func theDigestDoesNotDependOnTheOrderAndOnNames() throws {
        let plan = MadePlan.plan(40, configurations: 3)
        var other = plan
        other.targets.reverse()
        for place in other.targets.indices { other.targets[place].projectName = "name" }
        (other.caller, other.warnings) = ("somebody", [.namesMissing])
        #expect(PlanDigest(plan) == PlanDigest(other))
        #expect(PlanDigest(plan)?.text.count == 64)
    }

    @Test func theDigestIsTheDocumentedOne() throws {
        // printf 'scanconfig plan 1\naccount 123456789012\nregion us-east-1\naction disassociate\ndisassociate {…}\n' | sha256sum
        let plan = MadePlan.plan(1)
        let line = #"disassociate {"resource":{"projectId":"\#(MadePlan.projectId(0))"},"scanConfigurationArn":"\#(MadePlan.arn(0))"}"#
        let text = "scanconfig plan 1\naccount 123456789012\nregion us-east-1\naction disassociate\n\(line)\n"
        #expect(PlanDigest(plan)?.text == FileDigest.sha256(Array(text.utf8)))
    }

    @Test func theDigestTellsEverythingThatIsSentApart() throws {
        let plan = MadePlan.plan(3, configurations: 2)
        var plans = [plan, MadePlan.plan(2, configurations: 2), MadePlan.plan(3), MadePlan.plan(3, configurations: 2, action: .associate)]
        plans.append(plan)
        plans[4].region = "eu-west-1"
        plans.append(plan)
        plans[5].account = "210987654321"
        plans.append(plan)
        plans[6].action = .move
        plans.append(plans[6])
        plans[7].targets[0].change = .associate
        #expect(Set(plans.compactMap { PlanDigest($0) }).count == plans.count)
    }

    @Test func withoutAnAccountThereIsNone() {
        let plan = Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: [], warnings: [])
        #expect(PlanDigest(plan) == nil)
    }

    @Test func itLetsAnotherPersonSendThePlan() throws {
        let draft = draft(MadePlan.plan(3))
        let approval = try approval(draft)
        #expect(approval.refusal(of: draft, sender: Self.sender) == nil)
        #expect(approval.refusal(of: draft, sender: nil) == .unknownSender)
        #expect(approval.refusal(of: draft, sender: Self.approver) == .samePerson(approver: Self.approver, sender: Self.approver))
    }

    @Test func itLetsNoOtherPlanBeSent() throws {
        let approval = try approval(draft(MadePlan.plan(3)))
        #expect(approval.refusal(of: draft(MadePlan.plan(2)), sender: Self.sender) == .targets(approved: 3, plan: 2))
        var plan = MadePlan.plan(3)
        plan.region = "eu-west-1"
        #expect(approval.refusal(of: draft(plan), sender: Self.sender) == .region(approved: "us-east-1", plan: "eu-west-1"))
        plan = MadePlan.plan(3)
        plan.account = "210987654321"
        #expect(approval.refusal(of: draft(plan), sender: Self.sender) == .account(approved: "123456789012", plan: "210987654321"))
    }

    @Test func whatTheApproverWasNotShownAsUncoveredIsNotSent() throws {
        let plan = MadePlan.plan(3)
        let approved = try approval(draft(plan))
        #expect(approved.refusal(of: draft(plan, uncovered: true), sender: Self.sender) == .uncovered(projects: 3))
        let informed = try approval(draft(plan, uncovered: true))
        #expect(informed.uncovered.count == 3)
        #expect(informed.refusal(of: draft(plan, uncovered: true), sender: Self.sender) == nil)
    }

    @Test(arguments: [
        ("arn:aws:iam::1:user/a", "arn:aws:iam::1:user/a", true),
        ("arn:aws:iam::1:user/a", "arn:aws:iam::1:user/b", false),
        ("arn:aws:iam::1:user/a", "arn:aws:iam::2:user/a", true),
        ("arn:aws:sts::1:assumed-role/Ops/ada", "arn:aws:sts::1:assumed-role/Ops/ada", true),
        ("arn:aws:sts::1:assumed-role/Ops/ada", "arn:aws:sts::1:assumed-role/Ops/grace", false),
        ("arn:aws:sts::1:assumed-role/Ops/ada", "arn:aws:sts::1:assumed-role/Dev/Ada", true),
        ("arn:aws:iam::1:user/ada", "arn:aws:sts::1:assumed-role/Ops/ada", true),
        ("arn:aws:iam::1:user/team/ada", "arn:aws:sts::1:federated-user/ada", true),
        ("arn:aws:sts::1:assumed-role/Ops/cli-20261128T100000Z", "arn:aws:sts::1:assumed-role/Ops/cli-20261128T110000Z", true),
        ("arn:aws:sts::1:assumed-role/Ops/session-1700000000", "arn:aws:sts::1:assumed-role/Ops/session-1800000000", true),
        ("arn:aws:sts::1:assumed-role/Ops/user1", "arn:aws:sts::1:assumed-role/Ops/user2", false),
        ("arn:aws:sts::1:assumed-role/AWSReservedSSO_Admin_1/ada@x", "arn:aws:sts::2:assumed-role/AWSReservedSSO_Read_2/Ada@x", true),
        ("arn:aws:sts::1:assumed-role/AWSReservedSSO_Admin_1/ada@x", "arn:aws:sts::1:assumed-role/AWSReservedSSO_Admin_1/grace@x", false),
        ("arn:aws:iam::1:root", "arn:aws:iam::1:root", true),
    ]) func onePersonIsOne(_ one: String, _ other: String, _ areSame: Bool) {
        #expect((CallerPerson(one) == CallerPerson(other)) == areSame)
    }

    @Test func itsFileIsReadBack() throws {
        let approval = try approval(draft(MadePlan.plan(3), uncovered: true))
        let read = try JSONReader.read(approval.jsonDocument) { json throws(JSONError) in try Approval(&json) }
        #expect(read == approval)
        #expect(read.approvedAt == "1970-01-01T00:00:00.000Z")
    }

    @Test(arguments: ["{}", "[]", #"{"version":2}"#, #"{"version":1}"#, #"{"version":1,"digest":"00"}"#]) func whatIsNoApprovalIsRefused(
        _ text: String
    ) {
        #expect(throws: JSONError.self) { try JSONReader.read(Array(text.utf8)) { json throws(JSONError) in try Approval(&json) } }
    }

    @Test func theJournalKeepsIt() throws {
        var plan = MadePlan.plan(2)
        plan.approval = PlanApproval(approver: Self.approver, approvedAt: "t", digest: "d")
        var json = JSONWriter()
        JournalPlan(plan).write(to: &json)
        let read = try JSONReader.read(json.bytes) { json throws(JSONError) in try JournalPlan(&json).plan }
        #expect(read == plan)
        let report = RunReport(runId: "r", journal: nil, plan: plan, outcomes: [.succeeded, .succeeded])
        #expect(Ticket(report).markdown.contains(Self.approver))
        #expect(String(decoding: RunDocument(report).jsonDocument, as: UTF8.self).contains("\"approver\""))
    }

    @Test func whoApprovedDoesNotResume() {
        let approval = PlanApproval(approver: Self.approver, approvedAt: "t", digest: "d")
        #expect(approval.resumeRefusal(of: Self.sender) == nil)
        #expect(approval.resumeRefusal(of: Self.approver) != nil && approval.resumeRefusal(of: nil) != nil)
    }

    /// The plan of several sessions is approved, and sent, as a whole.
    @Test func approvalsOfSeveralSessionsAreReadBackAndBelongTogether() throws {
        let plan = MadePlan.plan(2)
        var abroad = plan
        abroad.region = "eu-west-1"
        let all = Approvals([try approval(draft(plan)), try approval(draft(abroad))], isOfSeveral: true)
        let read = try JSONReader.read(all.jsonDocument) { json throws(JSONError) in try Approvals(&json) }
        #expect(read == all && read.isOfSeveral)
        #expect(all.approval(account: plan.account, region: "eu-west-1")?.region == "eu-west-1")
        #expect(all.approval(account: "210987654321", region: "eu-west-1") == nil)
        #expect(all.missing(among: [plan]).map(\.region) == ["eu-west-1"] && all.missing(among: [abroad, plan]).isEmpty)
        let one = Approvals([all.all[0]], isOfSeveral: false)
        #expect(one.jsonDocument == all.all[0].jsonDocument)
        #expect(try JSONReader.read(one.jsonDocument) { json throws(JSONError) in try Approvals(&json) } == one)
    }

    @Test func thePlansOfAFileAreReadWithTheirSessions() throws {
        let document = FleetDocument<PlanDocument>([
            .document(PlanDocument(MadePlan.plan(3))), .failed(profile: "b", region: "eu-west-1", error: "denied"),
        ])
        let stamps = try JSONReader.read(document.jsonDocument) { json throws(JSONError) in try PlanStamps(&json) }
        #expect(stamps.isOfSeveral && stamps.all.map(\.count) == [3] && stamps.all[0].region == "us-east-1")
        #expect(stamps.all[0].refusal(of: MadePlan.plan(3)) == nil)
        let one = try JSONReader.read(PlanDocument(MadePlan.plan(3)).jsonDocument) { json throws(JSONError) in try PlanStamps(&json) }
        #expect(!one.isOfSeveral && one.all == stamps.all)
    }
}
