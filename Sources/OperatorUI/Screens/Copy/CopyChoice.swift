import InspectorCore
import TextSafety

/// Something that can be copied.
struct CopyChoice: Hashable, Sendable {
    /// What is copied.
    enum Value: Hashable, Sendable {
        /// A text, as it may be drawn.
        case text(String)
        /// The project ids of everything that is marked, and how many associations that is.
        case markedIDs(Int)
    }

    /// The key that copies it.
    let letter: Character
    /// What it is.
    let title: String
    let value: Value

    private init(_ letter: Character, _ title: String, _ value: Value) {
        (self.letter, self.title, self.value) = (letter, title, value)
    }

    /// What there is to copy of an association, and of the marks where there are any.
    static func choices(of target: PlanTarget, marked: Int = 0) -> [CopyChoice] {
        choices(of: target.association.resource, name: target.projectName)
            + [Self("a", "configuration's ARN", .text(target.association.scanConfigurationArn.terminalSafe))] + marks(marked)
    }

    /// What there is to copy of a project.
    static func choices(of project: AssociationResource, name: String?) -> [CopyChoice] {
        [Self("i", "project ID", .text((project.projectId ?? project.words).terminalSafe))]
            + (name.map { [Self("n", "name", .text($0.terminalSafe))] } ?? [])
    }

    /// What there is to copy of a run.
    static func choices(of report: RunReport) -> [CopyChoice] {
        [Self("i", "run ID", .text(report.runId.terminalSafe))]
            + (report.journal.map { [Self("j", "journal's path", .text($0.terminalSafe))] } ?? [])
    }

    /// What there is to copy of a configuration, and of the marks where there are any.
    static func choices(of configuration: ScanConfiguration, marked: Int) -> [CopyChoice] {
        [
            Self("a", "ARN", .text(configuration.scanConfigurationArn.terminalSafe)),
            Self("n", "name", .text(configuration.name.terminalSafe)),
        ] + marks(marked)
    }

    /// What there is to copy of a listed association.
    static func choices(of id: AssociationID, in session: Session) -> [CopyChoice] {
        choices(of: session.account.target(of: id), marked: session.account.marks.count)
    }

    /// What there is to copy of a listed project.
    static func choices(of project: ResourceNumber, in session: Session) -> [CopyChoice] {
        let inventory = session.account.inventory
        return choices(of: inventory.resources[project], name: inventory.projectName(of: project)) + marks(session.account.marks.count)
    }

    private static func marks(_ count: Int) -> [CopyChoice] {
        count == 0 ? [] : [Self("m", "marked project IDs", .markedIDs(count))]
    }
}
