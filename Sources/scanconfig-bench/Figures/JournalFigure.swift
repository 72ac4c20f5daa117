import InspectorCore

/// A journal of a whole run on a disk: how long it takes to write, and to read back.
struct JournalRound {
    /// Seconds of the processor to write it: how long a disk takes to confirm depends on the disk, and on who else writes.
    let writing: Double
    /// Seconds of the processor to read it.
    let reading: Double
    /// Its length in bytes.
    let bytes: Int

    /// A run of which every target succeeded.
    init(_ plan: Plan) async throws {
        let home = try Folder()
        let store = JournalStore(folder: home.path + "/runs")
        let calls = stride(from: 0, to: plan.targets.count, by: ServiceLimits.batchSize).map {
            Array($0..<min(plan.targets.count, $0 + ServiceLimits.batchSize))
        }
        var runId = ""
        writing = try await Timing.process {
            let journal = try await store.create(plan, seed: 1)
            runId = journal.runId
            // In a run, the lines of calls that are in progress together are written together.
            for start in stride(from: 0, to: calls.count, by: 64) {
                let together = start..<min(calls.count, start + 64)
                try await journal.record(
                    together.map {
                        .intent(call: $0 + 1, attempt: 1, invocationId: "00000000-0000-4000-8000-000000000000", targets: calls[$0])
                    })
                try await journal.record(
                    together.map { .answered(call: $0 + 1, attempt: 1, [OutcomeGroup(outcome: .succeeded, targets: calls[$0])]) })
            }
            try await journal.record([.finished])
            await journal.close()
        }
        var succeeded = 0
        reading = try await Timing.process { succeeded = try store.open(runId).report.counts.succeeded }
        guard succeeded == plan.targets.count else { throw BenchError("\(succeeded) of \(plan.targets.count) targets were read back.") }
        bytes = try SystemDisk().read("\(home.path)/runs/\(runId).jsonl").count
    }
}

/// Journals of large runs.
struct JournalFigure {
    private let bench: Bench

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() async throws -> [Reading] {
        let account = MadeAccount(associations: bench.scaled(1_000_000, quick: 100_000))
        let round = try await JournalRound(account.plan)
        let detail = "of \(account.associations.grouped) targets, \(Quantity(Double(round.bytes), .bytes).text)"
        return [("processor to write", round.writing), ("processor to read", round.reading)].map { name, seconds in
            Reading(
                figure: "journal", detail: "\(name), \(detail)", ours: Quantity(seconds, .seconds),
                reference: Reference(
                    name: "10 µs a target", quantity: Quantity(Double(account.associations) * 10e-6, .seconds)), goal: .notMore)
        }
    }
}
