extension SimulatorOptions {
    /// The regions, the first one first.
    package var regions: [String] { [region] + furtherRegions }

    /// Every account in every region, each filled for itself: first all accounts of the first region.
    var places: [SimulatorOptions] {
        regions.enumerated().flatMap { number, region in
            ([self] + furtherAccounts.map(filled)).map { $0.placed(in: region, number: number) }
        }
    }

    /// The same account in another region, where it has projects and configurations of its own.
    private func placed(in region: String, number: Int) -> Self {
        var options = self
        options.region = region
        options.seed = seed &+ UInt64(number) &* 1_000_003
        return options
    }

    /// Three accounts in two regions, each filled for itself: the demo of a fleet.
    package static var fleet: SimulatorOptions {
        var options = SimulatorOptions()
        options.furtherRegions = ["eu-west-1"]
        options.addAccount(SimulatorAccount("210987654321", seed: 22, configurations: 6, projects: 240))
        options.addAccount(SimulatorAccount("345678901234", seed: 33, configurations: 4, projects: 90))
        return options
    }

    /// The keys as profiles of a shared credentials file: that of the first account is the default one, too.
    package var profiles: [(name: String, key: SimulatorKey)] {
        [("default", key), ("platform", key)] + zip(["payments", "sandbox"], furtherKeys).map { (name: $0, key: $1) }
    }
}

/// What goes wrong in one place, and what the faults of its credentials have come to.
struct PlaceConditions: Sendable {
    var faults = FaultPlan()
    var credentials = CredentialState()
}

extension ServiceState {
    /// The index in ``accounts`` of an account in a region; nil when there is none.
    func index(ofAccount id: String, region: String) -> Int? {
        accounts.firstIndex { $0.options.accountId == id && $0.options.region == region }
    }

    /// The index of an account in a region; in its first one when none is named.
    func place(_ account: String, _ region: String?) -> Int? {
        region.map { index(ofAccount: account, region: $0) } ?? index(ofAccount: account)
    }

    /// Opens the place that a call was signed for, with what goes wrong there.
    mutating func open(account: String?, region: String?) {
        signer = account.flatMap { id in region.flatMap { index(ofAccount: id, region: $0) } ?? index(ofAccount: id) } ?? 0
        openConditions(of: ownConditions.contains(signer) ? signer : nil)
    }

    /// Opens what goes wrong in one place, or, with nil, wherever nothing else is said. How long keys are good is the same everywhere.
    mutating func openConditions(of place: Int?) {
        guard place != openConditions else { return }
        let callsLeft = credentials.callsLeft
        closedConditions[openConditions] = PlaceConditions(faults: faults, credentials: credentials)
        let opened = closedConditions.removeValue(forKey: place) ?? PlaceConditions()
        (faults, credentials, openConditions) = (opened.faults, opened.credentials, place)
        credentials.callsLeft = callsLeft
    }

    /// Changes what goes wrong in one place, or, with nil, wherever nothing else is said; credentials count as fresh again there.
    mutating func setFaults(_ plan: FaultPlan, of place: Int?) {
        if let place { ownConditions.insert(place) }
        openConditions(of: place)
        faults = plan
        faults.listings.lag.shownChange = lastSequence
        credentials.restart()
    }
}
