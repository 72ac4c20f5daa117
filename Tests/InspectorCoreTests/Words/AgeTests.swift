import TestSupport
import Testing

@testable import InspectorCore

@Suite struct AgeTests {
    private static let (minute, hour, day): (Int64, Int64, Int64) = (60, 3_600, 86_400)

    static let ages: [(Int64, String)] = [
        (-1_000_000, "0m"), (-1, "0m"), (0, "0m"), (59, "0m"), (60, "1m"), (hour - 1, "59m"), (hour, "1h"), (3 * hour, "3h"),
        (day - 1, "23h"), (day, "1d"), (3 * day, "3d"), (90 * day, "90d"), (100 * day - 1, "99d"), (100 * day, "3mo"), (365 * day, "11mo"),
        (366 * day, "12mo"), (430 * day, "14mo"), (730 * day, "23mo"), (731 * day, "2y"), (4000 * day, "10y"), (20_000 * day, "54y"),
    ]

    @Test(arguments: ages) func anAgeIsANumberAndAUnit(seconds: Int64, word: String) {
        #expect(ScanTime.at(1_800_000_000 - seconds).age(at: 1_800_000_000) == word)
    }

    @Test func neverIsAWordAndNothingKnownIsNone() {
        #expect(ScanTime.never.age(at: 0) == "never")
        #expect(ScanTime.unknown.age(at: 0) == "")
    }

    @Test func anyAgeTakesFiveCellsAtMost() {
        let broken = Property.counterexample(500) { random in
            let (now, time) = (Int64(random.int(0..<5_000_000_000)), Int64(random.int(0..<4_294_967_294)))
            let word = ScanTime.at(time).age(at: now)
            return (2...5).contains(word.count) && word.first?.isNumber == true ? nil : "\(now - time): \(word)"
        }
        #expect(broken == nil)
    }
}
