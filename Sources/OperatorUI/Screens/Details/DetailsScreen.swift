import InspectorCore
import Terminal

/// Everything known of one association, the message of its failure whole.
struct DetailsScreen: TextScreen {
    /// The association.
    let id: AssociationID
    var viewport = Viewport()

    init(_ id: AssociationID) {
        self.id = id
    }

    var screen: Screen { .details(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        command == .copy ? .enabled : usualAvailability(of: command, in: session)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): scroll(motion, in: session, on: display)
        case .copy: CopyScreen.offer(CopyChoice.choices(of: id, in: session))
        case .open, .back, .refresh, .export, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        Export.typed(input)
    }
}

extension DetailsScreen {
    var title: String { "details" }

    func hints(in scene: Scene) -> [Hint] { scene.hints(.back, .copy) + [.scroll] }

    func text(in session: Session, on display: Display) -> LazyText {
        let (page, inventory) = (Page(columns: display.size.columns), session.account.inventory)
        let association = inventory.association(id)
        let configuration = inventory.entries[Int(id.configuration)].configuration
        var lines = [Line.empty]
        lines += page.field("Project", inventory.projectName(of: id.resource) ?? "name not known")
        lines += page.field("Project ID", association.resource.idText)
        if let provider = inventory.facts.text(.provider, of: id.resource) { lines += page.field("Provider", provider) }
        lines += page.field("Configuration", configuration.name)
        lines += page.field("ARN", configuration.scanConfigurationArn)
        lines += page.field("In", inventory.configurationNames(of: id.resource).joined(separator: ", "))
        lines += page.field("Marked", session.account.marks.contains(id) ? "yes" : "no")
        if let failure = session.account.failures[id] { lines += [Line.empty] + self.lines(of: failure, page) }
        return LazyText(lines)
    }

    private func lines(of outcome: Outcome, _ page: Page) -> [Line] {
        let advice = page.field("What to do", outcome.advice.sentence)
        switch outcome {
        case .succeeded: return []
        case .failed(let code, let message):
            return page.field("statusCode", code.rawValue, .failed) + page.field("Message", message ?? "none was given") + advice
        case .notConfirmed, .unresolved, .notSent: return page.field("Outcome", outcome.statusText, outcome.style) + advice
        }
    }
}

extension Inventory {
    fileprivate func configurationNames(of resource: ResourceNumber) -> [String] {
        listed.filter { entries[Int($0)].contains(resource) }.map { entries[Int($0)].configuration.name }
    }
}
