import InspectorCore
import TextSafety

/// A plan as it is said: what and how much, for which account and region, the warnings, who sends it, and what it does to coverage.
struct SpokenPlan {
    private let screen: PlanScreen
    private let scene: Scene
    private let text: PlanText

    init(_ screen: PlanScreen, in scene: Scene) {
        (self.screen, self.scene) = (screen, scene)
        text = screen.text(of: scene.session, on: scene.display)
    }

    /// All of it. The first line has what has to be known before anything is sent, and changes with every edit.
    var spoken: Spoken {
        let head = PlanHead(screen, .heard, in: scene.session)
        let introduction = head.introduction.heard
        let place = head.identity.heard.map { $0.replacing(": ", with: " ").lowercasedFirst }
        var spoken = Spoken("plan")
        spoken.lines =
            [([introduction.first ?? ""] + place).joined(separator: ", ") + "."] + introduction.dropFirst() + head.scope.heard
            + (head.coverage + head.choice).map(\.line).heard
        spoken.row = row
        spoken.prompt = scene.session.sendingRefusal ?? emptiness
        return spoken
    }

    private var emptiness: String? {
        screen.draft.count == 0 ? screen.unreadReason(in: scene.session, on: scene.display) : nil
    }

    private var row: SpokenRow? {
        let line = screen.viewport.cursor
        switch text.item(onLine: line) {
        case .target(let place)?: return target(place, line)
        case .heading(let group)?:
            let group = screen.draft.groups[group]
            let place = screen.part(of: group.places.lowerBound).map { ["in \($0.name)"] } ?? []
            return SpokenRow(index: line, name: group.name ?? group.scanConfigurationArn, facts: place + [group.words])
        case .number?, nil:
            let words = text.text.lines(from: line, height: 1).heard.joined()
            return words.isEmpty ? nil : SpokenRow(index: line, name: words)
        }
    }

    private func target(_ place: Int, _ line: Int) -> SpokenRow {
        let draft = screen.draft
        let target = draft.whole.targets[place]
        return SpokenRow(
            index: line, name: target.projectName ?? target.association.resource.words,
            facts: (draft.leftOut.contains(place) ? ["left out"] : []) + draft.remarks(on: place).map(\.words) + whatIsDone(with: target),
            place: "\((place + 1).grouped) of \(draft.whole.targets.count.grouped)")
    }

    /// Of a move, what is done with the target; elsewhere its configuration, where there are several.
    private func whatIsDone(with target: PlanTarget) -> [String] {
        let name = target.configurationName ?? target.association.scanConfigurationArn
        guard screen.isMove else { return screen.draft.groups.count > 1 ? [name] : [] }
        switch screen.draft.whole.change(of: target) {
        case .associate: return ["associated first with \(name)"]
        case .disassociate: return ["then disassociated from \(name)"]
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
