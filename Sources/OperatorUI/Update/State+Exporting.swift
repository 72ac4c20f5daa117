import InspectorCore
import Terminal
import TextSafety

extension State {
    /// e: asks for the file to write to.
    mutating func askForFileName() {
        if case .results = screen {
            guard let last = runs.last else { return }
            entry = Entry(.fileName(.report(last.report)), text: "results.csv")
        } else {
            let rows = ExportedRows(
                account: session.account, region: session.region, inventory: inventory, rows: shownAssociations, failures: failures)
            entry = Entry(.fileName(.associations(rows)), text: "associations.csv")
        }
    }

    /// Takes the file name that was typed.
    mutating func finishFileName(_ text: String, _ content: Export.Content) -> [Effect] {
        guard let export = Export(path: text, content: content) else {
            notice = Notice(.warning, "The name must end in .csv or .json.")
            return []
        }
        entry = nil
        return [.export(export)]
    }

    /// c: hands the id to the terminal.
    mutating func copy() -> [Effect] {
        guard let text = copiedText else { return [] }
        notice = Notice(.information, "Copied \(text) (if your terminal allows OSC 52)")
        return [.copy(text)]
    }

    private var copiedText: String? {
        switch screen {
        case .projects(let list): list.current.map { inventory.association($0).resource.idText }
        case .details(let id, _): inventory.association(id).resource.idText
        case .configurations(let list): list.current.map { inventory.entries[Int($0)].configuration.scanConfigurationArn.terminalSafe }
        default: nil
        }
    }
}
