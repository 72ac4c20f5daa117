/// What a run needs of the service; `Inspector` is the real one.
package protocol RunService: Sendable {
    /// Sends one attempt of one call.
    func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer

    /// Everything associated with a configuration now.
    func list(_ scanConfigurationArn: String) async -> ListingAnswer
}

/// How one attempt of a call ended.
package enum CallAnswer: Hashable, Sendable {
    /// 200 with the operation's JSON.
    case response(BatchAssociationResponse)
    /// Anything else.
    case failure(CallFailure)
}
