import InspectorCore
import Testing

/// What the bounds of a filter mean.
struct FilterConditionTests {
    @Test func aCountIsComparedAsWritten() {
        #expect(FilterComparison.equal.holds(1, 1) && !FilterComparison.equal.holds(2, 1))
        #expect(FilterComparison.greater.holds(2, 1) && !FilterComparison.greater.holds(1, 1))
        #expect(FilterComparison.less.holds(0, 1) && !FilterComparison.less.holds(1, 1))
    }

    @Test(arguments: [(FilterAge.Unit.hours, 3_600), (.days, 86_400), (.weeks, 604_800), (.months, 2_592_000), (.years, 31_536_000)])
    func anAgeIsOlderOrYoungerThanItsBound(unit: FilterAge.Unit, seconds: Int) {
        let (older, younger) = (FilterAge(isOlder: true, amount: 2, unit: unit), FilterAge(isOlder: false, amount: 2, unit: unit))
        #expect(older.holds(2 * seconds + 1) && !older.holds(2 * seconds))
        #expect(younger.holds(2 * seconds - 1) && !younger.holds(2 * seconds))
    }
}
