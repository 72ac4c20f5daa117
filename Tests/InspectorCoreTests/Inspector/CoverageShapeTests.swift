import JSON
import TestSupport
import Testing

@testable import InspectorCore

/// Rows of ListCoverage: all that is read of them, and what cannot be read costs only itself.
@Suite struct CoverageShapeTests {
    /// A row with every fact, each written by its path.
    private static let row: JSONValue = .object([
        "resourceId": .string("arn:aws:inspector2:us-east-1:123456789012:codesecurity-integration/u/\(MadePlan.projectId(1))"),
        "resourceType": .string("CODE_REPOSITORY"), "accountId": .string("210987654321"), "scanType": .string("CODE"),
        "lastScannedAt": .number("1700000000.125"), "provider": .string("AWS"), "providerAccountId": .string("345678901234"),
        "providerOrgId": .string("o-acme4scan7"), "providerRegion": .string("eu-west-1"), "providerPartition": .string("aws"),
        "scanStatus": .object(["statusCode": .string("INACTIVE"), "reason": .string("ACCESS_DENIED")]),
        "resourceMetadata": .object([
            "codeRepository": .object([
                "projectName": .string("acme/ledger"), "providerType": .string("GITHUB"), "providerTypeVisibility": .string("PRIVATE"),
                "integrationArn": .string("arn:i"), "lastScannedCommitId": .string("c0ffee"),
                "onDemandScan": .object([
                    "lastScannedCommitId": .string("decade"), "lastScanAt": .number("1.7e9"),
                    "scanStatus": .object(["statusCode": .string("ACTIVE"), "reason": .string("SUCCESSFUL")]),
                ]),
            ])
        ]),
    ])

    private static func read(_ row: JSONValue) throws(JSONError) -> CoveredResource { try CoveredResource(json: row.json) }

    private static func details(_ row: JSONValue) throws -> ProjectDetails { try #require(ProjectDetails(try read(row))) }

    private static let all = ProjectDetails(
        projectId: MadePlan.projectId(1), projectName: "acme/ledger",
        words: [
            .statusCode: "INACTIVE", .reason: "ACCESS_DENIED", .provider: "GITHUB", .visibility: "PRIVATE", .account: "210987654321",
            .integration: "arn:i", .onDemandStatusCode: "ACTIVE", .onDemandReason: "SUCCESSFUL", .cloud: "AWS",
            .cloudAccount: "345678901234", .organization: "o-acme4scan7", .cloudRegion: "eu-west-1",
        ], lastScan: .at(1_700_000_000), lastCommit: "c0ffee", onDemandScan: .at(1_700_000_000), onDemandCommit: "decade")

    @Test func everyFactOfARowIsRead() throws {
        #expect(try Self.details(Self.row) == Self.all)
        #expect(Self.all.words.count == ScanFact.allCases.count)
    }

    @Test func wordsThatNobodyKnowsYetSurvive() throws {
        let row = Self.row.setting(["scanStatus", "reason"], to: .string("Waiting for Ünïcode\u{1B}[31m"))
        #expect(try Self.details(row).words[.reason] == "Waiting for Ünïcode\u{1B}[31m")
    }

    @Test func aRowWithoutFactsIsAProjectThatWasNeverScanned() throws {
        let row = JSONValue.object(["resourceId": .string("x/\(MadePlan.projectId(1))")])
        #expect(try Self.details(row) == ProjectDetails(projectId: MadePlan.projectId(1), projectName: nil))
    }

    static let dates: [(String, ScanTime)] = [
        ("1700000000", .at(1_700_000_000)), ("1700000000.999", .at(1_700_000_000)), ("1.7E9", .at(1_700_000_000)), ("0", .at(0)),
        (#""1700000000.5""#, .at(1_700_000_000)), (#""2023-11-14T22:13:20Z""#, .at(1_700_000_000)),
        (#""2023-11-14T22:13:20.250+00:00""#, .at(1_700_000_000)), (#""2023-11-15T00:13:20+02:00""#, .at(1_700_000_000)),
        (#""Tue, 14 Nov 2023 22:13:20 GMT""#, .at(1_700_000_000)), ("null", .never), ("4294967293", .at(4_294_967_293)),
        ("4294967294", .unknown), ("-1", .unknown), ("1e99", .unknown), (#""""#, .unknown), (#""yesterday""#, .unknown),
        (#""nan""#, .unknown), (#""inf""#, .unknown), ("true", .unknown), ("{}", .unknown), ("[1700000000]", .unknown),
    ]

    @Test(arguments: dates) func datesComeInThreeFormsAndWhatIsNoneIsUnknown(text: String, time: ScanTime) throws {
        let row = Self.row.setting(["lastScannedAt"], to: try JSONValue(json: Array(text.utf8)))
        var expected = Self.all
        expected.lastScan = time
        #expect(try Self.details(row) == expected)
    }

    /// Every path of the row, with the details that are left when the value there cannot be read.
    static let paths: [([String], @Sendable (inout ProjectDetails) -> Void)] = [
        (["resourceType"], { _ in }), (["scanType"], { _ in }), (["providerPartition"], { _ in }),
        (["accountId"], { $0.words[.account] = nil }), (["lastScannedAt"], { $0.lastScan = .unknown }),
        (["provider"], { $0.words[.cloud] = nil }), (["providerAccountId"], { $0.words[.cloudAccount] = nil }),
        (["providerOrgId"], { $0.words[.organization] = nil }), (["providerRegion"], { $0.words[.cloudRegion] = nil }),
        (["scanStatus"], { ($0.words[.statusCode], $0.words[.reason]) = (nil, nil) }),
        (["scanStatus", "statusCode"], { $0.words[.statusCode] = nil }), (["scanStatus", "reason"], { $0.words[.reason] = nil }),
        (["resourceMetadata", "codeRepository", "projectName"], { $0.projectName = nil }),
        (["resourceMetadata", "codeRepository", "providerType"], { $0.words[.provider] = nil }),
        (["resourceMetadata", "codeRepository", "providerTypeVisibility"], { $0.words[.visibility] = nil }),
        (["resourceMetadata", "codeRepository", "integrationArn"], { $0.words[.integration] = nil }),
        (["resourceMetadata", "codeRepository", "lastScannedCommitId"], { $0.lastCommit = nil }),
        (["resourceMetadata", "codeRepository", "onDemandScan", "lastScannedCommitId"], { $0.onDemandCommit = nil }),
        (["resourceMetadata", "codeRepository", "onDemandScan", "lastScanAt"], { $0.onDemandScan = .unknown }),
        (["resourceMetadata", "codeRepository", "onDemandScan", "scanStatus", "reason"], { $0.words[.onDemandReason] = nil }),
    ]

    @Test(arguments: paths.indices) func aFactThatCannotBeReadCostsOnlyItself(index: Int) throws {
        let (path, change) = Self.paths[index]
        var expected = Self.all
        change(&expected)
        let oddities: [JSONValue] = [.boolean(true), .array([.string("x")]), .object(["statusCode": .number("7")]), .number("-5")]
        for odd in oddities {
            #expect(try Self.details(Self.row.setting(path, to: odd)) == expected, "\(path) \(odd)")
        }
    }

    @Test(arguments: [
        ["resourceMetadata"], ["resourceMetadata", "codeRepository"], ["resourceMetadata", "codeRepository", "projectName"],
    ])
    func aNameThatCannotBeReadIsKnownToBeMissing(path: [String]) throws {
        let row = try Self.read(Self.row.setting(path, to: .number("1")))
        #expect(row.projectId == MadePlan.projectId(1))
        #expect(row.resourceMetadata?.codeRepository?.hasUnreadableName == true)
        #expect(try Self.read(Self.row.setting(path, to: .null)).resourceMetadata?.codeRepository?.hasUnreadableName != true)
    }

    @Test func bytesThatAreNoTextCostOnlyTheirFact() throws {
        let bytes = Array(#"{"resourceId":"x/\#(MadePlan.projectId(1))","accountId":""#.utf8) + [0xFF] + Array(#"","provider":"AWS"}"#.utf8)
        let row = try CoveredResource(json: bytes)
        #expect(row.accountId == nil && row.provider == "AWS")
    }

    @Test(arguments: [
        #"{"scanStatus":{"reason":"A","reason":"B"}}"#, #"{"scanStatus":{"reason":1,"reason":"B"}}"#, #"{"accountId":01}"#,
        #"{"lastScannedAt":{"a":1,"a":2}}"#, #"{"resourceMetadata":{"codeRepository":{"onDemandScan":[{"x":1,"x":2}]}}}"#,
        #"{"lastScannedAt":nope}"#, #"{"scanStatus":{"reason":"A}"#,
    ]) func whatIsNoJSONIsNoRow(text: String) {
        #expect(throws: JSONError.self) { try CoveredResource(json: Array(text.utf8)) }
    }

    @Test func anyValueAnywhereCostsNoRow() {
        let broken = Property.counterexample(600) { random in
            let path = random.pick(Self.paths).0
            guard let odd = try? JSONValue(json: Array(random.json().utf8)) else { return nil }
            let row = Self.row.setting(path, to: odd)
            return (try? Self.details(row))?.projectId == MadePlan.projectId(1) ? nil : "\(path) \(odd)"
        }
        #expect(broken == nil)
    }
}

extension JSONValue {
    /// The value with `value` at the end of a path of members.
    fileprivate func setting(_ path: [String], to value: JSONValue) -> JSONValue {
        guard let name = path.first, case .object(var members) = self else { return value }
        members[name] = (members[name] ?? .null).setting(Array(path.dropFirst()), to: value)
        return .object(members)
    }
}
