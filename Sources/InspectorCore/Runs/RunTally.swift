/// What a run counts on its way.
struct RunTally: Hashable, Sendable {
    var lastCallId = 0
    var callsAnswered = 0
    var throttled = 0
    var retried = 0
    var strangers = 0
    var anonymousEntries = 0
    /// Associations reported as failed and listed as if done, by the later run of ours that did them, if one did.
    var failedYetDone: [LaterChange?: Int] = [:]
    /// Associations that are not any more as this run made them, by the later run of ours that changed them back, if one did.
    var changedBack: [LaterChange?: Int] = [:]
    var unverified: [String] = []

    /// The problems that concern the run as a whole, in words.
    var remarks: [String] {
        var remarks: [String] = []
        if strangers > 0 {
            remarks.append("Answers named \(strangers.counted("association")) not asked for; nothing was concluded from that.")
        }
        if anonymousEntries > 0 {
            remarks.append("Answers held \(anonymousEntries.counted("result")) without an association; nothing was concluded from that.")
        }
        remarks += Self.sorted(failedYetDone).map { change, count in
            "\(count.counted("association")) reported as failed, " + (change?.sentenceEnd ?? "yet listed afterwards as if done") + "."
        }
        remarks += Self.sorted(changedBack).map { change, count in
            "\(count.counted("association")) " + (change?.sentenceEnd ?? "changed back since by someone else: no run recorded here did it")
                + "."
        }
        return remarks + unverified
    }

    private static func sorted(_ counts: [LaterChange?: Int]) -> [(change: LaterChange?, count: Int)] {
        counts.map { (change: $0.key, count: $0.value) }.sorted { ($0.change?.runId ?? "~") < ($1.change?.runId ?? "~") }
    }
}
