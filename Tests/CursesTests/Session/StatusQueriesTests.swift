import Testing

@testable import Curses

@Suite struct StatusQueriesTests {
    private let start = ContinuousClock.now

    @Test func answersComeInTheOrderOfTheQuestions() {
        var queries = StatusQueries()
        #expect(queries.isWorthAsking(at: start))
        #expect(queries.ask(at: start) == 1)
        #expect(queries.ask(at: start) == 2)
        #expect(queries.isExpecting(at: start))
        queries.answer()
        #expect(queries.answered == 1)
        queries.answer()
        queries.answer()
        #expect(queries.answered == 2)
        #expect(!queries.isExpecting(at: start))
    }

    @Test func aTerminalThatNeverAnsweredIsNotAskedForLong() {
        var queries = StatusQueries()
        _ = queries.ask(at: start)
        let late = start + StatusQueries.patience
        #expect(queries.isExpecting(at: late - .milliseconds(1)))
        #expect(!queries.isWorthAsking(at: late))
        #expect(!queries.isExpecting(at: late))
        queries.answer()
        #expect(queries.isWorthAsking(at: late + .seconds(60)))
    }

    @Test func aLostAnswerDoesNotLockOut() {
        var queries = StatusQueries()
        _ = queries.ask(at: start)
        queries.answer()
        _ = queries.ask(at: start)
        let later = start + StatusQueries.patience + .milliseconds(1)
        let number = queries.ask(at: later)
        #expect(queries.answered < number)
        queries.answer()
        #expect(queries.answered == number)
    }
}
