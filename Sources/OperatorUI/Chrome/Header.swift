import InspectorCore
import Terminal
import TextSafety

/// The top line: who and where on the left, what on the right.
struct Header {
    private let session: Session
    private let view: ScreenView
    private let columns: Int

    init(_ session: Session, _ view: ScreenView, columns: Int) {
        (self.session, self.view, self.columns) = (session, view, columns)
    }

    /// The line, as wide as the terminal.
    var line: Line {
        let (essentials, place) = (essentials, session.isReadOnly ? "  read-only " : " ")
        let most = columns - essentials.displayWidth - 1
        let beside = most - others.displayWidth - 1
        let share = beside >= Self.leastTitle ? beside : min(columns / 2, most)
        let right = (view.title(share - place.displayWidth) + place).clipped(to: share)
        let room = columns - right.displayWidth
        let left = room - essentials.displayWidth - 1
        let rest = Span(left < Self.narrowestRest ? "" : others.clipped(to: left), .text)
        return Line(Line(essentials.spans + [rest]).padded(to: room).spans + [Span(right, .accent)])
    }

    /// The program's name, the account and the region, which are whole in every size.
    private var essentials: Line {
        let parts =
            session.shown == nil
            ? [session.seats.count.counted("session")]
            : [session.identity.account ?? "account unknown", session.identity.region].compactMap(\.self)
        return Line([Span(" scanconfig", .title)] + parts.map { Span("  \($0.terminalSafe)", .text) })
    }

    /// The title leaves room for who calls where it has so many cells beside that.
    private static let leastTitle = 24
    /// In fewer cells, who calls and how is left out.
    private static let narrowestRest = 6

    /// Who calls, and how.
    private var others: String {
        let profile = session.identity.profile.flatMap { $0 == "default" ? nil : $0 }
        return [session.identity.callerName, profile, session.identity.endpoint].compactMap(\.self).reduce("") {
            "\($0)  \($1.terminalSafe)"
        }
    }
}
