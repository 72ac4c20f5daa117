import InspectorCore
import Testing

@testable import OperatorUI

/// Rows that follow from groups, compared with the same rows written down.
@Suite struct AssociationRowsTests {
    private static let order: [UInt32] = [3, 0, 4, 1, 9]
    /// Groups 0…4 of 4, 2, 0, 3 and 1 members.
    private static let groups = NumberGroups(count: 5) { add in
        let pairs: [(UInt32, UInt32)] = [(1, 7), (0, 8), (3, 1), (0, 2), (0, 9), (4, 2), (1, 3), (3, 5), (3, 0), (0, 1)]
        for (group, member) in pairs { add(group, member) }
    }
    private static let written: [(UInt32, UInt32)] = [(3, 1), (3, 5), (3, 0), (0, 8), (0, 2), (0, 9), (0, 1), (4, 2), (1, 7), (1, 3)]

    private static func expected(_ kind: GroupedRows.Kind, _ isReversed: Bool) -> [AssociationID] {
        let ids = written.map { group, member in
            kind == .projects
                ? AssociationID(configuration: member, resource: group) : AssociationID(configuration: group, resource: member)
        }
        return isReversed ? ids.reversed() : ids
    }

    @Test(arguments: [GroupedRows.Kind.projects, .configurations], [false, true])
    func groupsMakeTheSameRows(kind: GroupedRows.Kind, isReversed: Bool) {
        let expected = Self.expected(kind, isReversed)
        let rows = AssociationRows(GroupedRows(Self.groups, of: kind, order: Self.order, isReversed: isReversed))
        #expect(rows.count == 10)
        #expect(Array(rows) == expected)
        #expect(rows.indices.map { rows[$0] } == expected)
        #expect(expected.indices.allSatisfy { rows.firstIndex(of: expected[$0]) == $0 })
        #expect(rows.firstIndex(of: AssociationID(configuration: 77, resource: 77)) == nil)
        var told: [AssociationID] = []
        rows.forEach { told.append($0) }
        #expect(told == expected)
        #expect(Array(rows.filter { row, id in row % 2 == 0 && id != expected[4] }) == [0, 2, 6, 8].map { expected[$0] })
    }

    @Test func rowsOneByOneAreThemselves() {
        let ids = Self.expected(.projects, false)
        let rows = AssociationRows(ids)
        #expect(Array(rows) == ids && rows[3] == ids[3] && rows.firstIndex(of: ids[6]) == 6)
        #expect(AssociationRows().isEmpty && AssociationRows().firstIndex(of: ids[0]) == nil)
    }
}
