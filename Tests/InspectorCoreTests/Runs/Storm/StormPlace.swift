import InspectorCore
import InspectorSimulator

/// The account and region in which a storm happens, and the keys that only it has.
struct StormPlace {
    let account: String
    let region: String
    /// Keys of the account; either may be good at any time.
    let keys: [SimulatorKey]
    /// The key of another account.
    let foreignKey: SimulatorKey

    /// The first account in the first region.
    init(_ options: SimulatorOptions) {
        (account, region) = (options.accountId, options.region)
        (keys, foreignKey) = ([options.key, options.furtherKeys[0]], options.furtherKeys[1])
    }

    /// An account in a region, with keys that are made for it.
    init(_ account: String, _ region: String, foreign other: String, in options: inout SimulatorOptions) {
        (self.account, self.region) = (account, region)
        keys = ["DayShift", "NightShift"].map { options.addKey(accountId: account, userName: $0) }
        foreignKey = options.addKey(accountId: other)
    }

    /// Whether the association is of this account and region.
    func has(_ association: Association) -> Bool {
        let parts = association.scanConfigurationArn.split(separator: ":")
        return parts.count > 4 && parts[3] == region && parts[4] == account
    }
}

extension Storm {
    /// What the account holds now.
    var ownState: SimulatorSnapshot {
        get async {
            guard let state = await simulator.state(ofAccount: place.account, region: place.region) else {
                return await simulator.state()
            }
            return state
        }
    }

    /// What happened in the account and region.
    var ownHistory: SimulatorHistory { get async { await simulator.history(where: place.has) } }

    /// The calls with the storm's keys.
    var ownCalls: [RecordedCall] {
        get async {
            let own = Set((keys + [foreignKey]).map(\.accessKeyId))
            return await simulator.calls().filter { $0.accessKeyId.map(own.contains) ?? false }
        }
    }

    /// Changes what goes wrong in the account and region.
    func setFaults(_ faults: FaultPlan) async {
        await simulator.setFaults(faults, account: place.account, region: place.region)
    }
}
