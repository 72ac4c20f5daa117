internal import Glibc

/// What a journal's bytes record.
struct JournalReplay {
    let runId: String
    let startedAt: String
    let version: Int
    let plan: Plan
    /// The state that the entries lead to.
    private(set) var run: ReplayedRun
    /// Bytes up to the end of the last whole line.
    private(set) var length: Int
    /// The lines up to there.
    private(set) var chain = JournalChain()
    /// Whether it ends in the middle of a line, which was being written when everything stopped.
    private(set) var isCut = false
    /// Lines that cannot be believed.
    private(set) var damages: [JournalDamage] = []
    /// Lines that are as they were written, by a version of this program that knows more than this one.
    private(set) var foreign: [JournalDamage] = []

    /// Reads a journal.
    ///
    /// - Parameter isBeingWritten: Whether half a line at its end is just being written by somebody else.
    init(_ bytes: [UInt8], path: String, isBeingWritten: Bool = false) throws(JournalError) {
        self = try bytes.withUnsafeBufferPointer { buffer throws(JournalError) in
            try JournalReplay(JournalText(buffer), path: path, isBeingWritten: isBeingWritten)
        }
    }

    private init(_ text: JournalText, path: String, isBeingWritten: Bool) throws(JournalError) {
        guard let first = text.lines.first else {
            throw .corrupt(path: path, line: 1, reason: "it ends before the plan does: nothing was sent yet, or the file was cut later")
        }
        let header = try Self.header(first, path: path)
        (runId, startedAt, version, plan) = (header.run, header.at, header.version, header.plan)
        run = ReplayedRun(plan)
        length = first.count + 1
        takeHeader(first)
        for (index, line) in text.lines.enumerated().dropFirst() {
            if isTorn(line, isLast: index == text.lines.count - 1 && text.rest.isEmpty) {
                isCut = true
            } else {
                take(line, number: index + 1)
            }
        }
        if !isBeingWritten { takeRest(text.rest, number: text.lines.count + 1) }
        if isCut { run.loseLines(before: text.lines.count + 1) }
        run.end()
    }

    private static func header(
        _ first: UnsafeBufferPointer<UInt8>, path: String
    ) throws(JournalError) -> (run: String, at: String, version: Int, plan: Plan) {
        let line = JournalLine(first)
        let version = line?.version ?? JournalLine.version(of: first)
        if let version, version > JournalLine.currentVersion { throw .newer(path: path, version: version) }
        guard let line, line.isHeader, let run = line.run, let plan = line.plan, let version, version > 0
        else { throw .corrupt(path: path, line: 1, reason: "this is not a plan") }
        return (run, line.at, version, plan)
    }
}

extension JournalReplay {
    /// Whether the plan is as it was written, as far as checksums show.
    var hasWholePlan: Bool { damages.first?.line != 1 }

    private mutating func takeHeader(_ line: UnsafeBufferPointer<UInt8>) {
        switch chain.take(line) {
        case .proven: break
        case .bare: if version > 1 { note(1, "it carries no checksum") }
        case .broken: note(1, "its checksum does not fit: the plan was changed")
        }
    }

    private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) {
        length += bytes.count + 1
        switch chain.take(bytes) {
        case .proven: read(bytes, number: number, isProven: true)
        case .bare where version == 1: read(bytes, number: number, isProven: false)
        case .bare: note(number, "it carries no checksum")
        case .broken: note(number, "its checksum does not fit: it was changed, or lines before it were removed, moved or added")
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, number: Int, isProven: Bool) {
        guard let line = JournalLine(bytes), let entry = line.entry else {
            return isProven ? noteForeign(bytes, number) : note(number, "this is not a journal's line")
        }
        if !run.take(entry, ReplayedRun.Place(line: number, at: line.at)) {
            note(number, "this does not fit the lines before it")
        }
    }

    private mutating func note(_ number: Int, _ reason: String) {
        damages.append(JournalDamage(line: number, reason: reason))
        run.damage(line: number)
    }

    private mutating func noteForeign(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) {
        let event = JournalLine(bytes).map { "\"\($0.event)\"" } ?? "something"
        foreign.append(JournalDamage(line: number, reason: "it tells \(event) in a way that this version does not know"))
        run.loseLines(before: number)
    }

    /// A last line without a checksum that cannot be read was being written when everything stopped. In version 2 it would lack its end.
    private func isTorn(_ line: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Bool {
        isLast && version == 1 && JournalLine(line) == nil
    }

    /// What stands behind the last line's end: half a line, unless it holds more than a whole one.
    private mutating func takeRest(_ rest: UnsafeBufferPointer<UInt8>, number: Int) {
        guard !rest.isEmpty else { return }
        if chain.proves(UnsafeBufferPointer(rebasing: rest.dropLast())) {
            note(number, "its end was changed")
        } else {
            isCut = true
        }
    }
}

/// A journal's bytes as lines.
struct JournalText {
    /// The lines that have their end, given without it.
    private(set) var lines: [UnsafeBufferPointer<UInt8>] = []
    /// What stands behind the last end of a line.
    private(set) var rest: UnsafeBufferPointer<UInt8>

    /// The lines of `bytes`, which have to outlive it.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        rest = bytes
        while let first = rest.baseAddress, let end = memchr(first, 0x0A, rest.count) {
            let length = UnsafeRawPointer(end) - UnsafeRawPointer(first)
            lines.append(UnsafeBufferPointer(rebasing: rest[..<length]))
            rest = UnsafeBufferPointer(rebasing: rest[(length + 1)...])
        }
    }
}
