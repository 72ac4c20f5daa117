/// Everybody who may sign for an account, by access key id.
struct Keyring: Sendable {
    private let keys: [String: SimulatorKey]

    /// The keys of `options`; of two with the same id the first one counts.
    init(_ options: SimulatorOptions) {
        keys = Dictionary(([options.key] + options.furtherKeys).map { ($0.accessKeyId, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The key with this id.
    subscript(accessKeyId: String?) -> SimulatorKey? { accessKeyId.flatMap { keys[$0] } }

    /// A key of the account.
    func key(ofAccount id: String) -> SimulatorKey? {
        keys.values.filter { $0.accountId == id }.min { $0.accessKeyId < $1.accessKeyId }
    }
}
