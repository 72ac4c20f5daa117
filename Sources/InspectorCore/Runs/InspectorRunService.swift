import AWSClient

/// The service of a run as ``Inspector`` reaches it: one attempt a call, and listings with patience.
package struct InspectorRunService: RunService {
    private let inspector: Inspector
    private let clock: any Clock<Duration>

    /// The service behind `inspector`; `clock` is for the waits between the tries of a listing.
    package init(inspector: Inspector, clock: any Clock<Duration> = EventLoopClock()) {
        self.inspector = inspector
        self.clock = clock
    }

    /// Sends one attempt of one call; one that tries whether credentials are accepted again asks the chain anew.
    package func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer {
        if call.isProbe { await inspector.client.reloadCredentials() }
        let invocation = Invocation(id: call.invocationId, attempt: call.attempt)
        do throws(CallError) {
            switch action {
            case .disassociate:
                return .response(
                    try await inspector.batchDisassociateCodeSecurityScanConfiguration(items, invocation: invocation))
            case .associate:
                return .response(try await inspector.batchAssociateCodeSecurityScanConfiguration(items, invocation: invocation))
            }
        } catch {
            return .failure(CallFailure(error))
        }
    }

    /// Everything associated with a configuration now, to the last page.
    package func list(_ scanConfigurationArn: String) async -> ListingAnswer {
        var found: Set<AssociationResource> = []
        do throws(ListingError) {
            try await Pages(operation: "ListCodeSecurityScanConfigurationAssociations").follow { token throws(CallError) in
                let page = try await page(of: scanConfigurationArn, token)
                found.formUnion((page.associations ?? []).compactMap(\.resource))
                return page.nextToken
            }
            return .associations(found)
        } catch {
            return ListingAnswer(error)
        }
    }

    /// One page; whatever may pass is tried again, on top of the client's own retries.
    private func page(
        of arn: String, _ token: String?
    ) async throws(CallError) -> ListCodeSecurityScanConfigurationAssociationsResponse {
        var delays = ListingPatience.delays[...]
        while true {
            do throws(CallError) {
                return try await inspector.listCodeSecurityScanConfigurationAssociations(
                    scanConfigurationArn: arn, maxResults: ServiceLimits.pageSize, nextToken: token)
            } catch {
                guard ListingPatience.isWorthwhile(error), let delay = delays.popFirst() else { throw error }
                guard await pause(delay) else { throw ListingPatience.cancelled(error) }
            }
        }
    }

    /// Waits; false when the task was cancelled meanwhile.
    private func pause(_ delay: Duration) async -> Bool {
        do {
            try await clock.sleep(for: delay)
            return true
        } catch {
            return false
        }
    }
}
