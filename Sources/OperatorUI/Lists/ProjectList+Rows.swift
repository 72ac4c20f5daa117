import InspectorCore

extension ProjectList {
    /// Computes everything anew; the cursor stays on its association.
    mutating func refresh(_ facts: ListFacts, height: Int) {
        if groups?.revision != facts.inventory.revision { groups = ProjectGroups(facts.inventory, scope) }
        if order.column == .configuration || !facts.inventory.isLoading { groups?.prepareConfigurations(facts.index.ranking) }
        all = groups.map { RowOrder(facts, $0).rows(by: order) } ?? AssociationRows()
        select(facts, height: height)
    }

    /// Takes another filter: one that only narrows is looked up among the rows that are shown.
    mutating func narrow(to new: Filter, _ facts: ListFacts, height: Int) {
        let isSubset = new.narrows(filter)
        filter = new
        select(facts, among: isSubset ? rows : nil, height: height)
    }

    /// Chooses the rows that are shown; the cursor stays on its association.
    mutating func select(_ facts: ListFacts, among candidates: AssociationRows? = nil, height: Int) {
        if isNarrowed {
            rows = chosen(facts, among: candidates ?? all)
            hiddenMarks = marked(facts) == 0 ? 0 : marked(facts) - rows.count(where: facts.marks.contains)
        } else {
            rows = all
            hiddenMarks = 0
        }
        stay(facts, height: height)
    }

    private func chosen(_ facts: ListFacts, among candidates: AssociationRows) -> AssociationRows {
        let marked = showsMarkedOnly ? candidates.filter { facts.marks.contains($1) } : candidates
        return RowMatcher(filter, facts, seesConfigurations: scope == .all).rows(among: marked)
    }

    private func marked(_ facts: ListFacts) -> Int {
        switch scope {
        case .all: facts.inventory.listed.reduce(0) { $0 + facts.marks.count(in: $1) }
        case .configuration(let number): facts.marks.count(in: number)
        }
    }

    private mutating func stay(_ facts: ListFacts, height: Int) {
        guard let anchor else {
            return viewport.move(to: viewport.cursor, count: rows.count, height: height)
        }
        if let row = rows.firstIndex(of: anchor) {
            viewport.follow(to: row, count: rows.count, height: height)
        } else {
            viewport.move(to: nearest(to: anchor) ?? viewport.cursor, count: rows.count, height: height)
            if all.firstIndex(of: anchor) == nil { self.anchor = current }
        }
    }

    /// The row of the first association after a hidden one that is shown.
    private func nearest(to hidden: AssociationID) -> Int? {
        guard isNarrowed, let place = all.firstIndex(of: hidden) else { return nil }
        var (row, shown, everything) = (0, rows.makeIterator(), all.makeIterator())
        var next = shown.next()
        for _ in 0..<place where everything.next() == next { (row, next) = (row + 1, shown.next()) }
        return row
    }
}
