import Foundation
import TestSupport
import Testing

@testable import InspectorCore

/// Every line of a journal bears witness to itself and to the line before it.
@Suite struct JournalChainTests {
    private static let made: MadeJournal = {
        var random = SeededRandom(seed: 24)
        var made = MadeJournal(30, &random)
        while made.lines.count < 14 || made.lines.last.map({ !String(decoding: $0, as: UTF8.self).contains("finished") }) == true {
            made = MadeJournal(30, &random)
        }
        return made
    }()

    private var lines: [[UInt8]] { Self.made.lines }

    private func damage(_ lines: [[UInt8]]) -> [Int] {
        guard case .success(let replay) = JournalBytes.replay(JournalBytes.file(lines)) else { return [1] }
        return replay.damages.map(\.line)
    }

    @Test func aJournalAsItWasWrittenIsBelieved() throws {
        let replay = try JournalReplay(JournalBytes.file(lines), path: "j")
        #expect(replay.damages.isEmpty && replay.foreign.isEmpty && !replay.isCut)
        #expect(replay.run.history.outcomes == Self.made.truths.last)
    }

    @Test func eachChangedLineIsNamed() {
        for place in lines.indices {
            var changed = lines
            let text = String(decoding: lines[place], as: UTF8.self)
            changed[place] = Array(text.replacing("2026-01-01", with: "2026-01-02", maxReplacements: 1).utf8)
            #expect(damage(changed) == [place + 1])
        }
    }

    @Test func eachChangedTargetIsNamed() {
        for place in lines.indices.dropFirst() {
            let text = String(decoding: lines[place], as: UTF8.self)
            guard let digit = text.firstMatch(of: /"targets":\[(\d)/) else { continue }
            var changed = lines
            changed[place] = Array(
                text.replacingCharacters(in: digit.1.startIndex..<digit.1.endIndex, with: digit.1 == "1" ? "2" : "1").utf8)
            #expect(damage(changed) == [place + 1])
        }
    }

    @Test func eachRemovedLineIsNamed() {
        for place in lines.indices.dropLast() {
            var fewer = lines
            fewer.remove(at: place)
            #expect(damage(fewer).first == place + 1)
        }
    }

    /// What no chain can tell: that it was once longer. The run then counts as interrupted.
    @Test func withoutItsLastLineTheRunIsNotFinished() throws {
        let replay = try JournalReplay(JournalBytes.file(lines.dropLast()), path: "j")
        #expect(replay.damages.isEmpty && !replay.run.isFinished)
    }

    @Test func eachPairOfSwappedLinesIsNamed() {
        for first in lines.indices {
            for second in lines.indices.dropFirst(first + 1) where lines[first] != lines[second] {
                var swapped = lines
                swapped.swapAt(first, second)
                #expect(damage(swapped).first == first + 1)
            }
        }
    }

    @Test func eachRepeatedLineIsNamed() {
        for place in lines.indices {
            for later in place + 1...lines.count {
                var more = lines
                more.insert(lines[place], at: later)
                #expect(damage(more) == [later + 1], "line \(place + 1) once more as line \(later + 1)")
            }
        }
    }

    @Test func eachLineOfAnotherJournalIsNamed() {
        var random = SeededRandom(seed: 7)
        let other = MadeJournal(29, &random).lines
        for place in lines.indices.dropFirst() where place < other.count && lines[place] != other[place] {
            var mixed = lines
            mixed[place] = other[place]
            #expect(damage(mixed).first == place + 1)
        }
    }

    @Test func everyByteThatIsNotItselfAnyMoreIsNoticed() throws {
        var random = SeededRandom(seed: 3)
        let whole = MadeJournal(3, &random).bytes
        for place in whole.indices {
            for mask: UInt8 in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF] {
                var flipped = whole
                flipped[place] ^= mask
                #expect(JournalBytes.firstDamage(flipped) != nil, "byte \(place) ^ \(mask)")
            }
        }
    }

    @Test func otherEndsOfLinesAreNoticed() {
        #expect(damage(lines.map { $0 + [UInt8(ascii: "\r")] }) == Array(1...lines.count))
    }

    @Test func aForgedChecksumIsOnlyItsOwnLines() {
        var changed = lines
        let digit = changed[4].count - 3
        changed[4][digit] = changed[4][digit] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
        #expect(damage(changed) == [5])
    }

    @Test func linesBehindDamageStillBearEachOtherOut() {
        var changed = lines
        changed[3] = Array("nonsense".utf8)
        #expect(damage(changed) == [4, 5])
        changed = lines
        changed.insert(Array("nonsense".utf8), at: 3)
        #expect(damage(changed) == [4])
    }

    @Test func aShellCanCheckIt() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/j"
        try Data(JournalBytes.file(lines)).write(to: URL(filePath: path))
        let script = #"""
            before= n=0
            while IFS= read -r line; do
                n=$((n + 1))
                sum=$(printf %s "$before${line%,\"checksum\":*}" | sha256sum | cut -c 1-16)
                before=${line%\"\}}; before=${before##*\"}
                [ "$sum" = "$before" ] || exit 1
            done
            echo $n
            """#
        let result = try await Program.run(
            "/bin/bash", ["-c", script], environment: ["PATH": "/usr/bin:/bin"], input: try folder.text(path))
        #expect(result.status == 0)
        #expect(result.output == "\(lines.count)\n")
    }

    @Test func namesOfLinesStayShort() {
        #expect(JournalDamage.name([7]) == "line 7")
        #expect(JournalDamage.name([3, 7, 8]) == "lines 3, 7, 8")
        #expect(JournalDamage.name(Array(1...80_000)) == "lines 1 to 80000")
        #expect(JournalDamage.name(Array(stride(from: 1, through: 99, by: 2))) == "lines 1, 3, 5, 7 and 46 more")
    }
}
