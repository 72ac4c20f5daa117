import InspectorCore
import TextSafety

extension AccountsScreen {
    /// Each session in a row: what it is, what is in it, and how far it is.
    func spoken(in scene: Scene) -> Spoken {
        let session = scene.session
        var spoken = Spoken("accounts, \(list.rows.count.counted("session"))")
        guard let key = list.current else {
            let extents = session.seats.map { session.account.inventory.extent(of: $0.key) }
            spoken.row = spokenRow(
                "All sessions", [extents.reduce(0) { $0 + $1.associations }.counted("association")] + marked(session.account.marks.count))
            return spoken
        }
        let (seat, state, extent) = (session[key], session.state(of: key), session.account.inventory.extent(of: key))
        let account = seat.identity.account.map { ["account \($0)"] } ?? []
        let content =
            extent.configurations == 0
            ? [] : [extent.configurations.counted("configuration"), extent.associations.counted("association")]
        spoken.row = spokenRow(seat.name, account + [state.word] + content + marked(session.account.marks(in: key).count))
        spoken.row?.reason = state.sentence ?? ""
        return spoken
    }

    private func marked(_ count: Int) -> [String] { count == 0 ? [] : ["\(count.grouped) marked"] }
}
