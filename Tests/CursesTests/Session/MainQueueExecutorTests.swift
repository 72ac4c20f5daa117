import Dispatch
import Testing

@testable import Curses

@Suite struct MainQueueExecutorTests {
    private static let key = DispatchSpecificKey<Bool>()

    private nonisolated func isOnMainQueue() async -> Bool {
        DispatchQueue.getSpecific(key: Self.key) ?? false
    }

    @Test func runsTasksOnTheMainQueue() async {
        DispatchQueue.main.setSpecific(key: Self.key, value: true)
        let executor = MainQueueExecutor()
        #expect(await Task(executorPreference: executor) { await isOnMainQueue() }.value)
        #expect(await Task.detached { await isOnMainQueue() }.value == false)
    }
}
