import InspectorCore
import Testing

/// Each outcome is put into words once, for screens, tables, CSV, JSON and logs alike.
@Suite struct OutcomeWordsTests {
    private static let outcomes: [(Outcome, [String?])] = [
        (.succeeded, ["succeeded", nil, nil, "Done", "done"]),
        (
            .failed(statusCode: .accessDenied, statusMessage: "Not allowed."),
            ["failed", "ACCESS_DENIED", "Not allowed.", "ACCESS_DENIED", "ACCESS_DENIED  Not allowed."]
        ),
        (.failed(statusCode: .internalError, statusMessage: nil), ["failed", "INTERNAL_ERROR", nil, "INTERNAL_ERROR", "INTERNAL_ERROR  "]),
        (
            .notConfirmed(statusCode: .notDisassociated, asOf: "noon"),
            [
                "failed", "NOT_DISASSOCIATED", "reported done, still listed as of noon", "Reported done, still listed",
                "Reported done, still listed as of noon",
            ]
        ),
        (
            .notConfirmed(statusCode: .notAssociated, asOf: "noon"),
            [
                "failed", "NOT_ASSOCIATED", "reported done, not listed as of noon", "Reported done, not listed",
                "Reported done, not listed as of noon",
            ]
        ),
        (
            .unresolved(.notVerified(detail: "no listing", before: "no answer")),
            [
                "unresolved", nil, "the listings do not tell: no listing; before that, no answer", "Unresolved",
                "Unresolved: the listings do not tell: no listing; before that, no answer",
            ]
        ),
        (
            .notSent(.notDone(detail: "listed")),
            ["notSent", nil, "not done yet: listed", "Not done yet", "Not done yet: listed"]
        ),
        (
            .unresolved(.noAnswer(detail: "the connection was reset.")),
            [
                "unresolved", nil, "no answer came (the connection was reset)", "Unresolved",
                "Unresolved: no answer came (the connection was reset)",
            ]
        ),
        (.notSent(.accessDenied(message: "no")), ["notSent", nil, "no", "Not sent, access denied", "Not sent, access denied: no"]),
        (
            .notSent(.stopped),
            ["notSent", nil, "stopped before it was sent", "Not sent", "Not sent: stopped before it was sent"]
        ),
    ]

    @Test(arguments: outcomes) func everyOutcomeHasItsWords(outcome: Outcome, words: [String?]) {
        #expect([outcome.word, outcome.statusCode, outcome.detail, outcome.title, outcome.words] == words)
    }

    @Test func theAdviceSaysWhetherARetryMayHelp() {
        let retryable: [Outcome] = [
            .failed(statusCode: .internalError, statusMessage: nil), .unresolved(.interrupted), .notSent(.stopped),
            .notSent(.notDone(detail: "")), .notSent(.credentialsExpired(message: "")),
        ]
        let hopeless: [Outcome] = [
            .succeeded, .failed(statusCode: .accessDenied, statusMessage: nil), .notConfirmed(statusCode: .notDisassociated, asOf: ""),
            .notSent(.accessDenied(message: "")), .notSent(.otherAccount(message: "")),
        ]
        #expect(retryable.allSatisfy { StatusAdvice($0).isRetryable })
        #expect(hopeless.allSatisfy { !StatusAdvice($0).isRetryable })
        #expect(StatusAdvice(.notConfirmed(statusCode: .notDisassociated, asOf: "")).sentence.hasSuffix("An undo reverses it."))
    }

    @Test func longListsAreCutShort() {
        let names = (1...12).map(String.init)
        let plan = MadePlan.plan(1)
        #expect(plan.extent == "1 association (1 project) in 1 configuration")
        let warning = PlanWarning.unmatchedListings(configurations: names)
        #expect(warning.words.hasPrefix("1, 2, 3 and 9 more have rows that match no project"))
        let error = SelectionError.noSuchConfiguration("x", known: names)
        #expect(error.words == "No configuration is named 'x'. There are: 1, 2, 3, 4, 5 and 7 more. scanconfig list shows all.")
    }

    @Test(arguments: [
        ("The project is archived at its provider and cannot be changed.", AssociationStatusCode.invalidInput, true),
        ("The scan configuration is being replaced for this project.", .scanConfigurationNotFound, false),
        ("An internal error occurred. Try again later.", .internalError, false), ("Access denied.", .accessDenied, false),
        ("Too many changes of scan configurations for this project within 24 hours.", .quotaExceeded, true),
    ]) func aMessageOfItsOwnIsNotContradicted(message: String, code: AssociationStatusCode, isSpecific: Bool) {
        let advice = StatusAdvice(Outcome.failed(statusCode: code, statusMessage: message))
        #expect((advice.sentence == StatusAdvice(code).sentence) != isSpecific, "\(advice.sentence)")
        #expect(advice.remedy == StatusAdvice(code).remedy, "the code alone decides what may settle it")
        #expect(
            code != .quotaExceeded
                || advice.remedy == .correction && advice.sentence.contains("wait if the limit is on a period of time"))
    }

    @Test func listingsThatDidNotCompleteAreSaid() {
        var report = RunReport(runId: "r", journal: nil, plan: MadePlan.plan(2), outcomes: [.succeeded, .succeeded])
        #expect(report.listingWords.isEmpty)
        (report.unverified, report.unlisted) = (1, 1)
        #expect(
            report.listingWords
                == " 1 association reported done could not be confirmed by listing. The last listing of 1 configuration did not complete.")
        (report.unverified, report.unlisted) = (0, 2)
        #expect(report.listingWords == " The last listings of 2 configurations did not complete.")
    }
}
