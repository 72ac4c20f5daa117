@testable import InspectorCore

/// One small file as people and programs write them, and what it names: `1:3` is the association of configuration 1 with project 3.
///
/// In the text, `$P3` is the id of project 3, `$U3` its UUID, `$C1` the ARN of configuration 1 and `$R3` the coverage's ARN of project 3.
struct InputCase: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    let given: [Int]
    /// The associations, or nothing for a file that is refused.
    let names: String?
    /// Lines and words of the refusal.
    let refusal: [(line: Int, words: String)]

    var description: String { name }

    /// A file that is taken.
    static func taken(_ name: String, _ text: String, given: [Int] = [], _ names: String) -> InputCase {
        InputCase(name: name, bytes: Array(filled(text).utf8), given: given, names: names, refusal: [])
    }

    /// A file of other bytes than UTF-8 that is taken.
    static func taken(_ name: String, bytes: [UInt8], given: [Int] = [], _ names: String) -> InputCase {
        InputCase(name: name, bytes: bytes, given: given, names: names, refusal: [])
    }

    /// A file that is refused, with these problems and no others.
    static func refused(_ name: String, _ text: String, given: [Int] = [], _ refusal: (Int, String)...) -> InputCase {
        InputCase(name: name, bytes: Array(filled(text).utf8), given: given, names: nil, refusal: refusal)
    }

    /// A file of other bytes that is refused.
    static func refused(_ name: String, bytes: [UInt8], given: [Int] = [], _ refusal: (Int, String)...) -> InputCase {
        InputCase(name: name, bytes: bytes, given: given, names: nil, refusal: refusal)
    }

    /// UTF-16 with or without a byte order mark.
    static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(filled(text).utf16)).flatMap { unit in
            isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    static func filled(_ text: String) -> String {
        var text = text
        for number in 0..<10 {
            text = text.replacing("$P\(number)", with: MadePlan.projectId(number))
                .replacing("$U\(number)", with: MadePlan.projectId(number).dropFirst(8)).replacing(
                    "$C\(number)", with: MadePlan.arn(number)
                )
                .replacing(
                    "$R\(number)",
                    with: "arn:aws:inspector2:us-east-1:123456789012:codesecurity-integration/0000/" + MadePlan.projectId(number))
        }
        return text
    }

    /// An account with two configurations; two projects of it have one name.
    static let account: Inventory = {
        var inventory = Inventory()
        let names = [(1, "mobile"), (2, "payments nightly")]
        inventory.apply(
            .configurations(
                names.map { ScanConfiguration(scanConfigurationArn: MadePlan.arn($0), name: $1, ownerAccountId: "123456789012") },
                isLast: true))
        for (configuration, projects) in [(1, [1, 2, 3, 5]), (2, [2, 4, 6])] {
            inventory.apply(
                .associations(
                    scanConfigurationArn: MadePlan.arn(configuration), projects.map { .projectId(MadePlan.projectId($0)) }, isLast: true))
        }
        let repositories = ["acme/ledger", "acme/web", "acme/twin", "acme/twin", "Team A/My repo", "@corp/api", "Größe/łódź"]
        inventory.apply(
            .coverage(
                repositories.enumerated().map { ProjectDetails(projectId: MadePlan.projectId($0.offset + 1), projectName: $0.element) }))
        inventory.apply(.finished)
        return inventory
    }()

    /// What the file names, or why it is refused.
    var result: Result<PlanInput, PlanInputError> {
        do throws(PlanInputError) {
            let table = try InputReader.read(bytes, name: "in")
            let context = PlanInputContext(account: "123456789012", region: "us-east-1")
            return .success(try table.input(in: Self.account, configurations: given.map(MadePlan.arn), context: context))
        } catch {
            return .failure(error)
        }
    }
}

extension PlanInput {
    /// The associations as the cases write them.
    var short: String {
        associations.map { association in
            "\(Self.number(association.scanConfigurationArn)):\(Self.number(association.resource.projectId ?? ""))"
        }.joined(separator: " ")
    }

    private static func number(_ id: String) -> Int { Int(id.suffix(4), radix: 16) ?? -1 }
}
