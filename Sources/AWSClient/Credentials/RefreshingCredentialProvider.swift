internal import FoundationEssentials
package import Runtime

/// Keeps credentials until they are about to end, and lets a single refresh run at a time.
package actor RefreshingCredentialProvider: CredentialProvider {
    /// Seconds before the end at which credentials are asked for again.
    static let window: Double = 600
    /// Seconds between two refreshes, as long as what is kept lasts longer than that.
    static let pause: Double = 60

    private let source: any CredentialProvider
    private let time: TimeSource
    private let clock: ClockCorrection
    private var kept: Credentials?
    private var refresh: Task<Result<Credentials, CredentialError>, Never>?
    private var lastAttempt: Date?
    private var generation = 0

    /// Keeps what a source gives.
    /// - Parameter clock: by which credentials end.
    package init(_ source: any CredentialProvider, time: TimeSource = .system, clock: ClockCorrection = ClockCorrection()) {
        self.source = source
        self.time = time
        self.clock = clock
    }

    /// What is kept, or what the source gives now. When a refresh fails and what is kept has not ended yet, that is used.
    /// As long as no service has judged this machine's clock, what the source just gave has not ended.
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

    /// Forgets what is kept, here and in the source.
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
