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

    /// Everything associated with a configuration now, to the last page; whatever may pass is tried again, on top of the client's own
    /// retries. A row that cannot be read could be anything, so that nothing is concluded from its listing.
    package func list(_ scanConfigurationArn: String) async -> ListingAnswer {
        var (found, isReadable): (Set<AssociationResource>, Bool) = ([], true)
        do throws(ListingError) {
            let listing = AssociationListing(inspector: inspector, patience: ListingPatience(clock: clock))
            try await listing.pages(of: scanConfigurationArn) { resources, _ in
                found.formUnion(resources)
                isReadable = isReadable && !resources.contains(where: \.isMissing)
            }
            return isReadable ? .associations(found) : .failed(detail: "the listing has a row without a resource")
        } catch {
            return ListingAnswer(error)
        }
    }
}
