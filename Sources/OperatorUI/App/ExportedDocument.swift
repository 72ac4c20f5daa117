import InspectorCore
import TextSafety

/// What is written to a file, in a format that it has.
indirect enum ExportedDocument: Equatable, Sendable {
    case associations(ExportedRows, TableFormat)
    case projects(ExportedProjects, TableFormat)
    case plan(PlanDraft, TableFormat)
    case plans([PlanDraft], TableFormat)
    case targets([PlanTarget], TableFormat)
    case report(RunReport, ReportFormat)

    /// How lists and plans are written, by the endings of names.
    enum TableFormat: String, CaseIterable, Sendable {
        case csv = ".csv"
        case json = ".json"
    }

    /// How results are written, by the endings of names: the last two make a ticket.
    enum ReportFormat: String, CaseIterable, Sendable {
        case csv = ".csv"
        case json = ".json"
        case markdown = ".md"
        case html = ".html"

        /// Whether it is a text for people rather than a table.
        var isTicket: Bool {
            switch self {
            case .markdown, .html: true
            case .csv, .json: false
            }
        }
    }

    /// The content in the format that the end of a file's name, in lower case, stands for; nothing when it has no such format.
    init?(_ content: Export.Content, named name: String) {
        if case .report(let report) = content {
            guard let format = ReportFormat.allCases.first(where: { name.isFile(endingIn: $0.rawValue) }) else { return nil }
            self = .report(report, format)
            return
        }
        guard let format = TableFormat.allCases.first(where: { name.isFile(endingIn: $0.rawValue) }) else { return nil }
        switch content {
        case .associations(let rows): self = .associations(rows, format)
        case .projects(let projects): self = .projects(projects, format)
        case .plan(let draft): self = .plan(draft, format)
        case .plans(let drafts): self = .plans(drafts, format)
        case .targets(let targets): self = .targets(targets, format)
        case .report: return nil
        }
    }
}

extension Export.Content {
    /// The endings that a name may have, as the end of a sentence.
    var endings: String {
        switch self {
        case .associations, .projects, .plan, .plans, .targets: ExportedDocument.TableFormat.allCases.map(\.rawValue).joined(before: "or")
        case .report: ExportedDocument.ReportFormat.allCases.map(\.rawValue).joined(before: "or")
        }
    }
}

extension String {
    fileprivate func isFile(endingIn ending: String) -> Bool { hasSuffix(ending) && self != ending }
}
