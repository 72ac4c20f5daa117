import InspectorCore
import Terminal
import TextSafety

/// What is known of an association, a project or a configuration, in lines as wide as a page.
struct FactSheet {
    private let session: Session
    private let page: Page

    init(_ session: Session, _ page: Page) {
        (self.session, self.page) = (session, page)
    }

    private var inventory: Inventory { session.account.inventory }

    /// The details as a pane: a heading, and the lines, or what will stand there.
    func pane(_ lines: [Line]?) -> [Line] {
        [Line(" DETAILS".padded(to: page.columns), .header)] + (lines ?? page.block("The details of a row are shown here.", .dim))
    }

    /// An association: its project, all configurations of that, its mark, and what failed.
    func association(_ id: AssociationID) -> [Line] {
        let configuration = inventory.entries[Int(id.configuration)].configuration
        var lines = project(id.resource)
        if !page.isNarrow {
            lines += page.field("Configuration", configuration.name) + page.field("ARN", configuration.scanConfigurationArn)
            lines += session(of: inventory.entries[Int(id.configuration)].origin)
        }
        lines += page.field("Marked", session.account.marks.contains(id) ? "yes" : "no")
        return lines + (session.account.failures[id].map { [.empty] + self.lines(of: $0) } ?? [])
    }

    /// Which of several sessions lists it.
    private func session(of origin: OriginNumber) -> [Line] {
        session.isFleet ? page.field("Session", session[origin].name) : []
    }

    /// A project: its scans, and the configurations it is in.
    func project(_ resource: ResourceNumber) -> [Line] {
        page.field("Project", inventory.projectName(of: resource) ?? "name not known")
            + page.field("Project ID", inventory.resources[resource].idText)
            + page.fields([
                ("Provider", word(.provider, resource)), ("Visibility", word(.visibility, resource)), ("Account", word(.account, resource)),
                ("Integration", word(.integration, resource)),
            ]) + scans(of: resource) + configurations(of: resource)
    }

    private func scans(of resource: ResourceNumber) -> [Line] {
        let facts = inventory.facts
        guard facts.isCovered(resource) else { return [] }
        let (word, demanded) = (facts.scanWord(of: resource), facts.onDemandScanWord(of: resource))
        return page.fields([("Last scan", time(facts.scanTime(of: resource)))])
            + state(word, reason: self.word(.reason, resource), code: self.word(.statusCode, resource)).map {
                page.field("Scan", $0, word.meaning == .failing ? .warning : .text)
            }.joined()
            + page.fields([
                ("Commit", facts.lastCommit(of: resource)),
                ("On demand", demanded.word.isEmpty ? nil : [time(facts.onDemandScanTime(of: resource)), demanded.word].words),
            ])
    }

    /// "no access: ACCESS_DENIED, INACTIVE"; nothing where the service said nothing.
    private func state(_ word: ScanWord, reason: String?, code: String?) -> [String] {
        let exact = [reason, code].words
        return word.word.isEmpty && exact.isEmpty ? [] : [word.word + (exact.isEmpty ? "" : ": \(exact)")]
    }

    /// "2026-11-25 10:12 UTC, 3d ago", "never"; nothing where nothing is known.
    private func time(_ time: ScanTime) -> String? {
        guard let moment = time.iso8601 else { return time == .never ? "never" : nil }
        return "\(moment.prefix(10)) \(moment.dropFirst(11).prefix(5)) UTC, \(time.age(at: session.now)) ago"
    }

    private func configurations(of resource: ResourceNumber) -> [Line] {
        let listed = inventory.listed.map { inventory.entries[Int($0)] }.filter { $0.contains(resource) }.map(\.configuration)
        return listed.enumerated().flatMap { place, configuration in
            page.field(place == 0 ? "In" : "", "\(configuration.name): \(configuration.summary)")
        }
    }

    private func word(_ fact: ScanFact, _ resource: ResourceNumber) -> String? { inventory.facts.text(fact, of: resource) }

    private func lines(of outcome: Outcome) -> [Line] {
        let advice = page.field("What to do", outcome.advice.sentence)
        switch outcome {
        case .succeeded: return []
        case .failed(let code, let message):
            return page.field("statusCode", code.rawValue, .failed) + page.field("Message", message ?? "none was given") + advice
        case .notConfirmed, .unresolved, .notSent: return page.field("Outcome", outcome.statusText, outcome.style) + advice
        }
    }
}

extension FactSheet {
    /// A configuration: what it scans, when and for what.
    func configuration(_ number: ConfigurationNumber) -> [Line] {
        let entry = inventory.entries[Int(number)]
        let (configuration, marked) = (entry.configuration, session.account.marks.count(in: number))
        let failed = session.account.failures.count(in: number)
        return page.field("Name", configuration.name) + session(of: entry.origin)
            + page.fields([
                ("Scope", configuration.scopeWords), ("Schedule", configuration.scheduleText),
                ("Expression", configuration.frequencyExpression), ("Scans on", configuration.eventsText),
                ("Rules", configuration.ruleSetCategories.joined(separator: " ")),
                ("Owner", configuration.ownerAccountId), ("ARN", configuration.scanConfigurationArn),
                ("Associated", entry.associations.count.grouped + entry.state.countSuffix),
                ("Room for", entry.scarceRoom().map { $0.counted("more project") }),
                ("Marked", marked == 0 ? nil : marked.grouped),
            ]) + (failed == 0 ? [] : page.field("Failed", failed.grouped, .failed))
    }

    /// What a row above the configurations stands for.
    func headRow(_ row: HeadRow) -> [Line] {
        let words =
            switch row {
            case .everything:
                session.shown == nil
                    ? "Every association of all sessions."
                    : "Every association of this account and region."
            case .view(.inSeveralConfigurations):
                "Projects in more than one configuration. Without one of these associations, each is still scanned."
            case .view(.notScanned(let days)): "Projects last scanned more than \(days) days ago."
            case .view(.scanFailing), .view(.scanFailingBecause): "Projects whose scans fail until somebody acts: SCAN says why."
            case .view(.withoutConfiguration):
                "Projects that no configuration scans. \(session.key(.list(.associate))) associates them with one."
            }
        return page.block(words)
    }
}

extension ScanConfiguration {
    /// "General, weekly, on push pr, SAST SCA", as it may be drawn.
    fileprivate var summary: String {
        let events = eventsText
        return [scopeWords, scheduleText, events.isEmpty ? "" : "on \(events)", ruleSetCategories.joined(separator: " ").terminalSafe]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension [String?] {
    /// What there is, with commas between.
    fileprivate var words: String { compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension Page {
    /// Whether labels are to take little room.
    var isNarrow: Bool { columns < Display.smallest.columns - 1 }

    /// Labels and values; a value that is missing or empty takes its label along.
    fileprivate func fields(_ fields: [(label: String, value: String?)]) -> [Line] {
        fields.flatMap { label, value in value.map { $0.isEmpty ? [] : field(label, $0) } ?? [] }
    }
}
