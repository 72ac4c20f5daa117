import AWSClient
import Runtime
import TextSafety

/// What a run needs of the service; ``InspectorRunService`` is the real one.
package protocol RunService: Sendable {
    /// Sends one attempt of one call.
    func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer

    /// Lists everything associated with configurations now, each of them once, and gives each answer as it comes, in any order.
    func list(
        _ scanConfigurationArns: [String], _ receive: @escaping @Sendable (_ scanConfigurationArn: String, ListingAnswer) -> Void
    ) async
}

/// How one attempt of a call ended.
package enum CallAnswer: Hashable, Sendable {
    /// 200 with the operation's JSON.
    case response(BatchAssociationResponse)
    /// Anything else.
    case failure(CallFailure)
}

/// What listing one configuration's associations brought.
package enum ListingAnswer: Hashable, Sendable {
    /// Everything associated with it now. A listing with rows that match no project cannot prove that one is absent.
    case associations(Set<AssociationResource>, provesAbsence: Bool = true)
    /// The configuration no longer exists, so nothing is associated with it.
    case configurationGone
    /// It could not be listed.
    case failed(detail: String)
    /// It is still being listed, and another answer follows: what stands in the way of all listings, or that nothing does any more.
    case underWay(RunTrouble?)
    /// Nothing can be listed until the operator has done something.
    case blocked(RunPause)

    /// Whether it says what is associated with the configuration.
    var isListing: Bool { problem == nil }

    /// Why it does not say what is associated with the configuration, in words.
    var problem: String? {
        switch self {
        case .associations, .configurationGone, .underWay: nil
        case .failed(let detail): detail
        case .blocked(let pause): pause.sentence
        }
    }
}

extension ListingAnswer {
    /// What a listing that could not be followed to its end means for verification.
    init(_ error: ListingError) {
        switch error {
        case .repeatedToken(let operation): self = .failed(detail: "\(operation) gave the same nextToken twice")
        case .stalled, .endless, .unmatchedRows: self = .failed(detail: error.sentence)
        case .call(let call):
            switch CallFailure(call) {
            case .rejected(let refusal) where refusal.code == "ResourceNotFoundException": self = .configurationGone
            case .otherAccount(let other): self = .blocked(.otherAccount(other))
            case .credentialsExpired(let sentence): self = .blocked(.credentialsExpired(sentence: sentence))
            case .accessDenied, .malformedResponse, .notConnected, .refused, .rejected, .throttled, .unknown, .cancelled:
                self = .failed(detail: call.sentence)
            }
        }
    }
}

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
    package func send(_ change: AssociationChange, _ items: [Association], call: RunCall) async -> CallAnswer {
        if call.isProbe { await inspector.client.reloadCredentials() }
        let invocation = Invocation(id: call.invocationId, attempt: call.attempt)
        do throws(CallError) {
            switch change {
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
        _ scanConfigurationArns: [String], _ receive: @escaping @Sendable (_ scanConfigurationArn: String, ListingAnswer) -> Void
    ) async {
        await ConfigurationListings(inspector: inspector, clock: clock).list(scanConfigurationArns, receive)
    }
}
