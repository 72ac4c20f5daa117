internal import TextSafety

extension Ticket {
    /// The ticket in Markdown (CommonMark with tables). What came from outside stands in code, where it means nothing.
    package var markdown: String {
        var text = "# \(title)\n\n" + Self.table(["", ""], facts.map { [$0.name, $0.isOurs ? $0.value : Self.code($0.value)] })
        text += Self.list("Warnings in the plan", report.plan.warnings.map(\.words))
        text += Self.list("Remarks", report.remarks)
        text += "\n## Configurations\n\n"
        text += Self.table(["Name", "ARN"], configurations.map { [Self.code($0.name), Self.code($0.arn)] })
        for (number, group) in groups.enumerated() {
            if let (remedy, count) = count(ofRemedyBegunBy: number) { text += "\n## \(remedy.words): \(count.counted("association"))\n" }
            text +=
                "\n\(group.remedy == nil ? "##" : "###") \(group.isCode ? Self.code(group.title) : group.title): \(group.targets.count.counted("association"))\n\n"
            if !group.message.isEmpty { text += Self.code(group.message) + "\n\n" }
            if !group.advice.isEmpty { text += group.advice + "\n\n" }
            let rows = group.targets.lazy.map { cells($0, of: group).map(Self.code) }
            text += Self.table(group.columns.map(\.rawValue), rows)
        }
        return text
    }

    static func table(_ headings: [String], _ rows: some Sequence<[String]>) -> String {
        row(headings) + row(headings.map { _ in "---" }) + rows.lazy.map(row).joined()
    }

    private static func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

    private static func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\n## \(title)\n\n" + items.map { "- \(code($0))\n" }.joined()
    }

    /// Text from outside as code: no markup, no link, no mention. What would end the code or a table's cell is written in entities, since
    /// not every reader of Markdown takes a backslash there.
    static func code(_ text: String) -> String {
        let safe = text.terminalSafe
        if safe.isEmpty { return "–" }
        guard safe.utf8.contains(where: { "`|\\".utf8.contains($0) }) else { return "`\(safe)`" }
        return "<code>" + safe.unicodeScalars.map(entity).joined() + "</code>"
    }

    private static func entity(_ scalar: Unicode.Scalar) -> String {
        let isPlain = !scalar.isASCII || scalar == " " || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isPlain ? String(scalar) : "&#\(scalar.value);"
    }
}
