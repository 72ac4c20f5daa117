import InspectorCore

/// How the runs of a group ended, one in each session.
struct FleetEnd {
    let group: String?
    let results: [FleetResult<RunEnd>]
    /// The first signal that asked to stop, if one did.
    let signal: Int32?
    let stateDirOption: String

    private var ends: [RunEnd] { results.compactMap(\.value) }

    /// Writes the reports and throws the exit status. A signal that came when everything was done does not count.
    func conclude(_ output: OutputFormat, _ table: TableOptions) throws {
        for result in results {
            if let failure = result.failure { result.session.say(failure.message ?? "interrupted.") }
        }
        try write(output, table)
        if let group, ends.contains(where: \.report.isResumable) {
            StandardError.write("Resume it with scanconfig resume \(group)\(stateDirOption).\n")
        }
        for result in results {
            guard let report = result.value?.report, !report.listingWords.isEmpty else { continue }
            result.session.say("\(report.listingWords.dropFirst()) scanconfig verify \(report.runId)\(stateDirOption) lists again.")
        }
        for result in results { if let loss = result.value?.report.lossWords { result.session.say(loss) } }
        if let signal, ends.contains(where: { $0.report.outcomes.contains(where: \.isOpen) }) { throw ExitStatus(signal: signal) }
        try results.checkFailures()
        let statuses = ends.compactMap(\.status)
        if let first = statuses.first { throw statuses.count == ends.count && statuses.allSatisfy({ $0 == first }) ? first : .partial }
    }

    private func write(_ output: OutputFormat, _ table: TableOptions) throws(CommandFailure) {
        do throws(CommandFailure) {
            let text = FleetRunOutput(group: group, sessions: results.map { $0.entry.map(\.report) }).text(output)
            try StandardOutput.write(table.marked(text))
        } catch {
            let hint = group.map { " The runs have ended; scanconfig show \($0)\(stateDirOption) reports them." } ?? ""
            throw CommandFailure(error.status, (error.message ?? "") + hint)
        }
    }
}

extension Fleet {
    /// Carries out work that is a run, for every item at the same time. Signals stop all runs, and one whose credentials expire waits alone.
    func runs<Item: Sendable>(
        of group: String?, _ items: [FleetResult<Item>], options: RunOptions = RunOptions(),
        _ run: @escaping @Sendable (RunConsole, Item) async throws(CommandFailure) -> RunEnd
    ) async -> FleetEnd {
        let desk = RunDesk()
        let ends = await mapped(items) { session, item throws(CommandFailure) in
            try await run(RunConsole(session: session, options: options, desk: desk), item)
        }
        board.clear()
        let option = sessions.first?.stateDirOption ?? ""
        return FleetEnd(group: group, results: ends, signal: await desk.end(), stateDirOption: option)
    }
}
