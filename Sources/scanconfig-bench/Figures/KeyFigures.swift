import InspectorCore
import OperatorUI
import Terminal

/// From a key to its finished frame over a million rows: `update`, `recomputeLists` and `view`, on the processor.
struct KeyFigure {
    private let bench: Bench
    private let sessions: Int
    /// What an operator does to a list, and the keys for it.
    private static let actions: [(name: String, keys: [Key])] = [
        ("cursor", [.down]), ("page", [.pageDown, .pageDown, .pageUp]), ("mark", [.character(" ")]),
        ("sort", [.character("s"), .character("S")]), ("end", [.end, .home]),
    ]

    init(_ bench: Bench, sessions: Int = 1) {
        (self.bench, self.sessions) = (bench, sessions)
    }

    func readings() -> [Reading] {
        let accounts = MadeAccount.fleet(sessions, associations: bench.scaled(1_000_000, quick: 100_000))
        var app = accounts.app()
        let readings = Self.actions.map { name, keys in
            let times = (0..<bench.scaled(200, quick: 50)).map { Self.time(of: keys[$0 % keys.count], &app) }
            return Reading(
                figure: sessions > 1 ? "fleet-keys" : "keys",
                detail: "\(name), p99 (median \(Quantity(times.median, .seconds).text)), \(accounts.words)",
                ours: Quantity(times.percentile(0.99), .seconds),
                reference: Reference(name: "one frame", quantity: Quantity(0.008, .seconds)), goal: .notMore)
        }
        return readings + [plan(of: accounts, &app)]
    }

    /// A plan of everything that opens.
    private func plan(of accounts: [MadeAccount], _ app: inout App) -> Reading {
        _ = app.update(.keyPressed(.character("a")))
        let times = (0..<bench.scaled(30, quick: 10)).map { _ in
            let seconds = Self.time(of: .character("d"), &app)
            _ = app.update(.keyPressed(.escape))
            return seconds
        }
        return Reading(
            figure: sessions > 1 ? "fleet-keys" : "keys",
            detail: "plan opens, p99 (median \(Quantity(times.median, .seconds).text)), \(accounts.words)",
            ours: Quantity(times.percentile(0.99), .seconds),
            reference: Reference(name: "limit", quantity: Quantity(0.016, .seconds)), goal: .notMore)
    }

    /// Presses a key and makes the frame.
    static func time(of key: Key, _ app: inout App) -> Double {
        Timing.processor {
            _ = app.update(.keyPressed(key))
            app.recomputeLists()
            _ = app.view()
        }
    }
}

/// One more letter of a filter over a million rows, on the processor.
struct FilterFigure {
    private let bench: Bench
    private let sessions: Int
    private static let words = [
        "payments", "api", "!web", "scan-0001", "project-3f", "e", "name:api", "!reason:denied", "scan:ok", "scanned>90d e", "in>1 !in:3 a",
        "config:scan-0001 pay", "!config:scan-0002 !scanned:never api",
    ]

    init(_ bench: Bench, sessions: Int = 1) {
        (self.bench, self.sessions) = (bench, sessions)
    }

    func readings() -> [Reading] {
        let accounts = MadeAccount.fleet(sessions, associations: bench.scaled(1_000_000, quick: 100_000))
        var app = accounts.app()
        app.setTime(MadeAccount.now)
        var slowest = (filter: "", seconds: 0.0)
        for word in Self.words {
            _ = app.update(.keyPressed(.character("/")))
            for end in word.indices {
                let seconds = KeyFigure.time(of: .character(word[end]), &app)
                if seconds > slowest.seconds { slowest = (String(word[...end]), seconds) }
            }
            _ = app.update(.keyPressed(.escape))
        }
        let find = slowestFind(&app)
        return [
            Reading(
                figure: sessions > 1 ? "fleet-filter" : "filter",
                detail: "one more letter to find in a plan, slowest (\(find.text)) of \(accounts.words)",
                ours: Quantity(find.seconds, .seconds),
                reference: Reference(name: "limit", quantity: Quantity(0.016, .seconds)), goal: .notMore),
            Reading(
                figure: sessions > 1 ? "fleet-filter" : "filter",
                detail: "one more letter, slowest (\(slowest.filter)) over \(accounts.words)",
                ours: Quantity(slowest.seconds, .seconds),
                reference: Reference(name: "limit", quantity: Quantity(0.016, .seconds)), goal: .notMore),
        ]
    }
}

extension FilterFigure {
    /// Letters typed behind / in a plan of everything, the last of each text found late or nowhere.
    private func slowestFind(_ app: inout App) -> (text: String, seconds: Double) {
        var slowest = (text: "", seconds: 0.0)
        for key in [Key.character("a"), .character("d")] { _ = app.update(.keyPressed(key)) }
        for word in ["payments", "nothing like it", "scan-0499"] {
            _ = app.update(.keyPressed(.character("/")))
            for end in word.indices {
                let seconds = KeyFigure.time(of: .character(word[end]), &app)
                if seconds > slowest.seconds { slowest = (String(word[...end]), seconds) }
            }
            _ = app.update(.keyPressed(.escape))
        }
        return slowest
    }
}

/// From a key to the last byte of its frame, in a terminal with a million rows, by the wall clock.
struct KeyTerminalFigure {
    private let bench: Bench
    private static let actions: [(name: String, keys: [String])] = [
        ("cursor", ["j"]), ("page", ["\u{1B}[6~"]), ("mark", [" "]), ("sort", ["s", "S"]), ("end", ["G", "g"]),
    ]

    init(_ bench: Bench) {
        self.bench = bench
    }

    func readings() throws -> [Reading] {
        let configurations = bench.scaled(500, quick: 50)
        let loaded = try LoadedTerminal(bench, configurations: configurations, projects: 2_000, sharing: 10)
        try loaded.openAll()
        return Self.actions.map { name, keys in
            let times = (0..<bench.scaled(100, quick: 20)).map {
                loaded.terminal.answer(to: keys[$0 % keys.count], quiet: .milliseconds(80)).seconds
            }
            return Reading(
                figure: "keys-terminal",
                detail: "\(name), p99 (median \(Quantity(times.median, .seconds).text)), \((configurations * 2_000).grouped) rows",
                ours: Quantity(times.percentile(0.99), .seconds),
                reference: Reference(name: "one frame", quantity: Quantity(0.008, .seconds)), goal: .notMore)
        }
    }
}
