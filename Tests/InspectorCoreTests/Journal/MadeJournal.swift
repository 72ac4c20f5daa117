import Foundation
import TestSupport

@testable import InspectorCore

/// A journal as a run leaves it behind, and what is true after each of its lines.
struct MadeJournal {
    /// One line of the file, without its end.
    private(set) var lines: [[UInt8]] = []
    /// The outcomes that hold after each line.
    private(set) var truths: [[Outcome?]] = []
    /// The targets that each line is about; the header is about all of them.
    private(set) var subjects: [Set<Int>] = []
    private var end: JournalChecksum?
    private var outcomes: [Outcome?]
    private var sent: Set<Int> = []

    /// A run of `count` targets with faults, stops and resumptions, up to any moment of it.
    init(_ count: Int, run: String = "r", _ random: inout SeededRandom) {
        outcomes = Array(repeating: nil, count: count)
        append(.header(run: run, plan: MadePlan.plan(count, configurations: 2), at: "2026-01-01T00:00:00.000Z"), Set(0..<count))
        for session in 1..<random.int(2..<4) {
            if session > 1 { append(.resumed, []) }
            for call in 1..<random.int(1..<6) { addCall(call, &random) }
            if random.oneIn(2) { addSettlement(&random) }
            if random.oneIn(2) { append(.verified(scanConfigurationArn: MadePlan.arn(random.int(0..<2)), open: []), []) }
            if random.oneIn(2) { append(.finished, []) }
        }
    }

    /// The whole file.
    var bytes: [UInt8] { JournalBytes.file(lines) }

    /// The targets that have an outcome for good after so many lines: of the others, those that were not sent may have been, if lines
    /// are missing.
    func settled(after count: Int) -> [Outcome?] {
        truths[count - 1].map { outcome in
            if case .notSent = outcome { nil } else { outcome }
        }
    }

    private mutating func addCall(_ call: Int, _ random: inout SeededRandom) {
        let targets = outcomes.indices.filter { outcomes[$0] == nil }.shuffled(using: &random).prefix(random.int(1..<5)).sorted()
        guard !targets.isEmpty else { return }
        for target in targets { outcomes[target] = nil }
        sent.formUnion(targets)
        append(.intent(call: call, attempt: 1, invocationId: "i", targets: targets), Set(targets))
        switch random.int(0..<4) {
        case 0: append(.unanswered(call: call, attempt: 1, detail: random.word()), [])
        case 1: append(.notActedUpon(call: call, attempt: 1, detail: "throttled"), [])
        default:
            let groups = OutcomeGroup.groups(of: targets.map { (target: $0, outcome: Self.outcome(&random)) })
            settle(groups)
            append(.answered(call: call, attempt: 1, groups), Set(targets))
        }
    }

    private mutating func addSettlement(_ random: inout SeededRandom) {
        let open = outcomes.indices.filter { outcomes[$0] == nil }
        guard !open.isEmpty else { return }
        let groups = OutcomeGroup.groups(
            of: open.map { (target: $0, outcome: sent.contains($0) ? .succeeded : .notSent(.stopped)) })
        settle(groups)
        append(.settled(groups), Set(open))
    }

    private mutating func settle(_ groups: [OutcomeGroup]) {
        for group in groups {
            for target in group.targets { outcomes[target] = group.outcome }
        }
    }

    private mutating func append(_ entry: JournalEntry, _ targets: Set<Int>) {
        append(JournalLine(entry, at: "2026-01-01T00:00:01.000Z"), targets)
    }

    private mutating func append(_ line: JournalLine, _ targets: Set<Int>) {
        let (bytes, checksum) = line.bytes(after: end)
        end = checksum
        lines.append(bytes.dropLast())
        truths.append(outcomes)
        subjects.append(targets)
    }

    private static func outcome(_ random: inout SeededRandom) -> Outcome {
        switch random.int(0..<4) {
        case 0: .failed(statusCode: .accessDenied, statusMessage: random.text(upTo: 6))
        case 1: .unresolved(.notMentioned)
        default: .succeeded
        }
    }
}
