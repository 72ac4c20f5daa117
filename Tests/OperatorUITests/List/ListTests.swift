import Testing

@testable import OperatorUI

/// The list alone, of numbers.
@Suite struct ListTests {
    private typealias Numbers = List<[Int], Unsorted>
    private static let height = 4

    private func list(_ rows: some Sequence<Int>, headRows: Int = 0) -> Numbers {
        List(Array(rows), sortedBy: .asGiven, headRows: headRows)
    }

    private func pressed(_ list: Numbers, _ motions: Motion...) -> Numbers {
        var list = list
        for motion in motions { _ = list.move(motion, height: Self.height) }
        return list
    }

    @Test func movingSaysWhetherThereWasAnywhereToGo() {
        var list = list(1...3)
        let moved = [Motion.up, .down, .last, .down, .pageDown, .first].map { list.move($0, height: Self.height) }
        #expect(moved == [false, true, true, false, false, true])
        #expect(list.current == 1)
    }

    @Test func noMoreRowsAreVisibleThanThereAreOrFit() {
        #expect(list([]).visibleRows(height: Self.height).isEmpty)
        #expect(list(1...3).visibleRows(height: Self.height) == 0..<3)
        #expect(pressed(list(1...9), .last).visibleRows(height: Self.height) == 5..<9)
        #expect(pressed(list(1...9, headRows: 1), .last).visibleRows(height: Self.height) == 6..<10)
    }

    @Test func aHeadRowIsNoItem() {
        let list = list(1...3, headRows: 1)
        #expect(list.count == 4 && list.current == nil && list.item(at: 0) == nil && list.item(at: 3) == 3 && list.item(at: 4) == nil)
        #expect(pressed(list, .down).current == 1)
    }

    @Test(arguments: [0, 1, 2]) func theCursorStaysOnItsItemAndOnItsLineWhenRowsComeAbove(headRows: Int) {
        var list = pressed(list(10...30, headRows: headRows), .pageDown, .down)
        let (item, line) = (list.current, list.viewport.cursor - list.viewport.top)
        list.show(Array(0...30), of: Array(0...30), height: Self.height)
        #expect(list.current == item && list.viewport.cursor - list.viewport.top == line)
    }

    @Test func anUntouchedListStaysAtItsTop() {
        var list = list(5...9)
        list.show(Array(1...9), of: Array(1...9), height: Self.height)
        #expect(list.current == 1)
    }

    @Test(arguments: [0, 1]) func theCursorOfAHiddenItemGoesToTheNextOneShownAndComesBack(headRows: Int) {
        var list = pressed(list(1...9, headRows: headRows), .last)
        for _ in 0..<4 { _ = list.move(.up, height: Self.height) }
        #expect(list.current == 5)
        list.setFilter(Filter("even"))
        list.show([2, 4, 6, 8], of: Array(1...9), height: Self.height)
        #expect(list.current == 6)
        list.setFilter(Filter())
        list.show(Array(1...9), of: Array(1...9), height: Self.height)
        #expect(list.current == 5)
    }

    @Test func theCursorOfAnItemThatIsGoneBelongsToTheRowItIsOn() {
        var list = pressed(list(1...4), .down, .down)
        list.show([1, 2, 4], of: [1, 2, 4], height: Self.height)
        #expect(list.current == 4)
        list.show([4, 3, 2, 1], of: [4, 3, 2, 1], height: Self.height)
        #expect(list.current == 4)
    }

    @Test func aCursorThatIsKeptStaysWhenTheFilterEnds() {
        var list = pressed(list(1...4), .last)
        list.setFilter(Filter("two"))
        list.show([2], of: Array(1...4), height: Self.height)
        list.anchorCursor(keepsOld: true)
        list.show(Array(1...4), of: Array(1...4), height: Self.height)
        #expect(list.current == 2)
        list.show([], of: Array(1...4), height: Self.height)
        list.anchorCursor(keepsOld: true)
        list.show(Array(1...4), of: Array(1...4), height: Self.height)
        #expect(list.current == 2, "nothing was under the cursor")
    }

    @Test func aRangeReachesFromItsStartToTheCursorEitherWay() {
        var list = pressed(list(1...9), .down, .down)
        list.startRange()
        #expect(list.range == 2...2)
        #expect(pressed(list, .last).range == 2...8)
        #expect(pressed(list, .first).range == 0...2)
        #expect(list.dropRange() == true)
        #expect(list.range == nil)
        #expect(list.dropRange() == false)
    }

    @Test func aRangeLeavesHeadRowsOut() {
        var list = pressed(list(1...4, headRows: 1), .down, .down)
        list.startRange()
        #expect(pressed(list, .first).range == 1...2)
    }

    @Test func aRangeGoesWithItsStart() {
        var list = pressed(list(1...4), .last)
        list.startRange()
        list.show([4, 1, 2, 3], of: [4, 1, 2, 3], height: Self.height)
        #expect(list.range == 0...0)
        list.show([1, 2, 3], of: [1, 2, 3], height: Self.height)
        #expect(list.range == nil)
        list.setFilter(Filter("x"))
        #expect(list.dropRange() == false)
    }

    @Test func theTopIsTheFirstItemUnlessTheCursorIsAboveIt() {
        var list = pressed(list(1...20, headRows: 1), .last)
        list.startRange()
        list.goToTop()
        #expect(list.current == 1 && list.viewport.top == 0 && list.range == nil)
        _ = list.move(.first, height: Self.height)
        list.goToTop()
        #expect(list.viewport.cursor == 0)
    }

    @Test func whatIsComputedIsNoPartOfEquality() {
        var other = list(1...3)
        other.show([3, 2, 1], of: [3, 2, 1], height: Self.height)
        #expect(other == list(1...3))
        other.showsMarkedOnly = true
        #expect(other != list(1...3))
    }
}
