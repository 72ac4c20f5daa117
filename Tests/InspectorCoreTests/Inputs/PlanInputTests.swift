import InspectorCore
import JSON
import Testing

@Suite struct PlanInputTests {
    private let arn = MadePlan.arn(1)
    private let project = MadePlan.projectId(7)
    private var association: Association { MadePlan.association(7, configuration: 1) }

    private func read(
        _ text: String, configurations: [String] = [], account: String? = "123456789012", region: String? = "us-east-1"
    ) throws(PlanInputError) -> PlanInput {
        try PlanInput.read(
            Array(text.utf8), name: "in", configurations: configurations, context: PlanInputContext(account: account, region: region))
    }

    private func problems(_ text: String, configurations: [String] = []) -> [PlanInputProblem] {
        do throws(PlanInputError) {
            _ = try read(text, configurations: configurations)
            return []
        } catch {
            return error.problems
        }
    }

    private func item(_ arn: String, _ project: String) -> String {
        #"{"scanConfigurationArn":"\#(arn)","resource":{"projectId":"\#(project)"}}"#
    }

    private func document(_ items: [String], _ more: String = "") -> String {
        "{\(more)\n\"disassociateConfigurationRequests\":[\n" + items.joined(separator: ",\n") + "\n]}"
    }

    @Test func readsTheAPIsOwnShapeOfAnyLength() throws {
        let items = (0..<100).map { item(MadePlan.arn(0), MadePlan.projectId($0)) }
        #expect(try read(document(items)).associations == (0..<100).map { MadePlan.association($0) })
    }

    @Test func takesADryRunBack() throws {
        let plan = MadePlan.plan(30, configurations: 2)
        let text = String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self)
        let input = try read(text)
        #expect(input.associations == plan.targets.map(\.association))
        #expect((input.account, input.region) == ("123456789012", "us-east-1"))
    }

    @Test func refusesAPlanForAnotherAccountOrRegion() {
        let items = [item(arn, project)]
        #expect(problems(document(items, #""account":"210987654321","#)).first?.reason.contains("210987654321") == true)
        #expect(problems(document(items, #""region":"eu-west-1","#)).first?.reason.contains("eu-west-1") == true)
        #expect(problems(document(items, #""account":null,"#)).isEmpty)
        let abroad = arn.split(separator: "us-east-1").joined(separator: "eu-west-1")
        #expect(problems(document([item(abroad, project)])).map(\.line) == [3])
        let wholly = problems(document([item(abroad, project), item(abroad, project)], #""region":"eu-west-1","#))
        #expect(wholly.map(\.reason) == ["this plan is for region eu-west-1, and this session's region is us-east-1"])
    }

    @Test func aConfigurationOfAnotherAccountIsNamedByItsLine() {
        let theirs = arn.split(separator: "123456789012").joined(separator: "210987654321")
        let found = problems(document([item(arn, project), item(theirs, project)]))
        #expect(found.map(\.line) == [4])
        #expect(found.first?.reason.hasSuffix("belongs to account 210987654321, and this session's account is 123456789012") == true)
        let organization = "arn:aws:inspector2:us-east-1:210987654321:owner/o-abcdefghij" + arn.suffix(64)
        #expect(problems(document([item(organization, project)])).isEmpty, "an organization's carries its administrator's")
    }

    @Test func everyBadItemIsNamedByItsLine() {
        let text = document([item(arn, project), item("arn:bad", project), item(arn, "project-bad"), item(arn, project)])
        let found = problems(text)
        #expect(found.map(\.line) == [4, 5])
        #expect(found[0].reason.contains("arn:bad"))
        #expect(found[1].reason.contains("project-bad"))
    }

    @Test(arguments: [
        "{}", "[]", #"{"disassociateConfigurationRequests":{}}"#, #"{"disassociateConfigurationRequests":[]}"#,
        #"{"disassociateConfigurationRequests":[1]}"#, #"{"disassociateConfigurationRequests":[{"resource":{"projectId":"x"}}]}"#,
        #"{"disassociateConfigurationRequests":[]} x"#, #"{"disassociateConfigurationRequests":[],"#, #"{"a":1,"a":2}"#, "{", "\u{FEFF}",
        "",
        #"{"associateConfigurationRequests":[]}"#, #"{"a":"\ud800"}"#, #"{"a":01x}"#, "{\"a\":\"\n\"}",
    ]) func whatIsNotAPlanIsRefused(_ text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func membersThatTheServiceDoesNotKnowAreRefused() {
        let union = #"{"scanConfigurationArn":"\#(arn)","resource":{"projectId":"\#(project)","other":"x"}}"#
        #expect(problems(document([union])).first?.reason.contains("other") == true)
        let extra = #"{"scanConfigurationArn":"\#(arn)","resource":{"projectId":"\#(project)"},"note":1}"#
        #expect(problems(document([extra])).first?.reason.contains("note") == true)
    }

    @Test func nestingHasAnEnd() {
        #expect(problems(#"{"a":"# + String(repeating: "[", count: 100_000)).first?.reason.contains("deeply") == true)
    }

    @Test func escapesAreUnderstood() throws {
        let escaped = project.unicodeScalars.map { "\\u" + hexadecimal($0.value) }.joined()
        #expect(try read(document([item(arn, escaped)])).associations == [association])
    }

    private func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    @Test func readsCSVWithItsColumnsAnywhere() throws {
        let plain = "scanConfigurationArn,projectId\n\(arn),\(project)\n"
        let quoted = "\u{FEFF}\"note\",\"projectId\",\"scanConfigurationArn\"\r\n\"a,\"\"b\"\"\nc\",\"\(project)\",\"\(arn)\"\r\n\r\n"
        #expect(try read(plain).associations == [association])
        #expect(try read(quoted).associations == [association])
    }

    @Test func badCSVIsNamedByItsLine() {
        let header = "scanConfigurationArn,projectId\n"
        #expect(problems(header + "\(arn),\(project)\nx,y\n\(arn)\n").map(\.line) == [3, 4])
        #expect(problems(header + "\(arn),\(project)\nx,y\n\(arn),\(project)\n").map(\.line) == [3])
        #expect(problems("scanConfigurationArn,other\n").map(\.line) == [1])
        #expect(problems(header + "\"\(arn)\nx").map(\.line) == [2])
        #expect(problems(header + "\"\(arn)\"x,\(project)").map(\.line) == [2])
        #expect(problems("projectId,projectId,scanConfigurationArn\n").first?.reason.contains("more than one") == true)
    }

    @Test func readsBareIdsForEachConfiguration() throws {
        let text = "# clean-up of May\r\n\n  \(project)  # payments\n\(MadePlan.projectId(8))\n"
        let input = try read(text, configurations: [arn, MadePlan.arn(2)])
        #expect(input.associations.count == 4)
        #expect(input.associations.first == association)
        #expect(problems(text).first?.reason.contains("--configuration") == true)
        #expect(problems("\(project)\nacme/payments\n", configurations: [arn]).map(\.line) == [2])
    }

    @Test func whatNamesItsConfigurationsTakesNoOthers() {
        let reason = "this names its own configuration, as --configuration does: omit --configuration"
        let ofJSON = problems(document([item(arn, project)]), configurations: [MadePlan.arn(2)])
        #expect(ofJSON.map(\.line) == [3] && ofJSON.map(\.reason) == [reason])
        #expect(
            problems("scanConfigurationArn,projectId\n\(arn),\(project)\n", configurations: [arn]) == [
                PlanInputProblem(line: 2, column: "scanConfigurationArn", reason: reason + ", or the column")
            ])
    }

    @Test func problemsOfOneLineOfJSONAreToldApart() {
        let wrong = arn.replacing("codesecurity-configuration", with: "codesecurity-integration")
        let text =
            #"[{"scanConfigurationArn":"\#(wrong)","projectId":"\#(project)"},{"projectId":5},{"scanConfigurationArn":"\#(arn)","projectId":"x"}]"#
        let error = #expect(throws: PlanInputError.self) { try read(text) }
        func place(_ part: String) -> Int? {
            text.firstRange(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) + 1 }
        }
        let places = [2, place("{\"projectId\":5"), place("{\"scanConfigurationArn\":\"\(arn)")]
        #expect(error?.problems.map(\.position) == places, "\(error?.sentence ?? "")")
        #expect(error?.sentence.contains("in, line 1, column 2: \"\(wrong)\" is not the ARN") == true, "all of it")
        #expect(error?.problems[1].reason == "\"projectId\" is a number, and names nothing")
        let cut = problems("[\"\(project)\" \"x\"]", configurations: [arn])
        #expect(cut.map(\.position) == [48] && cut[0].reason == "a comma or ] is missing after this")
    }

    @Test func manyProblemsAreCounted() {
        let text = (0..<50).map { "bad-\($0)" }.joined(separator: "\n")
        let error = #expect(throws: PlanInputError.self) { try read(text, configurations: [arn]) }
        #expect(error?.problems.count == 20)
        #expect(error?.left == 30)
        #expect(error?.sentence.contains("in, line 1: \"bad-0\"") == true)
        #expect(error?.sentence.contains("30 more problems") == true)
    }

    @Test func bytesThatAreNotTextAreNamedByTheirLine() {
        let error = #expect(throws: PlanInputError.self) {
            try PlanInput.read(
                Array(project.utf8) + [0x0A, 0xFF], name: "in", configurations: [arn], context: PlanInputContext(account: nil, region: nil))
        }
        #expect(error?.problems.map(\.line) == [2])
    }

    @Test func anEmptyInputIsSaidToBe() {
        let error = #expect(throws: PlanInputError.self) {
            try PlanInput.read([], name: "/dev/null", context: PlanInputContext(account: nil, region: nil))
        }
        #expect(error?.sentence.hasPrefix("/dev/null: it is empty\n") == true)
    }
}
