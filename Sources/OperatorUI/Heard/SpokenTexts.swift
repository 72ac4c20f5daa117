import InspectorCore
import Terminal
import TextSafety

extension DetailsScreen {
    func spoken(in scene: Scene) -> Spoken { spokenText(in: scene) }
}

extension RunScreen {
    /// Where the run stands; what becomes of that is told on every screen.
    func spoken(in scene: Scene) -> Spoken {
        guard let run = scene.session.run else { return Spoken(title) }
        var spoken = spokenText(in: scene)
        let state = scene.session.runs.count > 1 ? scene.session.runsStatus : run.stateWords.joined(separator: ", ")
        (spoken.title, spoken.lines, spoken.isLive) = ("run: \(state)", [], true)
        return spoken
    }
}

extension HelpScreen {
    /// The keys that do something on the screen below, one a line; the whole page of help by moving.
    func spoken(in scene: Scene) -> Spoken {
        var spoken = spokenText(in: scene)
        let below = scene.below.last?.model
        let bindings = scene.session.keys.sections.flatMap(\.bindings).filter { binding in
            !binding.keys.isEmpty && below?.availability(of: binding.command, in: scene.session, on: scene.display) == .enabled
        }
        spoken.title = "help, \(bindings.count.counted("key")) of this screen"
        spoken.lines =
            bindings.map { "\($0.name.spokenKeys): \($0.help)".inSpokenWords } + [
                "Down reads the whole page, with filters and columns. Esc goes back."
            ]
        return spoken
    }
}

extension QuestionScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("question")
        let lines = lines(.heard).heard
        (spoken.lines, spoken.prompt) = (lines.dropLast(), lines.last)
        return spoken
    }
}

extension CodeScreen {
    func spoken(in scene: Scene) -> Spoken {
        var spoken = Spoken("question")
        spoken.lines = ["Profile \(profile) needs the code from device \(serial)."]
        spoken.prompt = "Type the digits, then press Enter. Esc cancels."
        return spoken
    }
}

extension ResultsScreen {
    /// The newest run's result comes first: the cursor is below it.
    func spoken(in scene: Scene) -> Spoken {
        var spoken = spokenOutline(in: scene)
        if let run = scene.session.finishedRuns.last { spoken.title += ", \(run.report.sentence)" }
        return spoken
    }
}

extension EarlierRunScreen {
    func spoken(in scene: Scene) -> Spoken { spokenOutline(in: scene) }
}

extension OutlineScreen {
    /// What stands before the first node, and the node under the cursor; a text where there are no nodes.
    fileprivate func spokenOutline(in scene: Scene) -> Spoken {
        let outline = outline(in: scene.session, on: scene.display)
        guard outline.hasNodes else { return spokenText(in: scene) }
        var spoken = Spoken(title)
        let first = outline.node(at: 0) == nil ? outline.stop(from: 0, goesUp: false) ?? 0 : 0
        spoken.lines = (0..<first).map { outline.line($0).heard }.filter { !$0.isEmpty }
        spoken.row = outline.node(at: viewport.cursor).map { row(of: $0, outline, in: scene.session) }
        return spoken
    }

    private func row(of node: FailureNode, _ outline: Outline<FailureNode>, in session: Session) -> SpokenRow {
        let lines = outline.lines(at: viewport.cursor)
        let words = lines.map { outline.line($0).heard }.filter { !$0.isEmpty }.joined(separator: " ")
        let name = words.hasSuffix(".") ? String(words.dropLast()) : words
        return SpokenRow(index: lines.lowerBound, name: name, facts: facts(of: node, outline, lines, in: session))
    }

    /// What a glyph shows where the node is seen.
    private func facts(of node: FailureNode, _ outline: Outline<FailureNode>, _ lines: Range<Int>, in session: Session) -> [String] {
        switch node {
        case .target(_, let place): run(node.run, in: session).map { [$0.report.outcomes[place].spokenState] } ?? []
        case .run, .untouched: []
        case .section, .reason, .configuration, .nothingToDo:
            [outline.isUnfolded(at: lines.lowerBound) ? "unfolded" : "folded"]
        }
    }
}
