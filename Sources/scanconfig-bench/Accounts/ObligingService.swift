import InspectorCore

/// A service in memory that does at once what it is asked, so that only the run's own work is measured.
struct ObligingService: RunService {
    /// Every item succeeds.
    func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer {
        let successes = items.map { SuccessfulAssociation(scanConfigurationArn: $0.scanConfigurationArn, resource: $0.resource) }
        return .response(BatchAssociationResponse(successfulAssociations: successes, failedAssociations: []))
    }

    /// Nothing is associated any more.
    func list(_ scanConfigurationArns: [String], _ receive: @escaping @Sendable (String, ListingAnswer) -> Void) async {
        for arn in scanConfigurationArns { receive(arn, .associations([])) }
    }
}

/// Keeps a run's record in memory, where nothing waits for a disk.
actor KeptRecord: RunRecorder {
    nonisolated let runId: String
    nonisolated var path: String? { nil }
    private var entries: [JournalEntry] = []

    init(runId: String) { self.runId = runId }

    func record(_ entry: JournalEntry) { entries.append(entry) }

    func close() {}
}
