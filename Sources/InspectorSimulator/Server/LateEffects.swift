import InspectorCore

/// A change that a batch call makes only after it ended.
struct LateEffect: Sendable {
    /// The number of the call.
    let call: Int
    /// The index of its account.
    let account: Int
    /// What changes.
    let key: AssociationKey
    /// Whether the association is made; otherwise it is dissolved.
    let isAssociated: Bool
    /// After how many calls looked at it is due; nil when only the time counts.
    let calls: Int?
    /// From when on it is due, counted from the start; nil when only calls count.
    let time: Duration?

    /// Whether it is due.
    func isDue(calls answered: Int, at now: Duration) -> Bool {
        calls.map { answered >= $0 } ?? false || time.map { now >= $0 } ?? false
    }
}

extension ServiceState {
    /// Has the effect of a call come later.
    mutating func postpone(_ key: AssociationKey, to isAssociated: Bool, call: Int) {
        let (calls, time) = (faults.late.calls, faults.late.time)
        lateEffects.append(
            LateEffect(
                call: call, account: signer, key: key, isAssociated: isAssociated,
                calls: calls.map { answeredCalls + $0 } ?? (time == nil ? answeredCalls + LateFaults.defaultCalls : nil),
                time: time.map { now + $0 }))
        let item = account.association(key)
        log.note(call) { $0.late.append(item) }
    }

    /// Carries out what is due, or everything that is still to come.
    mutating func carryOutLateEffects(all: Bool = false) {
        guard !lateEffects.isEmpty else { return }
        let (answered, now) = (answeredCalls, now)
        let due = lateEffects.filter { all || $0.isDue(calls: answered, at: now) }
        lateEffects.removeAll { all || $0.isDue(calls: answered, at: now) }
        for effect in due { change(effect.key, in: effect.account, to: effect.isAssociated, by: .lateEffect(of: effect.call)) }
    }
}
