import TextSafety

extension Plan {
    /// What a watch has found, a sentence for each configuration and cause, in the order of the findings.
    package func sentences(about findings: [WatchFinding]) -> [String] {
        var groups: [(key: WatchGroup, findings: [WatchFinding])] = []
        for finding in findings {
            let key = WatchGroup(targets[finding.target].association.scanConfigurationArn, finding.cause)
            if let place = groups.firstIndex(where: { $0.key == key }) {
                groups[place].findings.append(finding)
            } else {
                groups.append((key, [finding]))
            }
        }
        return groups.map { sentence(about: $0.findings, $0.key) }
    }

    private func sentence(about findings: [WatchFinding], _ group: WatchGroup) -> String {
        let names = findings.prefix(3).map { targets[$0.target].shownName } + (findings.count > 3 ? ["…"] : [])
        let isMade = findings.first.map { change(of: targets[$0.target]) } == .disassociate
        let configuration = name(ofConfiguration: group.scanConfigurationArn)
        let event = "\(findings.count == 1 ? "was" : "were") \(isMade ? "associated" : "disassociated") again"
        let projects = findings.count.counted("project")
        return "\(projects) \(event), \(isMade ? "with" : "from") \(configuration), listed as of \(findings[0].asOf.moment): "
            + "\(names.joined(separator: ", ")). \(group.cause.sentence)"
    }
}

/// What belongs into one sentence.
private struct WatchGroup: Hashable {
    let scanConfigurationArn: String
    let cause: WatchCause

    init(_ scanConfigurationArn: String, _ cause: WatchCause) { (self.scanConfigurationArn, self.cause) = (scanConfigurationArn, cause) }
}

extension PlanTarget {
    /// The project as an operator knows it.
    package var shownName: String { projectName ?? association.resource.projectId ?? association.resource.words }
}

extension WatchCause {
    /// Who did it, as a sentence.
    fileprivate var sentence: String {
        switch self {
        case .defaultConfiguration:
            "It is a default configuration (scope ALL), which may associate projects by itself. No run recorded here did."
        case .run(let run): "Run \(run) did."
        case .someoneElse: "Someone else did: no run recorded here."
        case .unknown: "No run recorded here did. Whether it is a default configuration could not be listed."
        }
    }

    /// Who did it, in a table, CSV and JSON.
    package var word: String {
        switch self {
        case .defaultConfiguration: "default configuration"
        case .run(let run): "run \(run)"
        case .someoneElse: "somebody else"
        case .unknown: "unknown"
        }
    }
}

extension WatchReport {
    /// The result in a few sentences.
    package var sentence: String {
        if watched == 0 { return "Nothing of this run is left to watch." + beforeWords }
        if rounds == 0 { return "The watch was ended before anything was listed." + beforeWords }
        let watch = "Watched \(watched.counted("association")), listed \(rounds.times)\(isStopped ? ", then stopped" : "")"
        let back = findings.isEmpty ? "nothing was changed back" : "\(findings.count.grouped) changed back"
        let still = stillAsBefore.isEmpty ? "" : " \(stillAsBefore.count.counted("association")) never seen as the run reported them."
        let problems = unlisted.isEmpty ? "" : " Not listed at the end: \(unlisted.joined(separator: "; "))."
        return "\(watch): \(back).\(still)\(problems)\(beforeWords)"
    }

    private var beforeWords: String {
        changedBackBefore == 0
            ? ""
            : " \(changedBackBefore.counted("association")) \(changedBackBefore == 1 ? "was" : "were") changed back before by later runs, or "
                + "may have been; scanconfig verify tells."
    }
}

extension WatchEvent {
    /// What the watch does now, in one line; nothing for what it found and for its end.
    package var status: String? {
        switch self {
        case .listing(let round, let configurations, let endsAt):
            "Watching until \(endsAt.shortMoment): listing \(configurations.counted("configuration")), round \(round.grouped)"
        case .waiting(let rounds, let nextAt, let endsAt, let problem):
            "Watching until \(endsAt.shortMoment): listed \(rounds.times), next at \(nextAt.shortMoment)"
                + (problem.map { "; a listing failed: \($0)" } ?? "")
        case .found, .notRecorded, .finished: nil
        }
    }
}

extension String {
    /// What a watch has found, without when that was listed.
    var withoutMomentOfListing: String { replacing(#/, listed as of [0-9TZ:.\- ]+( UTC)?: /#, with: ": ", maxReplacements: 1) }

    /// "22:31:05 UTC" of a moment in ISO 8601.
    fileprivate var shortMoment: String {
        let time = split(separator: "T").last.map { $0.prefix(8) } ?? ""
        return time.isEmpty ? self : "\(time) UTC"
    }
}

extension Int {
    /// "once", "3 times".
    fileprivate var times: String { self == 1 ? "once" : "\(grouped) times" }
}
