/// What a run counts on its way.
struct RunTally: Hashable, Sendable {
    var lastCallId = 0
    var callsAnswered = 0
    var throttled = 0
    var retried = 0
    var strangers = 0
    var anonymousEntries = 0
    var failedYetDone = 0
    var undoneSince = 0
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
        if failedYetDone > 0 {
            remarks.append("\(failedYetDone.counted("association")) reported as failed, yet listed afterwards as if done.")
        }
        if undoneSince > 0 {
            remarks.append("\(undoneSince.counted("association")) verified as done earlier, and since then changed back by someone else.")
        }
        return remarks + unverified
    }
}
