/// What is known of the account: configurations, associations, and what the coverage says of projects, growing as pages arrive.
///
/// Numbers of configurations and resources stay what they are for the life of the value, through any refresh.
package struct Inventory: Equatable, Sendable {
    /// Every configuration ever seen; see ``listed`` for those that exist now.
    package private(set) var entries: [ConfigurationEntry] = []
    /// The configurations of the newest listing, in the service's order.
    package private(set) var listed: [ConfigurationNumber] = []
    /// Every resource that any listing has shown.
    package private(set) var resources = ResourceTable()
    /// How far the listing of configurations is.
    package private(set) var configurationsState: ListingState = .loading
    /// What the coverage says of each resource, beside its name.
    package private(set) var facts = ScanFacts()
    /// How far the listing of the coverage is: names and facts come with the same pages.
    package private(set) var coverageState: ListingState = .loading
    /// Where it was listed; nil where that does not matter.
    package var origin: InventoryOrigin?
    private(set) var numbers: [String: ConfigurationNumber] = [:]
    /// Grows whenever associations or configurations may have changed, so that what was computed from them is known to be old.
    package private(set) var revision = 0
    private var incoming: [ConfigurationNumber] = []
    private var memberships: [UInt16] = []

    /// An inventory of which nothing is known yet.
    package init() {}

    /// Prepares for a new listing: what is known stays until the new pages replace it.
    package mutating func beginRefresh() {
        configurationsState = .loading
        coverageState = .loading
        facts.beginListing()
        revision += 1
        incoming = []
        for index in entries.indices { entries[index].beginRefresh() }
    }

    /// Prepares for a new listing of these configurations' associations alone; those not known are passed over.
    package mutating func beginRefresh(of arns: some Sequence<String>) {
        revision += 1
        for arn in arns { update(arn) { $0.beginRefresh() } }
    }

    /// Applies an event of a listing.
    package mutating func apply(_ event: InventoryEvent) {
        if case .waiting = event { return }
        revision += 1
        switch event {
        case .configurations(let page, let isLast): receive(page, isLast: isLast)
        case .associations(let arn, let page, let isLast): receive(page, of: arn, isLast: isLast)
        case .associationsFailed(let arn, let error): update(arn) { $0.state = .failed(error) }
        case .coverage(let page): for project in page { facts.record(project, for: resources.record(project)) }
        case .coverageFailed(let error): coverageState = .failed(error)
        case .failed(let error): configurationsState = .failed(error)
        case .finished: finish()
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
    private mutating func finish() {
        if coverageState == .loading {
            coverageState = .complete
            facts.endListing()
        }
        guard case .failed = configurationsState else { return }
        for index in entries.indices where entries[index].state == .loading { entries[index].state = configurationsState }
    }

    private mutating func receive(_ page: [ScanConfiguration], isLast: Bool) {
        for configuration in page {
            let number = number(of: configuration)
            if !incoming.contains(number) { incoming.append(number) }
        }
        if isLast || listed.count < incoming.count { listed = incoming }
        guard isLast else { return }
        configurationsState = .complete
        forgetAssociationsOfGone()
    }

    /// A configuration that is gone covers nothing any more: its projects' other configurations may be their last.
    private mutating func forgetAssociationsOfGone() {
        let existing = Set(listed)
        for index in entries.indices where !existing.contains(ConfigurationNumber(index)) {
            for resource in entries[index].remove(entries[index].associations) { count(resource, by: -1) }
        }
    }

    private mutating func number(of configuration: ScanConfiguration) -> ConfigurationNumber {
        if let number = numbers[configuration.scanConfigurationArn] {
            entries[Int(number)].configuration = configuration
            return number
        }
        let number = ConfigurationNumber(entries.count)
        numbers[configuration.scanConfigurationArn] = number
        entries.append(ConfigurationEntry(configuration: configuration))
        return number
    }

    private mutating func receive(_ page: [AssociationResource], of arn: String, isLast: Bool) {
        guard let number = numbers[arn] else { return }
        let arrived = page.map { resources.number(of: $0) }
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

    private mutating func update(_ arn: String, _ change: (inout ConfigurationEntry) -> Void) {
        guard let number = numbers[arn] else { return }
        change(&entries[Int(number)])
    }
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
