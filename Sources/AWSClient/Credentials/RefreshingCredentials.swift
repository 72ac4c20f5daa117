internal import FoundationEssentials

/// Keeps credentials until they are about to end, and lets a single refresh run at a time.
package actor RefreshingCredentials: CredentialProvider {
    /// Seconds before the end at which credentials are asked for again.
    static let window: Double = 600

    private let source: any CredentialProvider
    private let time: TimeSource
    private var kept: Credentials?
    private var refresh: Task<Result<Credentials, CredentialError>, Never>?
    private var generation = 0

    /// Keeps what a source gives.
    package init(_ source: any CredentialProvider, time: TimeSource = .system) {
        self.source = source
        self.time = time
    }

    /// What is kept, or what the source gives now. When a refresh fails and what is kept has not ended yet, that is used.
    package func credentials() async throws(CredentialError) -> Credentials {
        if let kept, remaining(kept) > Self.window { return kept }
        let fallback = kept.flatMap { remaining($0) > 60 ? $0 : nil }
        switch await refreshed() {
        case .success(let credentials): return credentials
        case .failure(let error):
            if let fallback { return fallback }
            throw error
        }
    }

    /// Forgets what is kept, here and in the source.
    package func invalidate() async {
        kept = nil
        refresh = nil
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
        let started = generation
        let result = await task.value
        if generation == started {
            refresh = nil
            if case .success(let credentials) = result { kept = credentials }
        }
        return result
    }

    private func remaining(_ credentials: Credentials) -> Double {
        credentials.expiration.map { $0.timeIntervalSince(time.now()) } ?? .infinity
    }
}
