package import InspectorCore

/// The associations of one configuration, or of all, in the order they are shown.
package struct ProjectList: Hashable, Sendable {
    /// Which associations are listed.
    package enum Scope: Hashable, Sendable {
        /// Every configuration's.
        case all
        /// One configuration's.
        case configuration(ConfigurationNumber)
    }

    /// Which associations are listed.
    package let scope: Scope
    /// What is typed to see less.
    package internal(set) var filter = Filter()
    /// The order of the rows.
    package internal(set) var order = SortOrder<ProjectColumn>(.name)
    /// Whether only marked rows are shown.
    package internal(set) var showsMarkedOnly = false
    /// Every association of the scope, ordered.
    package internal(set) var all = AssociationRows()
    /// The rows that are shown, as last computed.
    package internal(set) var rows = AssociationRows()
    /// Marked associations of the scope that are not shown.
    package internal(set) var hiddenMarks = 0
    /// Where the operator is.
    package internal(set) var viewport = Viewport()
    /// The associations of the scope by project, as last computed.
    var groups: ProjectGroups?
    /// The association that the cursor belongs to, also while it is not shown.
    var anchor: AssociationID?
    /// Where a range of rows begins.
    var rangeStart: AssociationID?

    /// A list of which no rows are computed yet.
    package init(scope: Scope) {
        self.scope = scope
    }

    /// The association under the cursor.
    package var current: AssociationID? {
        rows.indices.contains(viewport.cursor) ? rows[viewport.cursor] : nil
    }

    /// Whether less than everything is shown.
    package var isNarrowed: Bool { !filter.isEmpty || showsMarkedOnly }

    /// The rows from the start of the range to the cursor.
    var range: ClosedRange<Int>? {
        guard let rangeStart, let start = rows.firstIndex(of: rangeStart) else { return nil }
        let end = min(viewport.cursor, rows.count - 1)
        return min(start, end)...max(start, end)
    }

    /// Goes to the first row, and gives up a range.
    mutating func goToTop() {
        viewport = Viewport()
        (anchor, rangeStart) = (nil, nil)
    }

    /// Moves by the operator's hand: the cursor now belongs to the row it is on.
    mutating func move(to row: Int, height: Int) {
        viewport.move(to: row, count: rows.count, height: height)
        anchor = current
    }

    /// Moves as a key says.
    mutating func move(_ motion: Motion, height: Int) {
        viewport.move(motion, count: rows.count, height: height)
        anchor = current
    }
}
