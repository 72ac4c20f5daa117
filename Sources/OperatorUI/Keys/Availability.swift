/// Whether a command does something now, and if not, why.
package enum Availability: Hashable, Sendable {
    /// The command works.
    case enabled
    /// The command does nothing, for the reason given.
    case disabled(String)

    /// Works when `condition` holds, and else not for the reason given.
    static func when(_ condition: Bool, else reason: String) -> Availability {
        condition ? .enabled : .disabled(reason)
    }

    /// Not available if there is a reason, else available.
    static func unless(_ reason: String?) -> Availability {
        reason.map(disabled) ?? .enabled
    }

    /// The command belongs to the lists.
    static let inListsOnly = disabled("This key works in the lists: Esc goes back.")
}
