import InspectorCore

/// Associations in the order they are shown.
struct AssociationRows: Hashable, Sendable {
    fileprivate enum Form: Hashable {
        /// Some, one by one.
        case listed([AssociationID])
        /// All of a scope.
        case grouped(GroupedRows)
    }

    private let form: Form

    /// These associations.
    init(_ ids: [AssociationID] = []) {
        form = .listed(ids)
    }

    init(_ rows: GroupedRows) {
        form = .grouped(rows)
    }

    /// The row of the association; nothing when it is not among them.
    func position(of id: AssociationID) -> Int? {
        switch form {
        case .listed(let ids): ids.firstIndex(of: id)
        case .grouped(let rows): rows.position(of: id)
        }
    }

    /// Calls `body` with every row, in order; several times as fast as an iteration.
    @inline(__always)
    func forEach(_ body: (AssociationID) -> Void) {
        switch form {
        case .listed(let ids): for id in ids { body(id) }
        case .grouped(let rows): rows.forEach(body)
        }
    }

    /// Without the rows of projects that are not wanted, where that can be decided by groups.
    func filter(projects isIncluded: (ResourceNumber) -> Bool) -> AssociationRows? {
        if case .grouped(let rows) = form { rows.filter(projects: isIncluded).map(AssociationRows.init) } else { nil }
    }

    /// The rows that `isIncluded` by their positions or identities, one by one.
    @inline(__always)
    func filter(rows isIncluded: (_ row: Int, AssociationID) -> Bool) -> AssociationRows {
        var (row, result) = (0, [AssociationID]())
        result.reserveCapacity(count)
        forEach { id in
            if isIncluded(row, id) { result.append(id) }
            row += 1
        }
        return AssociationRows(result)
    }

    /// The rows for which every term of the filter holds.
    func filter(_ filter: RowFilter) -> AssociationRows {
        switch form {
        case .listed(let ids): AssociationRows(filter.rows(among: ids))
        case .grouped(let rows): AssociationRows(rows.rows(of: filter))
        }
    }
}

extension AssociationRows: RandomAccessCollection, ListRows {
    /// Goes from row to row.
    struct Iterator: IteratorProtocol {
        private var ids: IndexingIterator<[AssociationID]>
        private var rows: GroupedRows.Iterator?

        fileprivate init(_ form: Form) {
            switch form {
            case .listed(let ids): (self.ids, rows) = (ids.makeIterator(), nil)
            case .grouped(let rows): (ids, self.rows) = ([].makeIterator(), rows.makeIterator())
            }
        }

        /// The next row.
        mutating func next() -> AssociationID? {
            rows == nil ? ids.next() : rows?.next()
        }
    }

    /// All rows from the first.
    func makeIterator() -> Iterator {
        Iterator(form)
    }

    /// The first row.
    var startIndex: Int { 0 }

    /// How many rows there are.
    var endIndex: Int {
        switch form {
        case .listed(let ids): ids.count
        case .grouped(let rows): rows.count
        }
    }

    /// The association on a row.
    subscript(row: Int) -> AssociationID {
        switch form {
        case .listed(let ids): ids[row]
        case .grouped(let rows): rows.row(at: row)
        }
    }
}
