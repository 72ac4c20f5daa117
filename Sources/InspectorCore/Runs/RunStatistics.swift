/// What a run counts on its way, and what it remarks about itself in the end.
struct RunStatistics: Sendable {
    /// Calls answered by the service, throttled ones among them.
    var callsAnswered = 0
    var throttled = 0
    /// Calls sent again after an attempt without an answer.
    var retried = 0
    /// Entries of answers about associations that their call did not ask for.
    var unrequested = 0
    /// Entries of answers that do not say what they are about.
    var unidentified = 0
    /// Associations reported as failed and listed as if done, by the later run of ours that did them, if one did.
    var failedYetDone: [LaterChange?: Int] = [:]
    /// Associations that are not any more as this run made them, by the later run of ours that changed them back, if one did.
    var changedBack: [LaterChange?: Int] = [:]
    /// What could not be verified, a sentence each.
    var unverified: [String] = []
    /// Associations that were reported done and that no listing could confirm or contradict.
    var unverifiedTargets = 0
    /// Later runs whose journals were not read.
    var unreadRuns: [String] = []
    /// What stands in the way of all calls, and since when; absent when the last one got through.
    var trouble: (problem: String, since: Duration)?
    /// Targets done a second, measured.
    var rate = RateMeter()

    /// The problems that concern the run as a whole, a sentence each.
    var remarks: [String] { answerRemarks + listingRemarks }

    /// What was odd about answers.
    var answerRemarks: [String] {
        var remarks: [String] = []
        if unrequested > 0 {
            remarks.append("Answers named \(unrequested.counted("association")) not asked for; nothing was concluded from that.")
        }
        if unidentified > 0 {
            remarks.append("Answers held \(unidentified.counted("result")) without an association; nothing was concluded from that.")
        }
        return remarks
    }

    /// What listings show, as long as nothing is listed again.
    var listingRemarks: [String] {
        var remarks = Self.sorted(failedYetDone).map { change, count in
            "\(count.counted("association")) reported as failed, " + (change?.sentenceEnd ?? "yet listed afterwards as if done") + "."
        }
        remarks += Self.sorted(changedBack).map { change, count in
            "\(count.counted("association")) \(change?.sentenceEnd ?? changedByOthers)."
        }
        return remarks + unreadRemark + unverified
    }

    private var changedByOthers: String {
        "changed back since by someone else"
            + (unreadRuns.isEmpty ? ": no run recorded here did it" : ", or by a run whose journal was not read")
    }

    private var unreadRemark: [String] {
        if unreadRuns.isEmpty { return [] }
        return ["What later runs changed is not known, because their journals were not read: \(unreadRuns.joined(separator: ", "))."]
    }

    private static func sorted(_ counts: [LaterChange?: Int]) -> [(change: LaterChange?, count: Int)] {
        counts.map { (change: $0.key, count: $0.value) }.sorted { ($0.change?.runId ?? "~") < ($1.change?.runId ?? "~") }
    }
}
