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
        /// Ids that are too many for the terminal's clipboard.
        case targets([PlanTarget])
    }

    /// How it is written.
    package enum Format: Hashable, Sendable {
        /// One document.
        case json
        /// One row for each association.
        case csv
        /// A ticket's text, of results only.
        case markdown
        /// A ticket's page, of results only.
        case html
    }

    /// The file as it was typed.
    package let path: String
    /// How it is written.
    package let format: Format
    /// What is written.
    package let content: Content
    /// Whether an existing file may be replaced.
    package var mayReplace = false

    /// An export in the format of the file name's extension; `nil` for any other extension.
    init?(path: String, content: Content) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        let formats = Self.formats(of: content)
        guard let (ending, format) = formats.first(where: { name.hasSuffix($0.0) }) else { return nil }
        guard name != ending else { return nil }
        self.path = path
        self.format = format
        self.content = content
    }

    private static func formats(of content: Content) -> [(ending: String, format: Format)] {
        let tables = [(".json", Format.json), (".csv", .csv)]
        return switch content {
        case .associations, .projects, .plan, .targets: tables
        case .report: tables + [(".md", .markdown), (".html", .html)]
        }
    }

    /// The endings that a name may have, as the end of a sentence.
    fileprivate static func endings(of content: Content) -> String {
        switch content {
        case .associations, .projects, .plan, .targets: ".csv or .json"
        case .report: ".csv, .json, .md or .html"
        }
    }

    /// The run whose journal has times, request ids and its digest for a ticket; absent for anything else.
    package var ticketRun: String? {
        guard case .report(let report) = content, format == .markdown || format == .html else { return nil }
        return report.runId
    }

    /// How many associations or projects are written, in words.
    var extent: String {
        if case .projects = content { count.counted("project") } else { count.counted("association") }
    }

    /// How many associations or projects are written.
    package var count: Int {
        switch content {
        case .associations(let rows): rows.rows.count
        case .projects(let projects): projects.projects.count
        case .report(let report): report.outcomes.count
        case .plan(let draft): draft.count
        case .targets(let targets): targets.count
        }
    }

    /// The file's bytes; a ticket without what only the journal has.
    package var bytes: [UInt8] {
        switch (content, format) {
        case (.associations(let rows), .json): rows.document.jsonDocument
        case (.associations(let rows), .csv), (.associations(let rows), .markdown), (.associations(let rows), .html):
            Array(rows.table.utf8)
        case (.projects(let projects), .json): projects.jsonDocument
        case (.projects(let projects), .csv), (.projects(let projects), .markdown), (.projects(let projects), .html):
            Array(projects.table.utf8)
        case (.report(let report), .json): RunDocument(report).jsonDocument
        case (.report(let report), .csv): Array(OutcomeTable.csv(report).utf8)
        case (.plan(let draft), .json): PlanDocument(draft).jsonDocument
        case (.plan(let draft), .csv), (.plan(let draft), .markdown), (.plan(let draft), .html):
            Array(OutcomeTable.csv(draft.plan).utf8)
        case (.targets(let targets), .json): ExportDocument(targets).jsonDocument
        case (.targets(let targets), .csv), (.targets(let targets), .markdown), (.targets(let targets), .html):
            Array(ExportDocument(targets).table.utf8)
        case (.report(let report), .markdown), (.report(let report), .html): bytes(of: Ticket(report))
        }
    }

    /// The file's bytes with a ticket made from the journal.
    package func bytes(of ticket: Ticket) -> [UInt8] { Array((format == .html ? ticket.html : ticket.markdown).utf8) }
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
            return [.warn("The name must end in \(endings(of: content)).")]
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
