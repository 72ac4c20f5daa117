internal import TextSafety

/// Runs that began together told in one ticket: what became of each, and then the ticket of each.
package struct GroupTicket: Sendable {
    private let id: String
    private let tickets: [Ticket]
    private let gap: String?

    /// The ticket of a group.
    ///
    /// - Parameter gap: That journals of some of its runs are not here, a sentence; nil where all are.
    package init(_ id: String, _ tickets: [Ticket], gap: String? = nil) { (self.id, self.tickets, self.gap) = (id, tickets, gap) }

    private var title: String { "Group \(id): \(tickets.count.counted("run"))" }

    private static let headings = ["Run", "Account", "Region", "Profile", "Result"]

    private func cells(_ ticket: Ticket) -> [String] {
        let plan = ticket.report.plan
        return [ticket.report.runId, plan.knownAccount ?? "unknown", plan.region, plan.profile ?? "", ticket.report.sentence]
    }

    /// The ticket in Markdown (CommonMark with tables).
    package var markdown: String {
        let rows = tickets.map { cells($0).map(Ticket.code) }
        return "# \(title)\n\n" + Ticket.table(Self.headings, rows) + (gap.map { "\n\(Ticket.code($0))\n" } ?? "")
            + tickets.map { "\n---\n\n\($0.markdown)" }.joined()
    }

    /// The ticket as one page of HTML that needs no other file.
    package var html: String {
        var content = "<h1>\(Ticket.escaped(title))</h1>\n" + Ticket.table("The runs of the group", Self.headings, tickets.map(cells))
        if let gap { content += "<p class=\"message\">\(Ticket.escaped(gap))</p>\n" }
        content += tickets.enumerated().map { $1.html(numbered: "run-\($0)-") }.joined()
        return Ticket.page(title, content)
    }
}
