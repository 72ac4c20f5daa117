import Foundation
import JSON
import TestSupport
import Testing
import TextSafety

@testable import InspectorCore

/// Journals that were cut off, damaged, or were never one: no success is lost or made up, and damage is said.
@Suite struct JournalPropertyTests {
    @Test func whereverItIsCutOffWhatIsDurableHolds() {
        let broken = Property.counterexample(150) { random in
            let made = MadeJournal(12, &random)
            let cut = random.int(0..<made.bytes.count + 1)
            let whole = made.bytes[..<cut].count { $0 == UInt8(ascii: "\n") }
            let tail = random.oneIn(2) ? [] : random.bytes(upTo: 20).filter { $0 != UInt8(ascii: "\n") }
            let bytes = Array(made.bytes[..<cut]) + tail
            switch JournalBytes.replay(bytes) {
            case .success(let replay):
                if whole == 0 { return "a run without a plan" }
                let isWhole = bytes.last == UInt8(ascii: "\n")
                let truth = isWhole ? made.truths[whole - 1] : made.settled(after: whole)
                if replay.run.history.outcomes != truth { return "another truth after \(whole) lines, \(cut) bytes" }
                let open = Set(truth.indices.filter { truth[$0] == nil })
                if !isWhole, !replay.run.history.inDoubt.isSuperset(of: open) { return "what may have been sent is not in doubt" }
                let length = made.lines[..<whole].reduce(0) { $0 + $1.count + 1 }
                return replay.length == length ? nil : "length \(replay.length), not \(length)"
            case .failure(let error):
                return whole == 0 && error.sentence.contains("nothing was sent") ? nil : "\(whole) lines: \(error)"
            }
        }
        #expect(broken == nil)
    }

    @Test func aDamagedLineIsNamed() {
        let broken = Property.counterexample(1500) { random in
            let made = MadeJournal(12, &random)
            let place = random.int(0..<made.lines.count)
            let damaged = random.mutation(of: [String(decoding: made.lines[place], as: UTF8.self)])
            guard damaged != made.lines[place] else { return nil }
            var lines = made.lines
            lines[place] = damaged
            let named = JournalBytes.firstDamage(JournalBytes.file(lines))
            let more = damaged.count { $0 == UInt8(ascii: "\n") }
            guard let named, (place + 1...place + 1 + more).contains(named) else {
                return "line \(place + 1), not \(named ?? 0): \(String(decoding: damaged, as: UTF8.self))"
            }
            return nil
        }
        #expect(broken == nil)
    }

    @Test func aDamagedLineOfVersion1IsNamedOrTouchesItsOwnTargetsOnly() {
        let broken = Property.counterexample(1500) { random in
            let made = MadeJournal(12, &random)
            let place = random.int(0..<made.lines.count)
            var lines = JournalBytes.version1(made.lines)
            let damaged = random.mutation(of: [String(decoding: lines[place], as: UTF8.self)])
            lines[place] = damaged
            let number = place + 1
            switch JournalBytes.replay(JournalBytes.file(lines)) {
            case .failure(.corrupt("j", let line, let reason)):
                return line < number || reason.isEmpty ? "line \(line) is blamed for line \(number): \(reason)" : nil
            case .failure(.newer): return number == 1 ? nil : "a newer version"
            case .failure(let error): return "\(error)"
            case .success(let replay):
                if let damage = replay.damages.first { return damage.line < number ? "line \(damage.line), not \(number)" : nil }
                let isLast = place == made.lines.count - 1
                let isTorn = isLast && JournalBytes.read(damaged) == nil
                let truth = isTorn ? made.settled(after: max(1, place)) : made.truths[made.lines.count - 1]
                let touched = made.subjects[place].union(Self.targets(damaged) ?? [])
                for target in truth.indices where replay.run.history.outcomes[target] != truth[target] {
                    if !touched.contains(target) { return "line \(number), target \(target): \(String(decoding: damaged, as: UTF8.self))" }
                }
                return nil
            }
        }
        #expect(broken == nil)
    }

    @Test func aSuccessOfVersion1ThatNoCallWasSentForIsRefused() {
        let broken = Property.counterexample(1500) { random in
            let made = MadeJournal(40, &random)
            var lines = JournalBytes.version1(made.lines)
            let place = random.int(0..<lines.count)
            lines[place] = random.mutation(of: [String(decoding: lines[place], as: UTF8.self)])
            if random.oneIn(4) { lines.swapAt(place, random.int(0..<lines.count)) }
            let bytes = JournalBytes.file(lines)
            guard case .success(let replay) = JournalBytes.replay(bytes), replay.damages.isEmpty else { return nil }
            let entries = JournalBytes.lines(bytes).compactMap { JournalBytes.read($0)?.entry }
            let sent = Set(entries.flatMap(Self.sent))
            let told = Set(entries.flatMap(\.outcomes).filter { $0.outcome == .succeeded }.map(\.target))
            let outcomes = replay.run.history.outcomes
            let succeeded = outcomes.indices.filter { outcomes[$0] == .succeeded }
            return succeeded.allSatisfy { sent.contains($0) && told.contains($0) } ? nil : String(decoding: bytes, as: UTF8.self)
        }
        #expect(broken == nil)
    }

    @Test func aFolderOfAnythingIsListed() throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 1)
        for number in 0..<60 {
            let made = MadeJournal(4, run: "\(number)", &random)
            let bytes = random.mutation(of: [String(decoding: made.bytes, as: UTF8.self), "", "\n\n", "null\n"])
            try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(number).jsonl"))
        }
        let runs = try JournalStore(folder: folder.path).list()
        #expect(runs.count == 60)
        for run in runs {
            if case .unreadable(let reason) = run.state { #expect(reason.contains(run.journal)) } else { #expect(run.startedAt != nil) }
        }
        #expect(runs.contains { if case .unreadable = $0.state { true } else { false } })
        #expect(runs.contains { $0.integrity == "damaged" })
    }

    private static func sent(_ entry: JournalEntry) -> [Int] {
        if case .intent(_, _, _, let targets) = entry { targets } else { [] }
    }

    /// The targets that a line's outcomes or intent name; nil when it is no line of a journal.
    private static func targets(_ line: [UInt8]) -> Set<Int>? {
        guard JournalBytes.read(line) != nil, let line = JSONValue(bytes: line) else { return nil }
        let lists = [line["targets"]] + (line["outcomes"]?.array ?? []).map { $0["targets"] }
        return Set(lists.flatMap { $0?.array ?? [] }.compactMap { $0.number.map { Int($0) } })
    }
}
