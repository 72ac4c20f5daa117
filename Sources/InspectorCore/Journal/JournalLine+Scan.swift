extension JournalLine {
    /// Reads a line, given without its end; nothing when it is not one. Members that this version does not know are read over.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        let line = JSONScan.value(in: bytes) { scan throws(JSONScan.Unusual) in try JournalLine(&scan) }
        guard let line, !line.event.isEmpty else { return nil }
        self = line
    }

    /// The version that a first line names, whatever else stands in it.
    static func version(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var version: Int?
        _ = JSONScan.value(in: bytes) { scan throws(JSONScan.Unusual) in
            try scan.object(["version"]) { scan, _ throws(JSONScan.Unusual) in version = try scan.integer() }
        }
        return version
    }

    private static let members: [StaticString] = [
        "at", "attempt", "call", "caller", "detail", "event", "invocationId", "outcomes", "plan", "run", "scanConfigurationArn",
        "targets", "version",
    ]

    private init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        self.init()
        var line = self
        try scan.object(Self.members) { scan, place throws(JSONScan.Unusual) in try line.read(place, &scan) }
        self = line
    }

    private mutating func read(_ place: Int, _ scan: inout JSONScan) throws(JSONScan.Unusual) {
        switch place {
        case 0: at = try scan.string()
        case 1: attempt = try scan.integer()
        case 2: call = try scan.integer()
        case 3: caller = try scan.string()
        case 4: detail = try scan.string()
        case 5: event = try scan.string()
        case 6: invocationId = try scan.string()
        case 7: outcomes = try scan.list { scan throws(JSONScan.Unusual) in try JournalOutcome(&scan) }
        case 8: plan = try JournalPlan(&scan)
        case 9: run = try scan.string()
        case 10: scanConfigurationArn = try scan.string()
        case 11: targets = try scan.integers()
        default: version = try scan.integer()
        }
    }
}

extension JournalOutcome {
    fileprivate init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var read = JournalOutcome(outcome: "", targets: [], statusCode: nil, statusMessage: nil, reason: nil, detail: nil, before: nil)
        let members: [StaticString] = ["detail", "outcome", "reason", "statusCode", "statusMessage", "targets", "before"]
        try scan.object(members) { scan, place throws(JSONScan.Unusual) in
            switch place {
            case 0: read.detail = try scan.string()
            case 1: read.outcome = try scan.string()
            case 2: read.reason = try scan.string()
            case 3: read.statusCode = try scan.string()
            case 4: read.statusMessage = try scan.string()
            case 5: read.targets = try scan.integers()
            default: read.before = try scan.string()
            }
        }
        self = read
    }
}
