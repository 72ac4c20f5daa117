import FoundationEssentials

/// Moments as journals write them.
enum JournalTime {
    /// ISO 8601 in UTC with milliseconds.
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// A run's id: the moment, sortable, and four random digits.
    static func runId(_ date: Date, random: inout RunRandom) -> String {
        let moment = text(date).filter { $0 != "-" && $0 != ":" && $0 != "." }
        return moment + "-" + random.uuid().prefix(4)
    }
}
