import InspectorCore
import Terminal

extension State {
    /// The plan: where, who, how much, warnings first, then every target by configuration.
    func planLines(_ screen: PlanScreen) -> [Line] {
        let plan = screen.plan
        var lines = [Line.empty, Line(" " + planTitle(plan), .title), Line.empty]
        lines += field("Account", plan.account ?? "unknown")
        lines += field("Region", plan.region)
        lines += field("Caller", plan.caller ?? "unknown")
        lines += field("Calls", "\(plan.callCount.grouped), of at most \(ServiceLimits.batchSize) targets each")
        if !plan.warnings.isEmpty { lines.append(.empty) }
        for warning in plan.warnings { lines += bullet("! " + warning.sentence, .warning) }
        return lines + [Line.empty] + targetLines(plan)
    }

    private func planTitle(_ plan: Plan) -> String {
        let verb = plan.action == .disassociate ? "Disassociate" : "Associate again"
        let link = plan.action == .disassociate ? "from" : "with"
        return "\(verb) \(plan.targets.count.counted("project")) \(link) \(plan.configurationCount.counted("configuration"))"
    }

    private func targetLines(_ plan: Plan) -> [Line] {
        var lines: [Line] = []
        var arn = ""
        for target in plan.targets {
            if target.association.scanConfigurationArn != arn {
                arn = target.association.scanConfigurationArn
                lines.append(Line(" " + (target.configurationName ?? arn).harmless, .header))
            }
            let id = target.association.resource.idText
            let name = (target.projectName ?? "").harmless
            lines.append(Line([Span("   " + (name.isEmpty ? "" : name.padded(to: max(20, size.columns - 50)) + " ")), Span(id, .dim)]))
        }
        return lines
    }

    /// A sentence with its first two cells hanging out.
    func bullet(_ text: String, _ style: Style) -> [Line] {
        text.harmless.wrapped(to: max(10, size.columns - 5)).enumerated().map { index, piece in
            Line((index == 0 ? " " : "   ") + piece, style)
        }
    }
}
