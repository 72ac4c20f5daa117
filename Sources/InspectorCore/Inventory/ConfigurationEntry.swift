package import BitCollections

/// One configuration with the associations seen so far.
package struct ConfigurationEntry: Equatable, Sendable {
    /// The configuration as it was last listed.
    package internal(set) var configuration: ScanConfiguration
    /// The session that listed it.
    package let origin: OriginNumber
    /// The associated resources in the service's order.
    package private(set) var associations: [ResourceNumber] = []
    /// How far the listing of its associations is.
    package internal(set) var state: ListingState = .loading
    /// Whether a listed row names no project exactly: it may be any project, so that the listing proves of none that it is absent.
    package private(set) var hasUnmatchedRows = false
    private var members = BitSet()
    private var refreshed: Refresh?

    /// What a listing has brought that is to replace what is known.
    private struct Refresh: Equatable {
        var rows: [ResourceNumber] = []
        var hasUnmatchedRows = false
    }

    init(configuration: ScanConfiguration, origin: OriginNumber = 0) {
        (self.configuration, self.origin) = (configuration, origin)
    }

    /// Whether the listing came to its end and names every associated project.
    package var provesAbsence: Bool { state == .complete && !hasUnmatchedRows }

    /// How many more projects can be associated; nil until the listing came to its end.
    package var room: Int? { state == .complete ? ServiceLimits.projects - associations.count : nil }

    /// Whether the resource is associated, as far as listed.
    package func contains(_ resource: ResourceNumber) -> Bool {
        members.contains(Int(resource))
    }

    /// Those of `resources` that are associated, as far as listed.
    package func associated(among resources: BitSet) -> BitSet {
        members.intersection(resources)
    }

    mutating func beginRefresh() {
        state = .loading
        refreshed = associations.isEmpty ? nil : Refresh()
        if associations.isEmpty { hasUnmatchedRows = false }
    }

    /// Takes resources out and gives back those that were there.
    mutating func remove(_ resources: [ResourceNumber]) -> [ResourceNumber] {
        let gone = resources.filter { members.remove(Int($0)) != nil }
        let set = BitSet(gone.lazy.map { Int($0) })
        associations.removeAll { set.contains(Int($0)) }
        refreshed?.rows.removeAll { set.contains(Int($0)) }
        return gone
    }

    mutating func insert(_ resource: ResourceNumber) -> Bool {
        guard members.insert(Int(resource)).inserted else { return false }
        associations.append(resource)
        refreshed?.rows.append(resource)
        return true
    }

    /// Takes in a page. During a refresh the known rows stay until the last page, so that nothing jumps.
    mutating func receive(
        _ page: [ResourceNumber], hasUnmatchedRows: Bool, isLast: Bool
    ) -> (new: [ResourceNumber], gone: [ResourceNumber]) {
        if isLast { state = .complete }
        guard refreshed != nil else {
            self.hasUnmatchedRows = self.hasUnmatchedRows || hasUnmatchedRows
            return (page.filter { insert($0) }, [])
        }
        refreshed?.rows += page
        if hasUnmatchedRows { refreshed?.hasUnmatchedRows = true }
        guard isLast, let all = refreshed else { return ([], []) }
        refreshed = nil
        self.hasUnmatchedRows = all.hasUnmatchedRows
        return replace(by: all.rows)
    }

    private mutating func replace(by all: [ResourceNumber]) -> (new: [ResourceNumber], gone: [ResourceNumber]) {
        let before = members
        let listed = BitSet(all.lazy.map { Int($0) })
        let new = listed.subtracting(before).map { ResourceNumber($0) }
        let gone = before.subtracting(listed).map { ResourceNumber($0) }
        var seen = BitSet()
        associations = all.filter { seen.insert(Int($0)).inserted }
        members = listed
        return (new, gone)
    }
}
