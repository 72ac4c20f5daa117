import InspectorCore
import TextSafety

/// The terminal's clipboard, reached with OSC 52.
enum Clipboard {
    /// What terminals take of it: 100,000 bytes in base64, with what stands around them.
    static let limit = 74_994
}

extension Export {
    /// c: copies a text through the terminal's clipboard.
    static func copy(_ text: String) -> [Action] { copy(text, called: text) }

    /// Copies a text that is too long to be shown.
    private static func copy(_ text: String, called name: String) -> [Action] {
        [.inform("Copied \(name) (if your terminal supports OSC 52)"), .effect(.copy(text))]
    }

    /// c: copies the project ids of associations, each once, one a line. Where that is more than the clipboard takes, asks for a file.
    static func copyIDs(of targets: [PlanTarget]) -> [Action] {
        var seen: Set<String> = []
        let ids = targets.compactMap(\.association.resource.projectId).filter { seen.insert($0).inserted }.map(\.terminalSafe)
        let size = ids.reduce(0) { $0 + $1.utf8.count + 1 }
        if ids.isEmpty { return [.warn("There are no project IDs to copy.")] }
        if ids.count == 1 { return copy(ids[0]) }
        if size > Clipboard.limit {
            return [
                .prompt(TextPrompt(.fileName(.targets(targets)), text: "ids.csv")),
                .inform("\(ids.count.grouped) IDs are more than a terminal's clipboard takes: write them to a file."),
            ]
        }
        return copy(ids.joined(separator: "\n"), called: ids.count.counted("ID"))
    }
}
