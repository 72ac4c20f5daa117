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
        LazyText([.empty] + FactSheet(session, display.textPage).association(id))
    }
}
