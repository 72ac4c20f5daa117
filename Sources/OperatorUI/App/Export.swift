package import InspectorCore
import JSON
import TextSafety

/// Something to be written to a file.
package struct Export: Equatable, Sendable {
    /// What is written.
    package enum Content: Equatable, Sendable {
        /// Rows of a list.
        case associations(ExportedRows)
        /// Projects that no configuration has.
        case projects(ExportedProjects)
        /// The outcomes of a run's targets.
        case report(RunReport)
        /// A plan, sent or not.
        case plan(PlanDraft)
        /// The plans of several sessions.
        case plans([PlanDraft])
        /// Ids that are too many for the terminal's clipboard.
        case targets([PlanTarget])
    }

    /// The file as it was typed.
    package let path: String
    private let document: ExportedDocument
    /// Whether an existing file may be replaced.
    package var mayReplace = false
    /// Whether a table begins with the byte order mark by which a spreadsheet knows UTF-8.
    package var hasByteOrderMark = false

    /// An export in the format of the file name's extension; `nil` for an extension that the content has no format for.
    init?(path: String, content: Content) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        guard let document = ExportedDocument(content, named: name) else { return nil }
        (self.path, self.document) = (path, document)
    }

    /// Whether rows with commas are written, which a spreadsheet may open.
    var isCommaSeparated: Bool {
        switch document {
        case .associations(_, let format), .projects(_, let format), .plan(_, let format), .plans(_, let format),
            .targets(_, let format):
            format == .csv
        case .report(_, let format): format == .csv
        }
    }

    /// The run whose journal has times, request ids and its digest for a ticket; absent for anything else.
    package var ticketRun: String? {
        guard case .report(let report, let format) = document, format.isTicket else { return nil }
        return report.runId
    }

    /// How many associations or projects are written, in words.
    var extent: String {
        if case .projects = document { count.counted("project") } else { count.counted("association") }
    }

    /// How many associations or projects are written.
    package var count: Int {
        switch document {
        case .associations(let rows, _): rows.rows.count
        case .projects(let projects, _): projects.projects.count
        case .report(let report, _): report.outcomes.count
        case .plan(let draft, _): draft.count
        case .plans(let drafts, _): drafts.reduce(0) { $0 + $1.count }
        case .targets(let targets, _): targets.count
        }
    }

    /// The file's bytes; a ticket without what only the journal has.
    package var bytes: [UInt8] {
        switch document {
        case .associations(let rows, .json): rows.sessions.isEmpty ? rows.document.jsonDocument : rows.documents.jsonDocument
        case .associations(let rows, .csv): bytes(ofTable: rows.table)
        case .projects(let projects, .json): projects.jsonDocument
        case .projects(let projects, .csv): bytes(ofTable: projects.table)
        case .plan(let draft, .json): PlanDocument(draft).jsonDocument
        case .plan(let draft, .csv): bytes(ofTable: OutcomeTable.csv(draft.plan))
        case .plans(let drafts, .json): FleetDocument(drafts.map { .document(PlanDocument($0)) }).jsonDocument
        case .plans(let drafts, .csv): bytes(ofTable: OutcomeTable.csv(drafts.map(\.plan)))
        case .targets(let targets, .json): ExportDocument(targets).jsonDocument
        case .targets(let targets, .csv): bytes(ofTable: ExportDocument(targets).table)
        case .report(let report, .json): RunDocument(report).jsonDocument
        case .report(let report, .csv): bytes(ofTable: OutcomeTable.csv(report))
        case .report(let report, .markdown), .report(let report, .html): bytes(of: Ticket(report))
        }
    }

    private func bytes(ofTable table: String) -> [UInt8] { Array(((hasByteOrderMark ? CSVWriter.byteOrderMark : "") + table).utf8) }

    /// The file's bytes with a ticket made from the journal.
    package func bytes(of ticket: Ticket) -> [UInt8] {
        if case .report(_, .html) = document { Array(ticket.html.utf8) } else { Array(ticket.markdown.utf8) }
    }
}

extension Export {
    /// e: asks for the file to write rows of a list to.
    static func prompt(_ rows: AssociationRows, in session: Session) -> [Action] {
        [.prompt(TextPrompt(.fileName(.associations(ExportedRows(rows, in: session))), text: "associations.csv"))]
    }

    /// e: asks for the file to write projects without a configuration to.
    static func prompt(projects: [ResourceNumber], in session: Session) -> [Action] {
        [.prompt(TextPrompt(.fileName(.projects(ExportedProjects(projects, in: session))), text: "projects.csv"))]
    }

    /// e: asks for the file to write a run's results to.
    static func prompt(_ report: RunReport) -> [Action] {
        [.prompt(TextPrompt(.fileName(.report(report)), text: "results.csv"))]
    }

    /// e: asks for the file to write a plan to.
    static func prompt(_ draft: PlanDraft) -> [Action] {
        [.prompt(TextPrompt(.fileName(.plan(draft)), text: "plan.json"))]
    }

    /// e: asks for the file to write the plans of several sessions to.
    static func prompt(_ drafts: [PlanDraft]) -> [Action] {
        [.prompt(TextPrompt(.fileName(.plans(drafts)), text: "plan.json"))]
    }

    /// Handles the prompt for the file name.
    static func typed(_ input: PromptInput) -> [Action] {
        switch input {
        case .changed: []
        case .cancelled: [.inform("Nothing was written.")]
        case .accepted(let prompt): accepted(prompt)
        }
    }

    private static func accepted(_ prompt: TextPrompt) -> [Action] {
        guard case .fileName(let content) = prompt.purpose else { return [] }
        guard let export = Export(path: prompt.text, content: content) else {
            return [.warn("The name must end in \(content.endings).")]
        }
        return [.prompt(nil), .effect(.export(export))]
    }

    /// o: copies the address of the service's page. No address of a single project or configuration is documented.
    static func copyConsoleAddress(in session: Session) -> [Action] {
        guard let region = session.identity.region, let address = InspectorConsole.address(region: region) else {
            return [.warn("The address of AWS's console for \(session.identity.region?.terminalSafe ?? "this region") is not known.")]
        }
        return [.inform("Copied \(address) (if your terminal supports OSC 52): choose Code Security there."), .effect(.copy(address))]
    }
}
