import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Everything known of one association, its message whole.
    func detailLines(of id: AssociationID) -> [Line] {
        let association = inventory.association(id)
        let configuration = inventory.entries[Int(id.configuration)].configuration
        var lines = [Line.empty]
        lines += field("Project", inventory.projectName(of: id.resource) ?? "name not known")
        lines += field("Project id", association.resource.idText)
        if let provider = inventory.resources.details(of: id.resource)?.providerType { lines += field("Provider", provider) }
        lines += field("Configuration", configuration.name)
        lines += field("ARN", configuration.scanConfigurationArn)
        lines += field("In", configurationNames(of: id.resource).joined(separator: ", "))
        lines += field("Marked", marks.contains(id) ? "yes" : "no")
        guard let failure = failures[id] else { return lines }
        return lines + [Line.empty] + outcomeLines(failure)
    }

    private func outcomeLines(_ outcome: Outcome) -> [Line] {
        let advice = field("What to do", outcome.advice.sentence)
        switch outcome {
        case .succeeded: return []
        case .failed(let code, let message):
            return field("statusCode", code.rawValue, .failed) + field("Message", message ?? "none was given") + advice
        case .notConfirmed, .unresolved, .notSent: return field("Outcome", outcome.statusText, outcome.style) + advice
        }
    }

    private func configurationNames(of resource: ResourceNumber) -> [String] {
        inventory.listed.filter { inventory.entries[Int($0)].contains(resource) }.map { inventory.entries[Int($0)].configuration.name }
    }

    /// A label and a value that may take several lines.
    func field(_ label: String, _ value: String, _ style: Style = .text) -> [Line] {
        let width = 16
        let pieces = value.terminalSafe.wrapped(to: max(10, size.columns - width - 1))
        return pieces.enumerated().map { index, piece in
            Line([Span((" " + (index == 0 ? label : "")).padded(to: width), .dim), Span(piece, style)])
        }
    }
}
