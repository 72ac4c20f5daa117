import Foundation
import InspectorCore
import InspectorSimulator
import TestSupport

extension Storm {
    /// One process: it goes on to the end, is stopped, or is killed after a few entries. Without faults it goes on to the end.
    mutating func session(
        _ plan: Plan, _ history: RunHistory?, _ mode: RunMode, _ journal: Journal, _ faults: FaultPlan?
    ) async throws {
        sessions += 1
        let end = drawnEnd(isSteady: faults == nil)
        let process = StormProcess(
            home, factor: faults == nil ? 40 : 400, callLimit: faults?.late.timeout ?? 0 > 0 ? .milliseconds(400) : .seconds(60))
        unchecked.append(process.sent)
        guard await process.mayBegin(plan) else {
            await journal.close()
            return try await signIn()
        }
        if faults != nil { try await signOut() }
        let handle = process.start(
            plan, history: history, mode: mode, options: RunOptions(verifyFor: end.verifyFor), seed: random.next(),
            recorder: MortalJournal(journal, entries: end.entries))
        try await follow(handle, stopsAfter: end.events)
        tear(journal, isKilled: end.entries < .max)
    }

    private mutating func follow(_ handle: RunHandle, stopsAfter limit: Int) async throws {
        var (seen, pauses) = (0, 0)
        for await event in handle.events {
            seen += 1
            if seen > limit { handle.stop() }
            if case .paused = event {
                pauses += 1
                try await answer(handle, pauses: pauses)
            }
        }
    }

    /// After how many entries a process is killed, after how many events it is stopped, and how long it waits for listings.
    private struct SessionEnd {
        var entries = Int.max
        var events = Int.max
        var verifyFor = Duration.seconds(60)
    }

    private mutating func drawnEnd(isSteady: Bool) -> SessionEnd {
        var end = SessionEnd()
        guard !isSteady else { return end }
        if random.oneIn(2) { end.entries = random.int(0..<25) }
        if random.oneIn(4) { end.events = random.int(0..<12) }
        end.verifyFor = random.pick([.zero, .seconds(4), .seconds(60)])
        return end
    }

    /// A process that is killed may leave half a line.
    private mutating func tear(_ journal: Journal, isKilled: Bool) {
        guard isKilled, random.oneIn(2), let path = journal.path, let file = FileHandle(forWritingAtPath: path) else { return }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data(#"{"at":"2026-11-23T03"#.utf8))
        try? file.close()
    }
}

extension Storm {
    /// The keys in use may expire at some call of the session, and the file holds others by then: of the same account, or of another.
    private mutating func signOut() async throws {
        guard random.oneIn(3) else { return }
        for key in keys { await simulator.expire(accessKeyId: key.accessKeyId, afterCalls: random.int(0..<30)) }
        try home.hold(random.pick(keys + [foreignKey, foreignKey]))
    }

    /// The operator's answer to a pause.
    private mutating func answer(_ handle: RunHandle, pauses: Int) async throws {
        if random.oneIn(6) { return handle.stop() }
        if pauses > 2 || random.oneIn(2) { try await signIn() }
        handle.resume()
    }

    /// One of the account's keys is good again, and in the file.
    mutating func signIn() async throws {
        for key in keys { await simulator.expire(accessKeyId: key.accessKeyId, afterCalls: nil) }
        try home.hold(random.pick(keys))
    }
}
