/// What may settle an association that did not succeed, in the order in which an operator works through them.
package enum Remedy: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// The same call may fare better.
    case retry
    /// A resumed run looks them up or sends them.
    case resume
    /// Listing again tells.
    case verify
    /// What was asked for has to be corrected.
    case correction
    /// Somebody has to allow it or make room for it.
    case someoneElse
    /// It does not exist any more, so nothing is left to do.
    case gone

    /// The remedy as a heading.
    package var words: String {
        switch self {
        case .retry: "A retry may help"
        case .resume: "A resume settles these"
        case .verify: "Verify again"
        case .correction: "Needs a correction"
        case .someoneElse: "Needs someone else"
        case .gone: "Gone already"
        }
    }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
