/// Calls that are held or dropped together.
package enum CallKind: CaseIterable, Sendable {
    /// They associate or disassociate.
    case changes
    /// They list configurations, associations or projects.
    case listings
}

extension Simulator {
    /// Holds calls of a kind from now on, all but the next `passes`: they are among ``calls()``, and have no effect and no answer until
    /// something else is said.
    package func hold(_ kind: CallKind, after passes: Int = 0) { turnstile(kind)?.turn(to: .holding(passes: passes)) }

    /// Closes the connections of the calls that are held, without effect; later ones are held as before.
    package func dropHeld(_ kind: CallKind) { turnstile(kind)?.sendWaitingAway() }

    /// Closes the connections of the calls that are held and of all that come, without effect.
    package func drop(_ kind: CallKind) { turnstile(kind)?.turn(to: .closed) }

    /// Looks at the calls that are held, as if they had arrived only now, and lets all others pass.
    package func release(_ kind: CallKind) { turnstile(kind)?.turn(to: .open) }
}
