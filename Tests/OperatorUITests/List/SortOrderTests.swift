import Testing

@testable import OperatorUI

/// How s and S go through the columns.
@Suite struct SortOrderTests {
    @Test func sGoesToTheNextColumnOfferedAndRound() {
        var order = SortOrder(ProjectColumn.name)
        order.isReversed = true
        order.advance(among: [.name, .count])
        #expect(order == SortOrder(.count))
        order.advance(among: [.name, .count])
        #expect(order.column == .name)
        order.advance(among: [])
        #expect(order.column == .name)
    }

    @Test func wordsSayTheDirectionThatIsSeen() {
        var order = SortOrder(ConfigurationColumn.associations)
        #expect(order.words == "ASSOC, descending")
        order.isReversed = true
        #expect(order.words == "ASSOC, ascending")
        order = SortOrder(.service)
        #expect(order.words == "the service's order")
        order.isReversed = true
        #expect(order.words == "the service's order, reversed")
    }
}
