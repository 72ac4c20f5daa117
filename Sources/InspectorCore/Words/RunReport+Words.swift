internal import AWSClient
internal import FoundationEssentials
extension RunReport {
    /// The result in one sentence: "10 disassociated, 2 failed."
    package var sentence: String {
        let counts = counts
        var parts = doneWords(counts)
        if counts.notConfirmed > 0 { parts.append("\(counts.notConfirmed.grouped) reported done but \(plan.action.lag)") }
        let failed = counts.failed - counts.notConfirmed
        if failed > 0 { parts.append("\(failed.grouped) failed") }
        if counts.unresolved > 0 { parts.append("\(counts.unresolved.grouped) unresolved") }
        if counts.notSent > 0 { parts.append("\(counts.notSent.grouped) not sent") }
        if !plan.alreadyDone.isEmpty { parts.append("\(plan.alreadyDone.count.grouped) \(plan.action.alreadyDoneWords)") }
        return parts.joined(separator: ", ") + "."
    }

    private func doneWords(_ counts: OutcomeCounts) -> [String] {
        guard plan.action == .move else { return ["\(counts.succeeded.grouped) \(plan.action.rawValue)d"] }
        let associated = zip(plan.targets, outcomes).count { $0.change == .associate && $1 == .succeeded }
        return ["\(associated.grouped) associated", "\((counts.succeeded - associated).grouped) disassociated"]
    }
}

extension RunReport {
    /// That the journal lacks the end of what is told, and what to do; nothing when it does not.
    package var lossWords: String? {
        journalLoss.map { loss in
            "\(loss) The journal of run \(runId) lacks what came after that: make room, then scanconfig resume \(runId) lists what is true."
        }
    }
}

extension RunReport {
    /// That a resume would not send what was held back either, and what takes it along; nothing when nothing is.
    package var heldBackWords: String? {
        let heldBack = heldBack.count
        if heldBack == 0 { return nil }
        let isOne = heldBack == 1
        let refusals = zip(plan.targets, outcomes).compactMap { target, outcome in target.change == .associate ? outcome.refusal : nil }
        let options = Set(refusals).map { " --failed \($0.rawValue)" }.sorted().joined()
        return
            "\(heldBack.counted("association")) \(isOne ? "was" : "were") held back, because \(isOne ? "its project" : "their projects") could "
            + "not be associated first. Once that is settled, scanconfig retry \(runId)\(options) takes \(isOne ? "it" : "them") along."
    }
}

extension RunStage {
    /// "Associating 15 first", "Disassociating 30; 2 stay, because their project is not associated with the other configuration": what begins.
    package var words: String {
        let sent = "\(change.participle) \(targets.grouped)"
        switch change {
        case .associate: return sent + " first"
        case .disassociate:
            let (isOne, held) = (heldBack == 1, heldBack.grouped)
            return heldBack == 0
                ? sent
                : "\(sent); \(held) \(isOne ? "stays" : "stay"), because \(isOne ? "its project is" : "their projects are") not covered for certain"
        }
    }
}

extension AssociationChange {
    /// What the listings after a stage of a move are for.
    package var verifyingWords: String {
        switch self {
        case .associate: "Verifying what was associated, before anything is disassociated"
        case .disassociate: "Verifying what was disassociated, and that its projects are still covered"
        }
    }

    /// What is going on while calls are sent.
    package var participle: String {
        switch self {
        case .disassociate: "Disassociating"
        case .associate: "Associating"
        }
    }
}

extension RunReport {
    /// What the run's own listings left open, as sentences behind another one; empty when they came and confirmed everything.
    package var listingWords: String {
        let open = unverified > 0 ? " \(unverified.counted("association")) reported done could not be confirmed by listing." : ""
        let listings = unlisted == 1 ? "listing" : "listings"
        return open + (unlisted > 0 ? " The last \(listings) of \(unlisted.counted("configuration")) did not complete." : "")
    }
}

extension RunAction {
    /// What a run does while it sends.
    package var participle: String {
        switch self {
        case .disassociate: "Disassociating"
        case .associate: "Associating"
        case .move: "Moving"
        }
    }

    /// What is said of targets that were, when planned, already as the run would make them.
    package var alreadyDoneWords: String {
        switch self {
        case .disassociate: "not associated when planned"
        case .associate: "already associated when planned"
        case .move: "already as planned"
        }
    }

    /// What a listing shows of an association that the service reported done and that it does not confirm.
    fileprivate var lag: String {
        switch self {
        case .disassociate: "still listed"
        case .associate: "not listed"
        case .move: "not confirmed by a listing"
        }
    }
}

extension AssociationChange {
    /// The outcome, in tables for people, of targets that were, when planned, already as the run would make them.
    package var alreadyDoneOutcome: String {
        switch self {
        case .disassociate: "not associated"
        case .associate: "already associated"
        }
    }

    /// The list's name in JSON, and the outcome in CSV, of such targets.
    package var alreadyDoneList: String {
        switch self {
        case .disassociate: "notAssociated"
        case .associate: "alreadyAssociated"
        }
    }
}

extension RunSummary {
    /// What the run does, in tables for people: its action, or that it undoes another run; absent when the journal cannot be read.
    package var actionWord: String? { isUndo ? "undo" : action?.rawValue }

    /// Associations that a resume has to look after: in doubt, or not sent and not held back.
    package var left: Int { unresolved + notSent - heldBack }

    /// How long the run took: "42 s", "12 min", "3 h"; absent while it did not end.
    package var duration: String? {
        guard let start = startedAt.flatMap(WireDate.parseISO8601), let end = finishedAt.flatMap(WireDate.parseISO8601) else { return nil }
        let seconds = Int(max(0, end.timeIntervalSince(start)))
        return seconds < 100 ? "\(seconds) s" : seconds < 6_000 ? "\(seconds / 60) min" : "\(seconds / 3_600) h"
    }

    /// Where the run is or how it ended, what matters most first: "stopped", "11,550 left", "228 failed".
    package var stateWords: [String] {
        if isDistrusted { return ["damaged"] }
        return undoneBy == nil ? endWords : [undonePart.map { "undone: \($0)" } ?? "undone"] + endWords.filter { $0 != Self.doneWord }
    }

    private static let doneWord = "done"

    private var endWords: [String] {
        switch state {
        case .complete: failed > 0 ? failedWords + heldBackWords : [Self.doneWord]
        case .stopped where notSent == heldBack: ["\(unresolved.grouped) unresolved"] + failedWords + heldBackWords
        case .stopped: ["stopped"] + leftWords + failedWords + heldBackWords
        case .interrupted: ["interrupted"] + leftWords + failedWords + heldBackWords
        case .runningElsewhere: ["running elsewhere"]
        case .unreadable: ["unreadable"]
        }
    }

    private var leftWords: [String] { left > 0 ? ["\(left.grouped) left"] : [] }
    private var failedWords: [String] { failed > 0 ? ["\(failed.grouped) failed"] : [] }
    private var heldBackWords: [String] { heldBack > 0 ? ["held back by that: \(heldBack.grouped)"] : [] }
}

extension RunSummary {
    /// What can be said of the journal itself, in words; nothing when it cannot be read.
    package var integrityWords: String? {
        damagedLines.map { "damaged: \(JournalDamage.name($0))" } ?? integrity
    }
}

extension RunSummary.State {
    /// The state in words.
    package var words: String {
        switch self {
        case .complete: "complete"
        case .stopped: "stopped"
        case .interrupted: "interrupted"
        case .runningElsewhere: "running elsewhere"
        case .unreadable(let reason): "unreadable: \(reason)"
        }
    }
}
