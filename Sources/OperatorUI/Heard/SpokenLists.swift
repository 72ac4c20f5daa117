import BitCollections
import InspectorCore
import TextSafety

extension ConfigurationsScreen {
    func spoken(in scene: Scene) -> Spoken {
        let (session, inventory) = (scene.session, scene.session.account.inventory)
        let isWaiting = inventory.listed.isEmpty && (session.connection.state == .connecting || inventory.isLoading)
        var spoken = Spoken("scan configurations" + (isWaiting ? "" : ", " + spokenCount(of: list.all.count)))
        spoken.order = spokenOrder
        spoken.absence = isWaiting ? [] : emptyPage(in: scene).heard
        if !isWaiting, spoken.absence.isEmpty { spoken.row = spokenRow(in: session) }
        if spoken.row == nil || !list.rows.isEmpty || !list.isNarrowed { return spoken }
        spoken.lines = spokenEmptiness("configurations", in: session)
        return spoken
    }

    private func spokenRow(in session: Session) -> SpokenRow {
        let (account, inventory) = (session.account, session.account.inventory)
        if let number = list.current {
            let entry = inventory.entries[Int(number)]
            let (configuration, count) = (entry.configuration, entry.associations.count)
            let more = entry.state == .complete ? "" : entry.state.isFailed ? ", not all could be listed" : " so far"
            return spokenRow(
                configuration.name,
                spokenRange + spokenMarks(account.marks.count(in: number), of: count) + spokenFailures(account.failures.count(in: number))
                    + [count.counted("association") + more, configuration.spokenScope])
        }
        guard case .view(let view)? = headRow else {
            let more = inventory.isComplete ? "" : inventory.isLoading ? " so far" : ", not all could be listed"
            return spokenRow(
                "All configurations",
                spokenMarks(account.marks.count, of: inventory.associationCount) + [
                    inventory.associationCount.counted("association") + more
                ])
        }
        return spokenRow(view.name(), view.spokenFacts(in: session))
    }
}

extension AssociationListScreen {
    /// "3 of 10" where a filter shows less than all.
    fileprivate func spokenCount(of all: Int) -> String {
        list.isNarrowed ? "\(list.rows.count.grouped) of \(all.grouped)" : all.grouped
    }

    fileprivate func spokenMarks(_ marked: Int, of all: Int) -> [String] {
        marked == 0 ? [] : [marked == all ? "all marked" : "\(marked.grouped) marked"]
    }

    fileprivate func spokenFailures(_ count: Int) -> [String] { count == 0 ? [] : ["\(count.grouped) failed"] }
}

extension CoverageView {
    /// How many associations or projects the view opens, and how many of them are marked.
    fileprivate func spokenFacts(in session: Session) -> [String] {
        let (members, inventory) = (session.account.members(of: self, now: session.now), session.account.inventory)
        let marked = session.account.marks.count(of: members.projects)
        let count =
            self == .withoutConfiguration
            ? members.projects.count.counted("project") : inventory.associationCount(of: members.projects).counted("association")
        let known = members.isProven ? count : members.projects.isEmpty ? "not known" : "\(count) or more"
        return (marked == 0 ? [] : ["\(marked.grouped) marked"]) + [known]
    }
}

extension ScanConfiguration {
    /// What a plan will warn of; nothing for most.
    fileprivate var spokenScope: String {
        (isOrganizationLevel ? ["organization's"] : []).joined() + (isDefault ? (isOrganizationLevel ? " default" : "default") : "")
    }
}

extension ProjectsScreen {
    func spoken(in scene: Scene) -> Spoken {
        let session = scene.session
        var spoken = Spoken(title(in: session, room: .max).replacing("  ", with: ", ").replacing("+ assoc", with: " or more assoc"))
        spoken.order = spokenOrder
        if let current = list.current {
            spoken.row = spokenRow(SpokenAssociation(current, in: session).name, facts(of: current, in: session))
        } else {
            spoken.absence = empty(in: session, .heard).heard.map(\.inSpokenWords)
        }
        return spoken
    }

    private func facts(of id: AssociationID, in session: Session) -> [String] {
        spokenRange + SpokenAssociation(id, in: session).facts(namesConfiguration: scope.hasSeveralConfigurations)
    }
}

extension UnconfiguredScreen {
    func spoken(in scene: Scene) -> Spoken {
        let session = scene.session
        var spoken = Spoken(
            "\(CoverageView.withoutConfiguration.name()), " + (list.isNarrowed ? "\(list.rows.count.grouped) of " : "")
                + list.all.count.counted("project"))
        spoken.order = spokenOrder
        if let current = list.current {
            let project = SpokenProject(current, in: session)
            spoken.row = spokenRow(project.name, project.facts)
        } else {
            spoken.absence =
                list.isNarrowed && !list.all.isEmpty
                ? spokenEmptiness("projects", in: session)
                : CoverageView.withoutConfiguration.nothing(in: session, .heard).heard.map(\.inSpokenWords)
        }
        return spoken
    }
}

/// An association as it is said.
struct SpokenAssociation {
    private let id: AssociationID
    private let session: Session
    private let project: SpokenProject

    init(_ id: AssociationID, in session: Session) {
        (self.id, self.session, project) = (id, session, SpokenProject(id.resource, in: session))
    }

    /// The project's name, or its id.
    var name: String { project.name }

    func facts(namesConfiguration: Bool) -> [String] {
        let inventory = session.account.inventory
        let statuses = RowStatuses(inventory)
        let configuration = inventory.entries[Int(id.configuration)].configuration.name
        let unmarkable = statuses.isOfUnknownKind(id.resource) ? RowStatuses.unknownKind : RowStatuses.unmatched
        return (namesConfiguration ? [configuration] : []) + (session.account.marks.contains(id) ? ["marked"] : [])
            + (session.account.failures[id].map { [$0.spokenState] } ?? [])
            + (statuses.isLast(id.resource) ? ["last configuration"] : [])
            + (inventory.resources.isProject(id.resource) ? [] : [unmarkable]) + project.facts
    }

    /// What happened to it, with the whole message, and what to do; nothing where it did not fail.
    var failure: String? {
        guard let outcome = session.account.failures[id] else { return nil }
        return [outcome.groupTitle, outcome.reasonText, outcome.advice.sentence].filter { !$0.isEmpty }
            .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }
}

/// A project as it is said: the columns that were chosen, and a scan that does not come about.
struct SpokenProject {
    private let resource: ResourceNumber
    private let session: Session

    init(_ resource: ResourceNumber, in session: Session) { (self.resource, self.session) = (resource, session) }

    var name: String {
        let inventory = session.account.inventory
        return inventory.projectName(of: resource) ?? inventory.resources[resource].words
    }

    var facts: [String] { scan + ProjectColumn.allCases.filter { session.columns[$0] == true }.compactMap(text) }

    private var scan: [String] {
        let word = session.account.inventory.facts.scanWord(of: resource)
        return word.meaning == .failing && session.columns[.scan] != true ? ["scan failing: \(word.word)"] : []
    }

    /// What a column says, with its title where it needs one.
    private func text(_ column: ProjectColumn) -> String? {
        let (inventory, facts) = (session.account.inventory, session.account.inventory.facts)
        let text: String? =
            switch column {
            case .name, .configuration, .status: nil
            case .id: inventory.resources[resource].words
            case .count: String(inventory.configurationCount(of: resource))
            case .lastScan: facts.scanTime(of: resource).age(at: session.now)
            case .scan: facts.scanWord(of: resource).word
            case .provider: facts.text(.provider, of: resource)
            case .visibility: facts.text(.visibility, of: resource)
            case .account: facts.text(.account, of: resource)
            }
        return text.flatMap { $0.isEmpty ? nil : "\(column.title.lowercased()) \($0)" }
    }
}

extension Outcome {
    /// "failed ACCESS_DENIED", "unresolved", "not sent".
    var spokenState: String {
        if case .failed = self { "failed \(groupTitle)" } else { groupTitle.prefix(1).lowercased() + groupTitle.dropFirst() }
    }
}

extension AssociationListScreen {
    /// The whole message of the failure under the cursor.
    func spokenFailure(in session: Session) -> [Action] {
        guard let id = list.current as? AssociationID else { return [] }
        let association = SpokenAssociation(id, in: session)
        return association.failure.map { [.inform("\(association.name): \($0)")] } ?? []
    }
}
