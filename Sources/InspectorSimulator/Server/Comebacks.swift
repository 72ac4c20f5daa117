import InspectorCore

/// What a default configuration is going to associate again.
struct Comeback: Sendable {
    /// The index of the account.
    let account: Int
    /// What is associated.
    let key: AssociationKey
    /// After how many further listings of the configuration.
    var listings: Int
}

extension ServiceState {
    /// An association was dissolved: a default configuration makes it again, if the plan of faults says so.
    mutating func planComeback(of key: AssociationKey, in index: Int) {
        guard let listings = faults.comesBack, accounts[index].configurations[key.configuration].summary.isDefault else { return }
        comebacks.append(Comeback(account: index, key: key, listings: listings))
    }

    /// A listing of a configuration of the caller's account came to its end.
    mutating func countComebacks(of configuration: Int) {
        guard !comebacks.isEmpty else { return }
        for place in comebacks.indices where comebacks[place].account == signer && comebacks[place].key.configuration == configuration {
            comebacks[place].listings -= 1
        }
        let due = comebacks.filter { $0.listings <= 0 }
        comebacks.removeAll { $0.listings <= 0 }
        for comeback in due { change(comeback.key, in: comeback.account, to: true, by: .defaultConfiguration) }
    }
}
