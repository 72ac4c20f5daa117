import InspectorCore
import Terminal
import TextSafety

/// The regions of the partition that have Amazon Inspector, found while typing; any other one can be typed.
struct RegionsScreen: ListScreen {
    var list: List<[String], Unsorted>

    var screen: Screen { .regions(self) }

    init(_ identity: SessionIdentity) {
        list = List(InspectorRegions.inPartition(of: identity.region ?? ""), sortedBy: .asGiven)
    }

    func isTakingText(on display: Display) -> Bool { true }

    mutating func typed(_ input: PromptInput, in session: inout Session, on display: Display) -> [Action] {
        switch input {
        case .changed(let prompt):
            let all = InspectorRegions.inPartition(of: session.identity.region ?? "")
            list.goToTop()
            list.show(all.filter { $0.contains(prompt.text.lowercased()) }, of: all, height: display.listHeight)
            list.move(to: 0, height: display.listHeight)
            return []
        case .cancelled: return [.close, .inform("The region is unchanged.")]
        case .accepted(let prompt):
            let region = prompt.text.isRegion ? prompt.text : list.current
            guard let region else { return [.warn("A region looks like us-east-1: lower-case letters, digits, hyphens.")] }
            let profile = session.identity.profile ?? session.connection.choice.profile
            return [.prompt(nil), .close] + ProfilesScreen.change(to: ConnectionChoice(profile: profile, region: region), in: session)
        }
    }
}

extension RegionsScreen {
    func view(in scene: Scene) -> ScreenView {
        var lines = [Line("   REGION", .header)]
        lines += list.visibleRows(height: scene.display.listHeight).map { row in
            self.row(row, line(of: row, scene.session.identity), in: scene, barOver: list.rows[row])
        }
        if list.rows.isEmpty { lines += scene.page.paragraph("Enter uses the region as it is typed.", .dim) }
        return view(titled: "region", lines, in: scene)
    }

    private func line(of row: Int, _ identity: SessionIdentity) -> Line {
        let isUsed = list.rows[row] == identity.region
        return Line([
            Span("   " + list.rows[row].padded(to: 18), isUsed ? .accent : .text),
            Span(isUsed ? "in use" : "", .accent),
        ])
    }
}

extension String {
    /// Whether this is a whole region's name: three parts or more, the last one a number.
    fileprivate var isRegion: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return parts.count > 2 && parts.last?.allSatisfy(\.isWholeNumber) == true && parts.allSatisfy { !$0.isEmpty }
            && utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
    }
}
