import InspectorCore
import JSON

/// Where one of several sessions is, as a file says it.
struct ExportedSession: Equatable, Sendable {
    let account: String?
    let region: String?
    let profile: String?

    /// The session as it is named.
    init(_ seat: Seat) { (account, region, profile) = (seat.identity.account, seat.place, seat.connection.choice.profile) }

    /// The cells behind those of a row.
    var cells: [String] { [account ?? "", region ?? "", profile ?? ""] }

    /// The columns behind the others.
    static let columns: [TableColumn] = [.account, .region, .profile]
}

extension Session {
    /// Where the sessions are that are looked at together; none for one.
    var exportedSessions: [ExportedSession] { shown == nil ? seats.map { ExportedSession($0) } : [] }
}
