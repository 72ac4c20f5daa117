import Testing

@testable import InspectorSimulator

struct FaultPlanParsingTests {
    @Test func everyKindOfWordIsUnderstood() throws {
        let plan = try FaultPlan(parsing: [
            "item:ACCESS_DENIED=0.05", "item:SOMETHING_NEW@acme/ledger", "call:ConflictException=0.1",
            "call:ValidationException@project-1", "throttle=0.1", "error", "gateway=0.2", "drop-before=0.3", "drop-after=0.02",
            "truncate=0.01", "nonsense=0.4", "omit=0.5", "duplicate=0.6", "both=0.7", "expire-after=40", "expire-at=9", "expire-for=2",
            "deny:ListCoverage", "retry-after=3", "repeat-token=0.8", "empty-page=0.9", "unknown-member=1", "latency=5", "jitter=6",
            "organization=allow", "clock=-9", "lag=250", "lag-listings=2", "late-item=0.1", "late-reset=0.2", "late-gateway=0.3",
            "late-timeout=0.4", "late-after=5", "late-after-ms=60", "row:type=0.1", "row:arn@acme/ledger", "repeat-member=0.2",
            "listing:null-list=0.3", "endless:again", "tokens=positional", "operator-between-pages=0.1", "operator-between-listings=0.2",
            "operator-after-batch=0.3", "operator-changes=7", "sts-unreachable-after=3", "sts-unreachable-for=4", "page-size=9",
            "coverage:missing=0.2", "coverage:new-reason", "coverage-latency=8", "coverage-ends-after=2",
        ])
        var expected = FaultPlan()
        expected.items.failureRates = ["ACCESS_DENIED": 0.05]
        expected.items.failures = ["acme/ledger": "SOMETHING_NEW"]
        expected.items.callFailureRates = ["ConflictException": 0.1]
        expected.items.callFailures = ["project-1": "ValidationException"]
        (expected.calls.throttle, expected.calls.serverError, expected.calls.gatewayError) = (0.1, 1, 0.2)
        (expected.calls.dropBefore, expected.calls.dropAfter, expected.calls.truncate, expected.calls.notJSON) = (0.3, 0.02, 0.01, 0.4)
        (expected.items.omitted, expected.items.duplicated, expected.items.inBothLists) = (0.5, 0.6, 0.7)
        (expected.credentials.expireAfter, expected.credentials.expireAt, expected.credentials.expireFor) = (40, .seconds(9), 2)
        expected.calls.deniedOperations = ["ListCoverage"]
        expected.calls.retryAfter = .seconds(3)
        (expected.listings.repeatedToken, expected.listings.emptyPage, expected.listings.unknownMember) = (0.8, 0.9, 1)
        (expected.calls.latency, expected.calls.jitter) = (.milliseconds(5), .milliseconds(6))
        expected.items.organizationDenies = false
        expected.calls.clockOffset = -9
        expected.listings.lag = ListingLag(time: .milliseconds(250), listings: 2)
        (expected.late.item, expected.late.reset, expected.late.gateway, expected.late.timeout) = (0.1, 0.2, 0.3, 0.4)
        (expected.late.calls, expected.late.time) = (5, .milliseconds(60))
        (expected.listings.rowFormRates, expected.listings.rowForms) = ([.type: 0.1], ["acme/ledger": .arn])
        (expected.calls.repeatedMember, expected.listings.bodies, expected.listings.endless) = (0.2, [.nullList: 0.3], [.again: 1])
        expected.listings.pageTokens = .positional
        (expected.otherOperator.betweenPages, expected.otherOperator.betweenListings) = (0.1, 0.2)
        (expected.otherOperator.afterBatches, expected.otherOperator.changes) = (0.3, 7)
        (expected.credentials.stsUnreachableAfter, expected.credentials.stsUnreachableFor, expected.listings.pageSize) = (3, 4, 9)
        expected.coverage.oddities = [.missing: 0.2, .newReason: 1]
        (expected.coverage.latency, expected.coverage.endsAfter) = (.milliseconds(8), 2)
        #expect(plan == expected)
    }

    @Test(arguments: [("retry-after=date", "Fri, 31 Dec 1999 23:59:59 GMT"), ("retry-after=nonsense", "soon"), ("retry-after=absent", nil)])
    func retryAfterHasFourForms(word: String, value: String?) throws {
        #expect(try FaultPlan(parsing: [word]).calls.retryAfter.value == value)
    }

    @Test(arguments: [
        "throttle=2", "throttle=-1", "throttle=x", "throttle:0.1", "item=0.1", "item:=0.1", "item:lower=0.1", "item:ACCESS_DENIED@",
        "call:OtherException=0.1", "deny:Nothing", "deny=ListCoverage", "expire-after=-1", "expire-after", "retry-after=never",
        "organization=maybe", "latency=1.5", "clock=soon", "lag=-1", "late-after=x", "row:other=0.1", "row:arn=2", "listing:other=0.1",
        "listing:null-list@acme/ledger", "endless=0.1", "tokens=odd", "tokens", "operator-changes=some", "page-size=0",
        "coverage:odd=0.1", "coverage=0.1", "coverage:missing@acme/ledger", "coverage-latency", "coverage-ends-after=x",
    ])
    func badArgumentsAreNamedWithTheRightForm(word: String) throws {
        let error = try #require(throws: FaultPlanError.self) { try FaultPlan(parsing: [word]) }
        guard case .badValue(let named, let form) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(named == word)
        #expect(error.sentence.contains(form))
    }

    @Test func anUnknownWordIsToldItsNearest() throws {
        let error = try #require(throws: FaultPlanError.self) { try FaultPlan(parsing: ["throttle=0.1", "explode"]) }
        #expect(error == .unknownWord("explode"))
        #expect(error.sentence == "There is no fault \"explode\". scanconfig simulate --help lists the faults.")
        let near = try #require(throws: FaultPlanError.self) { try FaultPlan(parsing: ["thrttle=0.1"]) }
        #expect(near.sentence.contains("There is no fault \"thrttle=0.1\". Did you mean throttle?"))
    }

    @Test func eachWordHasItsMeaning() {
        #expect(FaultPlan.vocabulary.count == 50)
        #expect(FaultPlan.vocabulary.allSatisfy { !$0.form.isEmpty && !$0.meaning.isEmpty })
    }
}
