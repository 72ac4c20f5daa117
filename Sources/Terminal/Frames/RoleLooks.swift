/// The looks that somebody has chosen for roles.
///
/// Not a dictionary: the first one of a kind has the runtime look through every conformance of the program, before the first frame.
package struct RoleLooks: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    private var chosen: [Look?] = []

    /// No look is chosen.
    package init() {}

    /// Chooses a look for each of these roles.
    package init(dictionaryLiteral looks: (Style.Role, Look)...) {
        for (role, look) in looks { self[role] = look }
    }

    /// The look that is chosen for a role; `nil` where it has its own.
    package subscript(role: Style.Role) -> Look? {
        get { chosen.isEmpty ? nil : chosen[role.rawValue] }
        set {
            if chosen.isEmpty { chosen = Array(repeating: nil, count: Style.Role.allCases.count) }
            chosen[role.rawValue] = newValue
        }
    }
}
