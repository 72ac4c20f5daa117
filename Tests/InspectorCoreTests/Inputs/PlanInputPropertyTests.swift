import Foundation
import JSON
import TestSupport
import Testing

@testable import AWSClient
@testable import InspectorCore

/// What `--from` is given: damaged, cut off, or of another kind altogether. All of it is taken, or nothing.
@Suite struct PlanInputPropertyTests {
    private static let context = PlanInputContext(account: "123456789012", region: "us-east-1")
    private static let plan = MadePlan.plan(3, configurations: 2)
    private static let document = String(decoding: PlanDocument(plan).jsonDocument, as: UTF8.self)
    private static let samples = [
        document, "scanConfigurationArn,projectId\r\n\"\(MadePlan.arn(0))\",\(MadePlan.projectId(1))\r\n",
        "# ids\n\(MadePlan.projectId(1))\n\n\(MadePlan.projectId(2)) # why\n",
    ]

    /// Reads it by itself, and when that is refused as bare ids of a configuration.
    private static func read(_ bytes: [UInt8]) -> Result<PlanInput, PlanInputError> {
        let alone = read(bytes, configurations: [])
        if case .success = alone { return alone }
        return read(bytes, configurations: [MadePlan.arn(1)])
    }

    private static func read(_ bytes: [UInt8], configurations: [String]) -> Result<PlanInput, PlanInputError> {
        do throws(PlanInputError) {
            return .success(try PlanInput.read(bytes, name: "in", configurations: configurations, context: context))
        } catch {
            return .failure(error)
        }
    }

    @Test func whatIsTakenIsValidAndWhatIsRefusedHasItsLine() {
        let broken = Property.counterexample(2000) { random in
            let bytes = random.mutation(of: Self.samples)
            switch Self.read(bytes) {
            case .success(let input):
                for association in input.associations {
                    guard Identifiers.isScanConfigurationArn(association.scanConfigurationArn),
                        Identifiers.isProjectId(association.resource.projectId ?? ""),
                        Identifiers.region(ofArn: association.scanConfigurationArn) == "us-east-1"
                    else { return "took \(association)" }
                }
                return input.associations.isEmpty ? "took nothing" : nil
            case .failure(let error):
                let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                    .count
                for problem in error.problems where !(0...max(1, lines)).contains(problem.line) {
                    return "line \(problem.line) of \(lines)"
                }
                if error.problems.isEmpty { return "no problem is named" }
                let harm = error.sentence.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" }
                return harm.map { "a control character \($0.value): \(error.sentence)" }
            }
        }
        #expect(broken == nil)
    }

    @Test func aPlanThatIsCutOffAnywhereIsRefused() {
        let bytes = Array(Self.document.utf8)
        for length in 0..<bytes.count - 2 {
            guard case .failure = Self.read(Array(bytes[..<length])) else { return #expect(Bool(false), "taken after \(length) bytes") }
        }
        #expect(throws: Never.self) { try Self.read(bytes).get() }
    }

    @Test func aDryRunsDocumentComesBackWhateverItsNames() throws {
        let broken = try Property.counterexample(300) { random in
            var plan = MadePlan.plan(random.int(1..<40), configurations: random.int(1..<4))
            for index in plan.targets.indices { plan.targets[index].projectName = random.text() }
            plan.account = random.oneIn(3) ? nil : plan.account
            plan.warnings = random.list(upTo: 2) { .lastConfiguration(projects: [$0.text()]) }
            let input = try Self.read(PlanDocument(plan).jsonDocument).get()
            let isSame =
                input.associations == plan.targets.map(\.association) && input.account == plan.account && input.region == plan.region
            return isSame ? nil : "\(plan)"
        }
        #expect(broken == nil)
    }
}
