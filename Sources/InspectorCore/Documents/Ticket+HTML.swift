internal import TextSafety

extension Ticket {
    /// The ticket as one page of HTML that needs no other file, runs nothing, and prints on paper.
    package var html: String { Self.page("\(title), run \(report.runId)", html(numbered: "")) }

    /// A page with this title and content.
    static func page(_ title: String, _ content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>\(escaped(title))</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <main>

        """ + content + "</main>\n</body>\n</html>\n"
    }

    /// What stands on the page. The names of its places begin with `number`, so that several can be on one.
    func html(numbered number: String) -> String {
        var page = "<h1>\(Self.escaped(title))</h1>\n"
        page += "<table class=\"facts\"><caption>The run</caption><tbody>\n"
        for fact in facts { page += "<tr><th scope=\"row\">\(fact.name)</th><td>\(Self.text(fact.value))</td></tr>\n" }
        page += "</tbody></table>\n" + summary(number)
        page += Self.list("Warnings in the plan", report.plan.warnings.map(\.words)) + Self.list("Remarks", report.remarks)
        for (place, group) in groups.enumerated() { append(group, place, "\(number)group-\(place)", to: &page) }
        page += "<h2>Configurations</h2>\n"
        page += Self.table("The configurations' names and ARNs", ["Name", "ARN"], configurations.map { [$0.name, $0.arn] })
        return page
    }

    /// How many ended in which way, each a link to its group.
    private func summary(_ number: String) -> String {
        let rows = groups.enumerated().map { place, group in
            "<tr class=\"\(group.kind.rawValue)\"><th scope=\"row\"><a href=\"#\(number)group-\(place)\">\(Self.text(group.title))</a></th>"
                + "<td class=\"number\">\(group.targets.count.grouped)</td></tr>\n"
        }
        return "<table class=\"facts\"><caption>Outcomes</caption><thead><tr><th scope=\"col\">Outcome</th>"
            + "<th scope=\"col\" class=\"number\">Associations</th></tr></thead><tbody>\n\(rows.joined())</tbody></table>\n"
    }

    private func append(_ group: Group, _ number: Int, _ name: String, to page: inout String) {
        let count = group.targets.count.counted("association")
        if let (remedy, all) = self.count(ofRemedyBegunBy: number) { page += "<h2>\(remedy.words): \(all.counted("association"))</h2>\n" }
        let level = group.remedy == nil ? "h2" : "h3"
        page += "<section class=\"\(group.kind.rawValue)\" aria-labelledby=\"\(name)\">\n"
        page += "<\(level) id=\"\(name)\">\(Self.text(group.title)): \(count)</\(level)>\n"
        if !group.message.isEmpty { page += "<p class=\"message\">\(Self.text(group.message))</p>\n" }
        if !group.advice.isEmpty { page += "<p>\(Self.escaped(group.advice))</p>\n" }
        page += Self.table(
            "Associations: \(group.title)", group.columns.map(\.rawValue), group.targets.lazy.map { cells($0, of: group) })
        page += "</section>\n"
    }

    /// A table that scrolls by itself where it is wider than the screen; the first cell of a row names it.
    static func table(_ caption: String, _ headings: [String], _ rows: some Sequence<[String]>) -> String {
        var table = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(escaped(caption))\">\n<table>"
        table += "<thead><tr>\(headings.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead><tbody>\n"
        let isTime = headings.map { $0 == Column.sent.rawValue || $0 == Column.answered.rawValue }
        for row in rows {
            let cells = row.enumerated().map {
                $0 == 0 ? "<th scope=\"row\">\(text($1))</th>" : "<td\(isTime[$0] ? " class=\"time\"" : "")>\(text($1))</td>"
            }
            table += "<tr>\(cells.joined())</tr>\n"
        }
        return table + "</tbody></table>\n</div>\n"
    }

    private static func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "<h2>\(title)</h2>\n<ul>\n" + items.map { "<li>\(text($0))</li>\n" }.joined() + "</ul>\n"
    }

    /// Text from outside in its own direction of writing; a dash where there is none.
    static func text(_ text: String) -> String { text.isEmpty ? "–" : "<bdi>\(escaped(text))</bdi>" }

    /// Text for content and for quoted attributes.
    static func escaped(_ text: String) -> String {
        text.terminalSafe.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static let style = """
        :root { color-scheme: light dark; --line: #c9ced6; --failed: #b3261e; --open: #8a5a00; --done: #1e6b34; --nothing: #5b6470; }
        @media (prefers-color-scheme: dark) {
          :root { --line: #4a5058; --failed: #ff9b93; --open: #f0c060; --done: #8fd9a3; --nothing: #a9b2bd; }
        }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
        main { max-width: 80rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; }
        h2 { font-size: 1.2rem; margin-top: 2rem; }
        h3 { font-size: 1.05rem; margin-top: 1.5rem; }
        table { border-collapse: collapse; font-size: 0.9rem; }
        caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid var(--line); }
        .message { border-left: 3px solid var(--line); padding-left: 0.8rem; }
        td, th { overflow-wrap: anywhere; min-width: 5rem; }
        th[scope=row] { font-weight: 500; overflow-wrap: break-word; min-width: 9rem; }
        thead th, .time { overflow-wrap: normal; white-space: nowrap; }
        .facts { margin: 1rem 0; }
        .facts th[scope=row] { min-width: 11rem; }
        .number { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
        .wide { overflow-x: auto; }
        .wide:focus-visible { outline: 3px solid #4c8dff; }
        .failed h2, .failed h3, .failed a { color: var(--failed); }
        .open h2, .open h3, .open a { color: var(--open); }
        .done h2, .done h3, .done a { color: var(--done); }
        .nothing h2, .nothing h3, .nothing a { color: var(--nothing); }
        @media print {
          :root { color-scheme: light; }
          @page { size: A4 landscape; margin: 12mm; }
          body { font-size: 10pt; color: #000; background: #fff; }
          main { max-width: none; padding: 0; }
          table { font-size: 8pt; }
          thead { display: table-header-group; }
          tr { break-inside: avoid; }
          h2, h3, section > p { break-after: avoid; }
          .wide { overflow: visible; }
          a { color: inherit; text-decoration: none; }
        }
        """
}
