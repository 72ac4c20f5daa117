/// Something to measure: a name to ask for it, and how it is taken.
struct Figure: Sendable {
    let name: String
    let summary: String
    let measure: @Sendable (Bench) async throws -> [Reading]

    init(_ name: String, _ summary: String, _ measure: @escaping @Sendable (Bench) async throws -> [Reading]) {
        self.name = name
        self.summary = summary
        self.measure = measure
    }

    /// Every figure, in the order of the report.
    static let all: [Figure] = [
        Figure("first-frame", "exec to the first whole frame in a terminal") { try FirstFrameFigure($0).readings() },
        Figure("version", "--version, beside the AWS CLI") { try VersionFigure($0).readings() },
        Figure("first-request", "exec to the first API request sent, beside the AWS CLI") { try FirstRequestFigure($0).readings() },
        Figure("list-one", "one configuration's pages one after the other, beside boto3") { try await ListOneFigure($0).readings() },
        Figure("list-many", "many configurations with names at 40 ms latency") { try await ListManyFigure($0).readings() },
        Figure("fleet", "sixteen regions at 200 ms latency, beside the slowest alone") { try await FleetFigure($0).readings() },
        Figure("disassociate", "a run at 40 ms latency without a throttle") { try await RunFigure($0).readings() },
        Figure("move", "a move, beside the two runs that it consists of") { try await MoveFigure($0).readings() },
        Figure("lag", "a run whose listings lag behind, with its verification") { try await LagFigure($0).readings() },
        Figure("from", "--from with a million rows, over what listing takes") { try await FromFigure($0).readings() },
        Figure("journal", "a journal of a million targets, written and read") { try await JournalFigure($0).readings() },
        Figure("throttle", "a run under a throttle of 20 calls a second") { try await ThrottleFigure($0).readings() },
        Figure("memory", "peak memory of the terminal UI with a million associations") { try MemoryFigure($0).readings() },
        Figure("keys", "from key to frame with a million rows: update, settle and view") { KeyFigure($0).readings() },
        Figure("keys-terminal", "from key to the last byte in a terminal, with a million rows") { try KeyTerminalFigure($0).readings() },
        Figure("filter", "one more letter of the filter over a million rows") { FilterFigure($0).readings() },
        Figure("fleet-keys", "keys with a million rows of four sessions") { KeyFigure($0, sessions: 4).readings() },
        Figure("fleet-filter", "the filter over a million rows of four sessions") { FilterFigure($0, sessions: 4).readings() },
        Figure("fleet-memory", "memory with a million associations of four sessions") { try MemoryFigure($0).fleetReadings() },
        Figure("bytes", "bytes a cursor step and a page cost, beside other programs") { try BytesFigure($0).readings() },
        Figure("idle", "processor and wake-ups while nothing happens") { try IdleFigure($0).readings() },
        Figure("growth", "how times grow from a thousand to a million associations") { try await GrowthFigure($0).readings() },
        Figure("size", "the static binary, stripped") { try SizeFigure($0).readings() },
    ]
}

/// The programs and sizes that the figures use.
struct Bench: Sendable {
    /// The `scanconfig` that is measured.
    let program: String
    /// The static binary, when there is one.
    let staticBinary: String?
    /// Whether the smaller sizes are used.
    let isQuick: Bool

    /// Where the command in the README puts the static binary.
    static let staticBinaryPath = ".build/static/release/scanconfig"

    /// The builds whose start is measured, with the note that tells them apart in the table.
    var builds: [(path: String, note: String)] {
        [(program, "")] + (staticBinary.map { [($0, ", static binary")] } ?? [])
    }

    /// The full size, or the smaller one of a quick run.
    func scaled<Value>(_ full: Value, quick: Value) -> Value { isQuick ? quick : full }
}
