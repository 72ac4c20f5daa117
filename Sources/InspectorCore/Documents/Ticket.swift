internal import Runtime

/// A run told to people who were not there, for a ticket: who did what, where and when, and what became of each association.
///
/// ``markdown`` and ``html`` are its two forms. Whatever came from outside is made safe in both.
package struct Ticket: Sendable {
    /// A fact in a line: what it is called, and its value, exactly as it came.
    struct Fact: Sendable {
        let name: String
        let value: String
        /// Whether the value is in this program's own words.
        var isOurs = false
    }

    /// What ended in the same way.
    struct Group: Sendable {
        /// What became of them: a statusCode, or a few words.
        let title: String
        /// Whether the title came from the service.
        var isCode = false
        /// What may settle them; absent for what needs nothing.
        var remedy: Remedy?
        /// What it means and what to do, in this program's own words.
        let advice: String
        /// What the service or the run said of each of them, where it is the same; otherwise it is a column.
        var message = ""
        /// How the outcome is meant.
        let kind: Kind
        /// Whether any of them has a message, was sent, and has a request id: columns without content are left out.
        let columns: [Column]
        /// Their places among the run's targets, or among those for which nothing was sent.
        let targets: [Int]

        enum Kind: String {
            case failed, open, done, nothing
        }
    }

    /// A column of a group's table.
    enum Column: String, Sendable {
        case project = "Project"
        case projectId = "Project ID"
        case configuration = "Configuration"
        case message = "Message"
        case sent = "Sent"
        case answered = "Answered"
        case requestId = "Request ID"
    }

    let report: RunReport
    let facts: [Fact]
    let groups: [Group]
    private let record: RunRecord?

    /// The ticket of a report; times and request ids are in the run's record, and the digest is that of its journal.
    package init(_ report: RunReport, record: RunRecord? = nil, digest: String? = nil) {
        (self.report, self.record) = (report, record)
        facts = Self.facts(report, record, digest)
        groups = Self.groups(report, record)
    }

    /// "Disassociation of 20 associations (18 projects) in 2 configurations".
    var title: String {
        switch report.plan.action {
        case .disassociate: "Disassociation of \(report.plan.extent)"
        case .associate: "Association of \(report.plan.extent)"
        case .move: "Move: \(report.plan.phrase)"
        }
    }

    /// The configurations' names and ARNs, in the plan's order.
    var configurations: [(name: String, arn: String)] {
        var seen: Set<String> = []
        return (report.plan.targets + report.plan.alreadyDone).compactMap { target in
            let arn = target.association.scanConfigurationArn
            return seen.insert(arn).inserted ? (target.configurationName ?? "", arn) : nil
        }
    }

    /// How many associations have the remedy of a group, where the group is the first that has it.
    func count(ofRemedyBegunBy number: Int) -> (remedy: Remedy, count: Int)? {
        guard let remedy = groups[number].remedy, number == 0 || groups[number - 1].remedy != remedy else { return nil }
        return (remedy, groups.filter { $0.remedy == remedy }.reduce(0) { $0 + $1.targets.count })
    }

    /// The cells of a target, exactly as they came; those that are not known are empty.
    func cells(_ place: Int, of group: Group) -> [String] {
        let target = group.kind == .nothing ? report.plan.alreadyDone[place] : report.plan.targets[place]
        let call = group.kind == .nothing ? nil : record?.call(of: place)
        return group.columns.map { column in
            switch column {
            case .project: target.projectName ?? ""
            case .projectId: target.association.resource.projectId ?? target.association.resource.words
            case .configuration: target.configurationName ?? target.association.scanConfigurationArn
            case .message: report.outcomes[place].reason
            case .sent: call?.sentAt ?? ""
            case .answered: call?.answeredAt ?? ""
            case .requestId: call?.requestId ?? ""
            }
        }
    }
}

extension Ticket {
    private static func facts(_ report: RunReport, _ record: RunRecord?, _ digest: String?) -> [Fact] {
        let plan = report.plan
        let lastAnswer = record.flatMap { record in plan.targets.indices.lazy.compactMap { record.call(of: $0)?.answeredAt }.max() }
        let journal = report.journal?.split(separator: "/").last.map(String.init)
        let values: [(String, String?)] = [
            ("Run", report.runId), ("Account", plan.knownAccount ?? "unknown"), ("Region", plan.region),
            ("Caller", plan.caller ?? "unknown"), ("Approved by", plan.approval?.approver), ("Approved", plan.approval?.approvedAt),
            ("Began", record?.startedAt), ("Last answer", lastAnswer), ("Listed again", record?.lastCheckedAt),
            ("Undoes the run", plan.undoes), ("Retries the run", plan.retries),
            ("Journal", journal),
            ("SHA-256 of the journal", digest),
        ]
        return [Fact(name: "Result", value: report.sentence, isOurs: true)]
            + values.compactMap { name, value in value.map { Fact(name: name, value: $0) } } + [
                Fact(name: "Journal integrity", value: record?.integrity.explanation ?? "the journal was not read", isOurs: true),
                Fact(name: "Written by", value: "scanconfig \(Version.current)", isOurs: true),
            ]
    }

    private static func groups(_ report: RunReport, _ record: RunRecord?) -> [Group] {
        let done = report.plan.alreadyDone.indices
        let nothing = Group(
            title: report.plan.action.alreadyDoneWords.capitalizedFirst, advice: "Nothing was sent for these.", kind: .nothing,
            columns: [.project, .projectId, .configuration], targets: Array(done))
        return failures(report, record)
            + successes(report, record) + (done.isEmpty ? [] : [nothing])
    }

    /// What succeeded; in a move what was associated first stands alone.
    private static func successes(_ report: RunReport, _ record: RunRecord?) -> [Group] {
        report.plan.stages.compactMap { stage in
            let succeeded = stage.filter { report.outcomes[$0] == .succeeded }
            guard let first = succeeded.first else { return nil }
            let change = report.plan.action == .move ? ", \(report.plan.change(of: report.plan.targets[first]).rawValue)d" : ""
            return group("The service reported these done, or listings show it.", succeeded, report, record, titled: "Done" + change)
        }
    }

    /// What did not succeed, each code once: in the order of the ``FailureGroups``.
    private static func failures(_ report: RunReport, _ record: RunRecord?) -> [Group] {
        let groups = FailureGroups(report)
        var (result, rest) = ([Group](), groups.reasons[...])
        while let first = rest.first {
            let same = rest.prefix { $0.outcome.title == first.outcome.title && $0.advice == first.advice }
            result.append(group(first.advice.sentence, same.flatMap { $0.targets }, report, record, first.advice.remedy))
            rest = rest.dropFirst(same.count)
        }
        return result
    }

    private static func group(
        _ advice: String, _ targets: [Int], _ report: RunReport, _ record: RunRecord?, _ remedy: Remedy? = nil,
        titled title: String? = nil
    ) -> Group {
        let outcome = report.outcomes[targets[0]]
        let isSame = targets.allSatisfy { report.outcomes[$0] == outcome }
        return Group(
            title: title ?? outcome.title, isCode: title == nil && outcome.hasServiceCode, remedy: remedy, advice: advice,
            message: isSame ? outcome.reason : "",
            kind: Group.Kind(outcome),
            columns: columns(targets, report, record).filter { $0 != .message || !isSame }, targets: targets)
    }

    private static func columns(_ targets: [Int], _ report: RunReport, _ record: RunRecord?) -> [Column] {
        var columns: [Column] = [.project, .projectId, .configuration]
        if targets.contains(where: { !report.outcomes[$0].reason.isEmpty }) { columns.append(.message) }
        let calls = targets.lazy.compactMap { record?.call(of: $0) }
        if calls.first != nil { columns.append(.sent) }
        if calls.contains(where: { $0.answeredAt != nil }) { columns.append(.answered) }
        if calls.contains(where: { $0.requestId != nil }) { columns.append(.requestId) }
        return columns
    }
}

extension Outcome {
    /// Whether its title is a code of the service.
    fileprivate var hasServiceCode: Bool { if case .failed = self { true } else { false } }
}

extension Ticket.Group.Kind {
    fileprivate init(_ outcome: Outcome) {
        switch outcome {
        case .failed, .notConfirmed: self = .failed
        case .unresolved, .notSent: self = .open
        case .succeeded: self = .done
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension JournalStore {
    /// The ticket of a run, with the digest of its journal as it is now.
    package func ticket(_ runId: String) throws(JournalError) -> Ticket {
        let path = path(of: runId)
        let isLocked = disk.isLocked(path)
        let bytes = try onDisk(path) { () throws(DiskError) in try disk.read(path) }
        let replay = try replay(bytes, path, isBeingWritten: isLocked)
        let record = RunRecord(replay, runId: runId, journal: path, option: option)
        return Ticket(record.report(isInProgress: isLocked), record: record, digest: FileDigest.sha256(bytes))
    }
}
