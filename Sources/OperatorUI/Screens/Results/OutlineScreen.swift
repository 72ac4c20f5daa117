import InspectorCore
import Terminal
import TextSafety

/// A screen that shows what did not succeed in runs, as an outline with a cursor.
protocol OutlineScreen: TextScreen {
    /// Nodes that are not as they are at first.
    var toggled: Set<FailureNode> { get set }
    /// The node the cursor is on, for when lines come and go above it.
    var anchor: FailureNode? { get set }
    /// Everything that is open.
    func outline(in session: Session, on display: Display) -> Outline<FailureNode>
    /// The run of a number.
    func run(_ number: Int, in session: Session) -> FinishedRun?
}

extension OutlineScreen {
    func text(in session: Session, on display: Display) -> LazyText { outline(in: session, on: display).text }

    func view(in scene: Scene) -> ScreenView { outlineView(in: scene) }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .frameDue, .event(.resized): settle(in: session, on: display)
        case .rowsChanged, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    /// The node the cursor is on.
    func node(in session: Session, on display: Display) -> FailureNode? {
        outline(in: session, on: display).node(at: viewport.cursor)
    }

    /// What Enter does here, for its hint.
    func openWord(in scene: Scene) -> String {
        let outline = outline(in: scene.session, on: scene.display)
        switch outline.node(at: viewport.cursor) {
        case .target?, .untouched?: return "details"
        case .run?, .section?, .reason?, .configuration?, .nothingToDo?, nil:
            return outline.isUnfolded(at: viewport.cursor) ? "fold" : "unfold"
        }
    }

    /// Whether the command does something in an outline; nothing for a command that is no outline's.
    func outlineAvailability(of command: Command, in session: Session, on display: Display) -> Availability? {
        switch command {
        case .open:
            switch node(in: session, on: display) {
            case nil: .disabled("There is nothing to unfold here. Esc goes back.")
            case .target?, .untouched?:
                .when(details(in: session, on: display) != nil, else: "This association is no longer listed. c copies its ID and name.")
            case .run(let number)?: .when(run(number, in: session)?.hasParts ?? false, else: "Everything in this run succeeded.")
            case .section?, .reason?, .configuration?, .nothingToDo?: .enabled
            }
        case .copy: .when(node(in: session, on: display) != nil, else: "There is nothing to copy here.")
        case .list(.nextFailed), .list(.previousFailed):
            .when(outline(in: session, on: display).stop(from: 0, goesUp: false, where: \.isFailure) != nil, else: "Nothing failed here.")
        case .move, .back, .refresh, .export, .list, .run, .program: nil
        }
    }

    /// Carries out an outline's command; nothing for a command that is none.
    mutating func performInOutline(_ command: Command, in session: Session, on display: Display) -> [Action]? {
        switch command {
        case .move(let motion): move(motion, in: session, on: display)
        case .open: open(in: session, on: display)
        case .list(.nextFailed): goToReason(goesUp: false, in: session, on: display)
        case .list(.previousFailed): goToReason(goesUp: true, in: session, on: display)
        case .copy: copy(in: session, on: display)
        case .back, .refresh, .export, .list, .run, .program: nil
        }
    }

    private mutating func move(_ motion: Motion, in session: Session, on display: Display) -> [Action] {
        let (before, outline) = (viewport, outline(in: session, on: display))
        viewport.move(motion, in: outline, height: display.textHeight)
        anchor = outline.node(at: viewport.cursor)
        return viewport == before ? [.inform(motion.goesUp ? "This is the top." : "This is the end.")] : []
    }

    /// Enter: opens or closes what the cursor is on; on a name, shows the association.
    private mutating func open(in session: Session, on display: Display) -> [Action] {
        if let details = details(in: session, on: display) { return [.push(.details(details))] }
        guard let node = node(in: session, on: display) else { return [] }
        if toggled.remove(node) == nil { toggled.insert(node) }
        anchor = node
        settle(in: session, on: display)
        return []
    }

    private func details(in session: Session, on display: Display) -> DetailsScreen? {
        node(in: session, on: display).flatMap { node in run(node.run, in: session)?.target(of: node) }
            .flatMap { session.account.inventory.id(of: $0.association) }.map { DetailsScreen($0) }
    }

    /// n and N: the next code and message, or the previous one; closed sections open where it is in them.
    private mutating func goToReason(goesUp: Bool, in session: Session, on display: Display) -> [Action] {
        let outline = outline(in: session, on: display)
        guard let line = outline.stop(from: viewport.cursor, goesUp: goesUp, where: \.isReason) else {
            return [.inform(goesUp ? "This is the first failure." : "This is the last unfolded failure. Enter unfolds a group.")]
        }
        viewport.go(to: line, in: outline, height: display.textHeight)
        anchor = outline.node(at: viewport.cursor)
        return []
    }

    /// c: copies the ids in what the cursor is on; of one association, there is more to copy.
    private func copy(in session: Session, on display: Display) -> [Action] {
        guard let node = node(in: session, on: display), let run = run(node.run, in: session) else { return [] }
        if node.isRun { return CopyScreen.offer(CopyChoice.choices(of: run.report)) }
        return run.target(of: node).map { CopyScreen.offer(CopyChoice.choices(of: $0)) } ?? Export.copyIDs(of: run.targets(in: node))
    }

    /// Puts the cursor on its node again, wherever that is now.
    mutating func settle(in session: Session, on display: Display) {
        let outline = outline(in: session, on: display)
        if let anchor, outline.node(at: viewport.cursor) != anchor, let line = outline.line(of: anchor) {
            viewport.follow(to: line, count: outline.count, height: display.textHeight)
        }
        viewport.clamp(count: outline.count, height: display.textHeight)
        viewport.settle(in: outline)
        if anchor == nil { skipRun(in: outline) }
        anchor = outline.node(at: viewport.cursor)
    }

    /// At first the cursor is on what did not succeed, below how the newest run ended.
    private mutating func skipRun(in outline: Outline<FailureNode>) {
        guard let node = outline.node(at: viewport.cursor), node.isRun, let next = outline.stop(from: viewport.cursor, goesUp: false),
            outline.node(at: next)?.run == node.run
        else { return }
        viewport.cursor = next
    }

    /// The outline with the cursor on its node.
    func outlineView(in scene: Scene) -> ScreenView {
        var view = textView(in: scene)
        let outline = outline(in: scene.session, on: scene.display)
        guard outline.node(at: viewport.cursor) != nil else { return view }
        let row = max(viewport.cursor, viewport.top) - viewport.top
        guard view.body.indices.contains(row) else { return view }
        view.body[row] = scene.rowCursor().on(view.body[row])
        (view.cursor, view.headings, view.keptLines) = (Position(column: 0, row: row + 1), 0, 1)
        return view
    }
}

extension Outline {
    /// Whether the node that a line belongs to is unfolded.
    func isUnfolded(at number: Int) -> Bool { line(lines(at: number).lowerBound).spans.contains { $0.text.hasPrefix("▾") } }

    /// Whether there is anything to go to.
    var hasNodes: Bool { node(at: 0) != nil || stop(from: 0, goesUp: false) != nil }
}
