/// Looks each target of a call up in an answer that promises nothing: both lists are optional, may leave targets out,
/// name them twice, and hold what was never asked for.
struct BatchLookup {
    private var successes: [Association: Int] = [:]
    private var failures: [Association: [FailedAssociation]] = [:]
    /// Entries that do not say what they are about.
    private(set) var unidentifiedEntries = 0

    /// The answer, ready to be looked up in.
    init(_ response: BatchAssociationResponse) {
        for entry in response.successfulAssociations ?? [] {
            guard let key = Self.key(entry.scanConfigurationArn, entry.resource) else { unidentifiedEntries += 1; continue }
            successes[key, default: 0] += 1
        }
        for entry in response.failedAssociations ?? [] {
            guard let key = Self.key(entry.scanConfigurationArn, entry.resource) else { unidentifiedEntries += 1; continue }
            failures[key, default: []].append(entry)
        }
    }

    /// What the answer says of `association`.
    func outcome(of association: Association) -> Outcome {
        let failed = failures[association] ?? []
        switch (successes[association] ?? 0, failed.count) {
        case (0, 0): return .unresolved(.notMentioned)
        case (1, 0): return .succeeded
        case (0, 1): return .failed(statusCode: failed[0].statedCode, statusMessage: failed[0].statusMessage)
        case (0, _), (_, 0): return .unresolved(.repeated)
        default: return .unresolved(.contradictory)
        }
    }

    /// How many entries are about something that is not in `associations`.
    func unrequestedEntries(besides associations: Set<Association>) -> Int {
        successes.filter { !associations.contains($0.key) }.values.reduce(0, +)
            + failures.filter { !associations.contains($0.key) }.values.reduce(0) { $0 + $1.count }
    }

    private static func key(_ arn: String?, _ resource: AssociationResource?) -> Association? {
        guard let arn, let resource else { return nil }
        return Association(scanConfigurationArn: arn, resource: resource)
    }
}

extension FailedAssociation {
    /// The service's code; our own word where it gave none, or an empty one.
    fileprivate var statedCode: AssociationStatusCode {
        guard let statusCode, !statusCode.rawValue.isEmpty else { return .notStated }
        return statusCode
    }
}
