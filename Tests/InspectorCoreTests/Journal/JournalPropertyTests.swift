import Foundation
import TestSupport
import Testing

@testable import InspectorCore

/// Journals that were cut off, damaged, or were never one: no success is lost or made up, and damage is said.
@Suite struct JournalPropertyTests {
    private func replay(_ bytes: [UInt8]) -> Result<JournalReplay, JournalError> {
        do throws(JournalError) {
            return .success(try JournalReplay(bytes, path: "j"))
        } catch {
            return .failure(error)
        }
    }

    @Test func whereverItIsCutOffWhatIsDurableHolds() {
        let broken = Property.counterexample(150) { random in
            let made = MadeJournal(12, &random)
            let cut = random.int(0..<made.bytes.count + 1)
            let whole = made.bytes[..<cut].count { $0 == UInt8(ascii: "\n") }
            let tail = random.oneIn(2) ? [] : random.bytes(upTo: 20).filter { $0 != UInt8(ascii: "\n") }
            switch replay(Array(made.bytes[..<cut]) + tail) {
            case .success(let replay):
                if whole == 0 || replay.history.outcomes != made.truths[whole - 1] {
                    return "another truth after \(whole) lines, \(cut) bytes"
                }
                let length = made.lines[..<whole].reduce(0) { $0 + $1.count + 1 }
                return replay.length == length ? nil : "length \(replay.length), not \(length)"
            case .failure(let error):
                return whole == 0 && error.sentence.contains("nothing was sent") ? nil : "\(whole) lines: \(error)"
            }
        }
        #expect(broken == nil)
    }

    @Test func aDamagedLineIsNamedOrTouchesItsOwnTargetsOnly() {
        let broken = Property.counterexample(1500) { random in
            let made = MadeJournal(12, &random)
            let place = random.int(0..<made.lines.count)
            let damaged = random.mutation(of: [String(decoding: made.lines[place], as: UTF8.self)])
            var lines = made.lines
            lines[place] = damaged
            let bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
            let number = place + 1
            switch replay(bytes) {
            case .failure(.corrupt("j", let line, let reason)):
                return line < number || reason.isEmpty ? "line \(line) is blamed for line \(number): \(reason)" : nil
            case .failure(let error): return "\(error)"
            case .success(let replay):
                let isLast = place == made.lines.count - 1
                let truth = made.truths[isLast && Self.targets(damaged) == nil ? max(0, place - 1) : made.lines.count - 1]
                let touched = made.subjects[place].union(Self.targets(damaged) ?? [])
                for target in truth.indices where replay.history.outcomes[target] != truth[target] {
                    if !touched.contains(target) { return "line \(number), target \(target): \(String(decoding: damaged, as: UTF8.self))" }
                }
                return nil
            }
        }
        #expect(broken == nil)
    }

    @Test func aSuccessThatNoCallWasSentForIsRefused() {
        let broken = Property.counterexample(1500) { random in
            let made = MadeJournal(40, &random)
            var lines = made.lines
            let place = random.int(0..<lines.count)
            lines[place] = random.mutation(of: [String(decoding: lines[place], as: UTF8.self)])
            if random.oneIn(4) { lines.swapAt(place, random.int(0..<lines.count)) }
            let bytes = lines.flatMap { $0 + [UInt8(ascii: "\n")] }
            guard case .success(let replay) = replay(bytes) else { return nil }
            let entries = bytes.split(separator: UInt8(ascii: "\n")).compactMap {
                (try? JSONDecoder().decode(JournalLine.self, from: Data($0)))?.entry
            }
            let sent = Set(entries.flatMap(Self.sent))
            let told = Set(entries.flatMap(\.outcomes).filter { $0.outcome == .succeeded }.map(\.target))
            let outcomes = replay.history.outcomes
            let succeeded = outcomes.indices.filter { outcomes[$0] == .succeeded }
            return succeeded.allSatisfy { sent.contains($0) && told.contains($0) } ? nil : String(decoding: bytes, as: UTF8.self)
        }
        #expect(broken == nil)
    }

    @Test func aFolderOfAnythingIsListed() throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 1)
        for number in 0..<60 {
            let made = MadeJournal(4, &random)
            let bytes = random.mutation(of: [String(decoding: made.bytes, as: UTF8.self), "", "\n\n", "null\n"])
            try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(number).jsonl"))
        }
        let runs = try JournalStore(folder: folder.path).list()
        #expect(runs.count == 60)
        for run in runs {
            if case .unreadable(let reason) = run.state { #expect(reason.contains(run.journal)) } else { #expect(run.startedAt != nil) }
        }
        #expect(runs.contains { if case .unreadable = $0.state { true } else { false } })
    }

    private static func sent(_ entry: JournalEntry) -> [Int] {
        if case .intent(_, _, _, let targets) = entry { targets } else { [] }
    }

    /// The targets that a line's outcomes or intent name; nil when it is no line of a journal.
    private static func targets(_ line: [UInt8]) -> Set<Int>? {
        guard let line = try? JSONDecoder().decode(JournalLine.self, from: Data(line)) else { return nil }
        return Set((line.targets ?? []) + (line.outcomes ?? []).flatMap(\.targets))
    }
}
