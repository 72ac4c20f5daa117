import Testing

@testable import Curses

@Suite struct KeyBurstsTests {
    /// Which of the readings, of so many keys after so many milliseconds, are bursts.
    private func bursts(_ readings: [(keys: Int, milliseconds: Int)]) -> [Bool] {
        let start = ContinuousClock.now
        var bursts = KeyBursts()
        return readings.map { bursts.note(keys: $0.keys, at: start + .milliseconds($0.milliseconds)) }
    }

    @Test func keysThatAreReadAtOnceAreABurst() {
        #expect(bursts([(1, 0), (2, 1000), (1, 2000)]) == [false, true, false])
    }

    @Test func soAreKeysFasterThanAnybodyTypes() {
        #expect(bursts([(1, 0), (1, 2)]) == [false, true], "as over a serial line")
        #expect(bursts([(1, 0), (1, 30), (0, 31), (1, 60)]) == [false, false, false, false], "as a key that is held down")
    }
}
