import TextSafety

extension JournalError: Worded {
    /// The error and the next step in words.
    package var words: String {
        switch self {
        case .folder(let path, let reason): "The folder \(path) cannot hold journals: \(reason). Nothing is sent without a journal."
        case .file(let path, let reason): "The journal \(path) cannot be used: \(reason). Nothing is sent without a journal."
        case .locked(let path): "Another process is working on this run (\(path) is locked)."
        case .corrupt(let path, let line, let reason): "\(path), line \(line): \(reason). The journal was not changed."
        case .newer(let path, let version):
            "\(path) is a journal of version \(version), and this version of scanconfig reads up to version \(JournalLine.currentVersion): "
                + "use a newer scanconfig."
        case .distrusted(let path, let reason): "\(path): \(reason). Nothing was sent."
        case .misnamed(let path, let run):
            "\(path) is a copy of the journal of run \(run), and no run of its own: remove it, or name it \(run).jsonl where that is missing."
        case .noSuchRun(let name, let option, _) where RunGroup.isId(name):
            "There is no run \(name). Names that begin with G are those of groups; `scanconfig runs\(option)` lists both."
        case .noSuchRun(let name, let option, let near):
            "There is no run \(name)\(near.map { ". \($0) " } ?? "; ")`scanconfig runs\(option)` lists them."
        case .noName: "The name of the run is empty (an unset variable?); `scanconfig runs` lists the runs. Nothing was done."
        case .ambiguous(let name, let runs):
            "\(name) begins the IDs of \(runs.count.counted("run")): \(runs.reversed().listed(upTo: 5)). Give more of the ID."
        case .noStateFolder: "No place for journals: set XDG_STATE_HOME or HOME."
        case .notUTF8(let source): "The folder for journals that \(source) names is not UTF-8; name another. Nothing was done."
        case .copy(let path, let reason): "\(path) cannot be written: \(reason). There is no copy."
        }
    }
}

extension JournalError {
    /// Why a journal tells nothing, without its path.
    var shortReason: String {
        switch self {
        case .folder(_, let reason), .file(_, let reason), .distrusted(_, let reason), .copy(_, let reason): reason
        case .misnamed(_, let run): "it is a copy of the journal of run \(run)"
        case .corrupt(_, let line, let reason): "line \(line): \(reason)"
        case .newer(_, let version): "it is of version \(version)"
        case .locked, .noSuchRun, .noName, .ambiguous, .noStateFolder, .notUTF8: words
        }
    }
}

extension JournalIntegrity {
    /// What was found of the journal's lines, as a fact of its own.
    package var explanation: String {
        switch self {
        case .checked: "every line matches its checksum"
        case .unchecked: "not checked: a journal of version 1 has no checksums"
        case .damaged: "\(JournalDamage.name(damagedLines)) damaged"
        }
    }

    /// The word, and the numbers of the damaged lines.
    package var words: String {
        damagedLines.isEmpty ? word : "\(word): \(JournalDamage.name(damagedLines))"
    }
}

extension JournalDamage {
    /// "line 7", "lines 3, 7 to 9": long lists are cut short.
    package static func name(_ lines: [Int]) -> String {
        let stretches = stretches(lines)
        let shown = stretches.prefix(4).map {
            $0.count > 2 ? "\($0.lowerBound) to \($0.upperBound)" : $0.map(String.init).joined(separator: ", ")
        }
        let left = stretches.dropFirst(4).reduce(0) { $0 + $1.count }
        return "line\(lines.count == 1 ? "" : "s") \(shown.joined(separator: ", "))" + (left > 0 ? " and \(left.grouped) more" : "")
    }

    private static func stretches(_ lines: [Int]) -> [ClosedRange<Int>] {
        lines.reduce(into: []) { stretches, line in
            if let last = stretches.last, last.upperBound + 1 == line {
                stretches[stretches.count - 1] = last.lowerBound...line
            } else {
                stretches.append(line...line)
            }
        }
    }
}

extension RunRecord {
    /// Why neither `resume` nor `undo` may trust the journal, in words; nil when they may. Once everything was listed again
    /// and found out anew, damaged lines before that do not matter.
    package var distrust: String? {
        if let unknownLines { return unknownLines }
        guard case .damaged(let damages) = integrity, let first = damages.first else { return nil }
        guard hasWholePlan else {
            return "the plan itself (line 1) was changed, so nothing can be built on it; scanconfig list shows what is associated now"
        }
        if isToldAnew { return nil }
        return "\(JournalDamage.name(integrity.damagedLines)) cannot be trusted (line \(first.line): \(first.reason)); "
            + "scanconfig verify \(runId)\(option) lists again, and what it finds can be built on"
    }

    /// Why nothing can be added to the journal, not even what a listing finds; in words.
    package var refusesFindings: String? { hasWholePlan ? unknownLines : distrust }

    private var unknownLines: String? {
        foreign.first.map { "line \($0.line) was written by a newer version of scanconfig (\($0.reason)); use that one" }
    }

    /// Remarks about the journal itself, a sentence each.
    var journalRemarks: [String] {
        var notes: [String] = []
        if let distrust { notes.append("The journal does not tell everything: \(distrust).") }
        if distrust == nil, !integrity.damagedLines.isEmpty {
            let lines = JournalDamage.name(integrity.damagedLines)
            let open = inDoubtCount
            let listed =
                open == 0
                ? "everything was listed again since, and stands as it was found"
                : "what was listed again since stands as it was found, and \(open.counted("association")) \(open == 1 ? "is" : "are") "
                    + "still unresolved"
            notes.append("The journal is damaged (\(lines)); \(listed).")
        }
        if integrity == .unchecked { notes.append("The journal is of version 1, without checksums: it is unchecked.") }
        if isCut, !history.inDoubt.isEmpty {
            notes.append("The journal ends in the middle of a line: whatever is not known to be done may have been sent.")
        }
        if let lastCheckedAt { notes.append("Listed again as of \(lastCheckedAt.moment).") }
        if let undoneBy {
            notes.append(undonePart.map { "Run \(undoneBy) undid \($0) associations." } ?? "Undone by run \(undoneBy).")
        }
        return notes
    }
}

extension RunRecord {
    /// What failed so that it may have taken effect all the same, and was never seen in a listing: an undo leaves that out. nil when there is
    /// nothing of the kind.
    package var openFailureWords: String? {
        let open = report.outcomes.enumerated().compactMap { place, outcome -> String? in
            guard case .failed(let code, _) = outcome, code.leavesEffectOpen, !history.verified.contains(place) else { return nil }
            return code.rawValue
        }
        if open.isEmpty { return nil }
        let (codes, isOne) = (Set(open).sorted().joined(separator: ", "), open.count == 1)
        return
            "\(open.count.counted("association")) that failed with \(codes) may have taken effect, and no listing has told. An undo leaves "
            + "\(isOne ? "it" : "them") out: scanconfig verify \(runId)\(option) first finds out."
    }
}

extension RunRecord {
    /// The report, with a remark where the run is still in progress.
    package func report(isInProgress: Bool) -> RunReport {
        var report = report
        if isInProgress, let words = [runId].inProgressWords {
            report.remarks.insert("\(words) This is what its journal has so far.", at: 0)
        }
        return report
    }
}

extension [String] {
    /// That runs of these ids are in progress, so that their journals do not tell their end; nil where there is none.
    package var inProgressWords: String? {
        if isEmpty { return nil }
        return count == 1 ? "Run \(self[0]) is in progress." : "Runs \(listed(upTo: 5)) are in progress."
    }
}

extension RunGroup {
    /// How many journals are not here, or cannot be read; nothing when all are there.
    package var gap: String? {
        missing == 0
            ? nil
            : "\(id) has \((runIds.count + missing).counted("run")), and \(missing == 1 ? "the journal of one" : "the journals of \(missing.grouped)") "
                + "is not here or cannot be read: what \(missing == 1 ? "that run" : "those runs") did is not known."
    }
}

/// What to know of a run before it is undone, in the words that screens and commands share.
package enum UndoWords {
    /// Why nothing of a run can be undone now: what it did is not known yet, may still be needed, or is nothing.
    package static func nothingToUndo(_ report: RunReport, _ runId: String? = nil) -> String {
        let name = runId.map { "run \($0)" } ?? "that run"
        let run = name.prefix(1).uppercased() + name.dropFirst()
        if report.outcomes.contains(where: \.isDone) {
            return "\(run) may still disassociate the projects that it associated: resume it first, then undo it."
        }
        let open = report.counts.unresolved
        return open > 0
            ? "Nothing of \(name) is known to be done, and \(open.counted("association")) \(open == 1 ? "is" : "are") unresolved: resume or verify it first."
            : "\(run) changed nothing, so there is nothing to undo."
    }

    /// Why an undo that names no run does nothing.
    package static func newestIsUndone(_ run: String, by undo: String, part: String? = nil) -> String {
        part.map { "Of the newest run, \(run), \($0) associations were undone already, by run \(undo)." }
            ?? "The newest run, \(run), was undone already, by run \(undo)."
    }

    /// What the run undid itself, and which run undid it before: sentences behind another one.
    package static func remarks(undoes: String?, undoneBy: String?, part: String? = nil) -> String {
        let before = undoneBy.map { undo in
            part.map { " Run \(undo) undid \($0) associations before." } ?? " It was undone before, by run \(undo)."
        }
        return (undoes.map { " It is an undo itself, of run \($0)." } ?? "") + (before ?? "")
    }
}
