internal import FoundationEssentials
package import Runtime

/// Caches credentials until they are about to expire; one refresh runs at a time.
package actor RefreshingCredentialProvider: CredentialProvider {
    /// Seconds before expiration from which on credentials are refreshed.
    static let window: Double = 600
    /// Seconds between two refreshes, while the cached credentials last longer than that.
    static let pause: Double = 60

    private let source: any CredentialProvider
    private let time: TimeSource
    private let clock: ClockCorrection
    private var kept: Credentials?
    private var refresh: Task<Result<Credentials, CredentialError>, Never>?
    private var lastAttempt: Date?
    private var generation = 0

    /// Caches what a source gives.
    /// - Parameter clock: corrects this machine's clock, by which credentials expire.
    package init(_ source: any CredentialProvider, time: TimeSource = .system, clock: ClockCorrection = ClockCorrection()) {
        self.source = source
        self.time = time
        self.clock = clock
    }

    /// The cached credentials, or new ones from the source. When a refresh fails, cached ones that have not expired are used.
    /// Until a service has confirmed this machine's clock, what the source has just given counts as not expired.
    package func credentials() async throws(CredentialError) -> Credentials {
        if let kept, wasJustTried, !clock.isChecked { return kept }
        let usable = kept.flatMap { remaining($0) > Self.pause ? $0 : nil }
        if let usable, remaining(usable) > Self.window || wasJustTried { return usable }
        switch await refreshed() {
        case .success(let credentials): return credentials
        case .failure(let error):
            if let usable { return usable }
            throw error
        }
    }

    /// Drops the cached credentials, here and in the source.
    package func invalidate() async {
        kept = nil
        refresh = nil
        lastAttempt = nil
        generation += 1
        await source.invalidate()
    }

    private func refreshed() async -> Result<Credentials, CredentialError> {
        if let refresh { return await refresh.value }
        let task = Task { [source] in
            do throws(CredentialError) {
                return Result<Credentials, CredentialError>.success(try await source.credentials())
            } catch {
                return .failure(error)
            }
        }
        refresh = task
        lastAttempt = time.now()
        let started = generation
        let result = await task.value
        if generation == started {
            refresh = nil
            if case .success(let credentials) = result { kept = credentials }
        }
        return result
    }

    private var wasJustTried: Bool {
        lastAttempt.map { time.now().timeIntervalSince($0) < Self.pause } ?? false
    }

    private func remaining(_ credentials: Credentials) -> Double {
        credentials.expiration.map { $0.timeIntervalSince(time.now()) - clock.offset } ?? .infinity
    }
}
