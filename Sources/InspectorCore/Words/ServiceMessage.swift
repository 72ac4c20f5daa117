/// A message of the service about one association: does it say more than its code does?
struct ServiceMessage {
    private let words: Set<String>

    init(_ message: String) {
        words = Set(message.lowercased().split { !$0.isLetter }.map(String.init))
    }

    /// Whether it names a reason of its own. What only repeats the code, or asks to try again, does not.
    var isSpecific: Bool { words.subtracting(Self.general).count >= 3 }

    /// The words of messages that say no more than a code.
    private static let general: Set<String> = [
        "a", "access", "allowed", "an", "and", "any", "are", "associated", "association", "because", "be", "been", "can", "cannot",
        "changed",
        "code", "completed", "configuration", "could", "denied", "do", "does", "error", "exceeded", "exist", "exists", "failed", "for",
        "found",
        "has", "id", "input", "insufficient", "internal", "invalid", "is", "it", "later", "limit", "longer", "no", "not", "occurred", "of",
        "on", "operation", "or", "perform", "permission", "permissions", "please", "project", "quota", "request", "resource", "scan",
        "security", "service", "the", "this", "to", "try", "again", "unauthorized", "unexpected", "was", "with", "you", "your",
    ]
}
