internal import BitCollections

/// What is known of an account, or of those of several sessions: configurations, associations, and what the coverage says of projects,
/// growing as pages arrive.
///
/// Numbers of configurations and resources stay what they are for the life of the value, through any refresh. What sessions list is kept
/// apart: a project that two of them list has two numbers.
package struct Inventory: Equatable, Sendable {
    /// Every configuration ever seen; see ``listed`` for those that exist now.
    package private(set) var entries: [ConfigurationEntry] = []
    /// The configurations of the newest listing, in the service's order; those of ``scope``.
    package private(set) var listed: [ConfigurationNumber] = []
    /// Every resource that any listing has shown.
    package private(set) var resources = ResourceTable()
    /// What the coverage says of each resource, beside its name.
    package private(set) var facts = ScanFacts()
    /// The session that is looked at; nil for all of them.
    package private(set) var scope: OriginNumber?
    private(set) var listings = [OriginListing()]
    /// Grows whenever associations or configurations may have changed, so that what was computed from them is known to be old.
    package private(set) var revision = 0
    private var memberships: [UInt16] = []

    /// An inventory of which nothing is known yet, of so many sessions.
    package init(sessions: Int = 1) {
        listings = Array(repeating: OriginListing(), count: sessions)
    }

    /// How many sessions there are.
    package var originCount: Int { listings.count }

    /// The sessions that are looked at.
    var origins: Range<OriginNumber> { scope.map { $0..<$0 + 1 } ?? 0..<OriginNumber(listings.count) }

    /// Where it was listed; nil where that does not matter.
    package var origin: InventoryOrigin? {
        get { listings[Int(scope ?? 0)].origin }
        set { listings[Int(scope ?? 0)].origin = newValue }
    }

    /// Where a session lists; nil where that does not matter.
    package func origin(inSession origin: OriginNumber) -> InventoryOrigin? { listings[Int(origin)].origin }

    /// Looks at what one session has listed, or at everything; what is known stays.
    package mutating func show(only origin: OriginNumber?) {
        guard scope != origin else { return }
        scope = origin
        revision += 1
        updateListed()
    }

    /// What one session has listed.
    package func only(_ origin: OriginNumber) -> Inventory {
        var inventory = self
        inventory.show(only: origin)
        return inventory
    }

    /// Says where a session lists.
    package mutating func setOrigin(_ new: InventoryOrigin?, of origin: OriginNumber) {
        guard listings[Int(origin)].origin != new else { return }
        listings[Int(origin)].origin = new
        revision += 1
    }

    /// Prepares for a new listing of a session: what is known stays until the new pages replace it.
    package mutating func beginRefresh(of origin: OriginNumber = 0) {
        listings[Int(origin)].configurationsState = .loading
        listings[Int(origin)].coverageState = .loading
        facts.beginListing(of: members(of: origin))
        revision += 1
        listings[Int(origin)].incoming = []
        for index in entries.indices where entries[index].origin == origin { entries[index].beginRefresh() }
    }

    /// Prepares for a new listing of these configurations' associations alone; those not known are passed over.
    package mutating func beginRefresh(of arns: some Sequence<String>, in origin: OriginNumber = 0) {
        revision += 1
        for arn in arns { update(arn, origin) { $0.beginRefresh() } }
    }

    /// Forgets what a session has listed: it is another account now. Its numbers stay taken.
    package mutating func forget(_ origin: OriginNumber) {
        revision += 1
        for index in entries.indices where entries[index].origin == origin { removeAll(of: index) }
        facts.beginListing(of: members(of: origin))
        facts.endListing(of: members(of: origin))
        listings[Int(origin)] = OriginListing()
        updateListed()
    }

    /// Applies an event of a session's listing.
    package mutating func apply(_ event: InventoryEvent, from origin: OriginNumber = 0) {
        if case .waiting = event { return }
        revision += 1
        switch event {
        case .configurations(let page, let isLast): receive(page, isLast: isLast, origin)
        case .associations(let arn, let page, let isLast): receive(page, of: arn, isLast: isLast, origin)
        case .associationsFailed(let arn, let error): update(arn, origin) { $0.state = .failed(error) }
        case .coverage(let page): for project in page { facts.record(project, for: resources.record(project, in: origin)) }
        case .coverageFailed(let error): listings[Int(origin)].coverageState = .failed(error)
        case .failed(let error): listings[Int(origin)].configurationsState = .failed(error)
        case .finished: finish(origin)
        case .waiting: break
        }
    }

    /// Takes out associations that are gone; those that are not there are passed over.
    package mutating func remove(_ ids: some Sequence<AssociationID>) {
        revision += 1
        for (configuration, ids) in Dictionary(grouping: ids, by: \.configuration) {
            for resource in entries[Int(configuration)].remove(ids.map(\.resource)) { count(resource, by: -1) }
        }
    }

    /// Takes in an association that was made; nothing happens when it is there.
    package mutating func insert(_ id: AssociationID) {
        guard entries[Int(id.configuration)].insert(id.resource) else { return }
        revision += 1
        count(id.resource, by: 1)
    }

    /// Nothing more comes: what still waits for pages then failed with the listing of configurations.
    private mutating func finish(_ origin: OriginNumber) {
        if listings[Int(origin)].coverageState == .loading {
            listings[Int(origin)].coverageState = .complete
            facts.endListing(of: members(of: origin))
        }
        let state = listings[Int(origin)].configurationsState
        guard case .failed = state else { return }
        for index in entries.indices where entries[index].origin == origin && entries[index].state == .loading {
            entries[index].state = state
        }
    }

    private mutating func receive(_ page: [ScanConfiguration], isLast: Bool, _ origin: OriginNumber) {
        for configuration in page {
            let number = number(of: configuration, origin)
            if !listings[Int(origin)].incoming.contains(number) { listings[Int(origin)].incoming.append(number) }
        }
        let incoming = listings[Int(origin)].incoming
        if isLast || listings[Int(origin)].listed.count < incoming.count {
            listings[Int(origin)].listed = incoming
            updateListed()
        }
        guard isLast else { return }
        listings[Int(origin)].configurationsState = .complete
        forgetAssociationsOfGone(origin)
    }

    private mutating func updateListed() { listed = origins.flatMap { listings[Int($0)].listed } }

    /// A configuration that is gone covers nothing any more: its projects' other configurations may be their last.
    private mutating func forgetAssociationsOfGone(_ origin: OriginNumber) {
        let existing = Set(listings[Int(origin)].listed)
        for index in entries.indices where entries[index].origin == origin && !existing.contains(ConfigurationNumber(index)) {
            removeAll(of: index)
        }
    }

    private mutating func removeAll(of index: Int) {
        for resource in entries[index].remove(entries[index].associations) { count(resource, by: -1) }
    }

    private mutating func number(of configuration: ScanConfiguration, _ origin: OriginNumber) -> ConfigurationNumber {
        if let number = listings[Int(origin)].numbers[configuration.scanConfigurationArn] {
            entries[Int(number)].configuration = configuration
            return number
        }
        let number = ConfigurationNumber(entries.count)
        listings[Int(origin)].numbers[configuration.scanConfigurationArn] = number
        entries.append(ConfigurationEntry(configuration: configuration, origin: origin))
        return number
    }

    private mutating func receive(_ page: [AssociationResource], of arn: String, isLast: Bool, _ origin: OriginNumber) {
        guard let number = listings[Int(origin)].numbers[arn] else { return }
        let arrived = page.map { resources.number(of: $0, in: origin) }
        let hasUnmatchedRows = arrived.contains { !resources.isProject($0) }
        let change = entries[Int(number)].receive(arrived, hasUnmatchedRows: hasUnmatchedRows, isLast: isLast)
        for resource in change.gone { count(resource, by: -1) }
        for resource in change.new { count(resource, by: 1) }
    }

    private mutating func count(_ resource: ResourceNumber, by difference: Int) {
        let index = Int(resource)
        if index >= memberships.count { memberships += Array(repeating: 0, count: resources.count - memberships.count) }
        memberships[index] = UInt16(clamping: Int(memberships[index]) + difference)
    }

    private mutating func update(_ arn: String, _ origin: OriginNumber, _ change: (inout ConfigurationEntry) -> Void) {
        guard let number = listings[Int(origin)].numbers[arn] else { return }
        change(&entries[Int(number)])
    }

    /// The resources that a session has shown; nil for all of them.
    private func members(of origin: OriginNumber) -> BitSet? { listings.count == 1 ? nil : resources.members(of: origin) }
}

/// How far one listing is.
package enum ListingState: Equatable, Sendable {
    /// Pages are still to come.
    case loading
    /// The last page was seen.
    case complete
    /// The listing ended early, and why.
    case failed(ListingError)

    /// Why the listing ended early.
    package var error: ListingError? {
        if case .failed(let error) = self { error } else { nil }
    }
}

extension Inventory {
    /// How many configurations the resource is associated with, as far as listed.
    package func configurationCount(of resource: ResourceNumber) -> Int {
        Int(resource) < memberships.count ? Int(memberships[Int(resource)]) : 0
    }
}
