import InspectorCore
import TextSafety

extension App {
    /// Where the operator is, in one sentence: the screen, the account, what is narrowed and marked, the run, the row.
    var whereAmI: String {
        let scene = Scene(session: session, display: display, isOnTop: true, below: stack.below)
        let (spoken, identity) = (stack.top.model.spoken(in: scene), session.identity)
        let parts = [
            spoken.title, place,
            identity.callerName.map { "caller \($0)" }, session.isReadOnly ? "read-only" : nil, stack.top.model.spokenFilter,
            session.account.marks.isEmpty ? "nothing marked" : "\(session.account.marks.count.grouped) marked",
            session.run.map { "run: \(session.runs.count > 1 ? session.runsStatus : $0.stateWords.joined(separator: ", "))" },
            spoken.row.map { "on \($0.summary)" },
        ]
        return parts.compactMap(\.self).joined(separator: "; ").terminalSafe + "."
    }
}

extension App {
    fileprivate var place: String {
        if session.shown == nil { return session.seats.count.counted("session") }
        let identity = session.identity
        return "account \(identity.account ?? "unknown"), region \(identity.region ?? "unknown")"
    }
}

extension ScreenModel {
    /// What a list of associations shows less by.
    fileprivate var spokenFilter: String? { (self as? any AssociationListScreen)?.spokenNarrowing }
}

extension AssociationListScreen {
    fileprivate var spokenNarrowing: String? {
        let parts = (list.filter.isEmpty ? [] : ["filter \(list.filter.effect)"]) + (list.showsMarkedOnly ? ["only marked rows"] : [])
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
