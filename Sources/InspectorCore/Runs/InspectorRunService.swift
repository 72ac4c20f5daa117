import AWSClient
import Runtime

/// The service of a run as ``Inspector`` reaches it: one attempt a call, and listings that end when no page comes any more.
package struct InspectorRunService: RunService {
    private let inspector: Inspector
    private let clock: any Clock<Duration>

    /// The service behind `inspector`; `clock` is for the waits of listings.
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

    /// Lists the configurations, a few at a time. What is not listed when no page came for a minute counts as failed.
    package func list(
        _ scanConfigurationArns: [String], _ tell: @escaping @Sendable (_ scanConfigurationArn: String, ListingAnswer) -> Void
    ) async {
        await ConfigurationListings(inspector: inspector, clock: clock).list(scanConfigurationArns, tell)
    }
}
