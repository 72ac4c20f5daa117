/// What a run needs of the service; `Inspector` is the real one.
package protocol RunService: Sendable {
    /// Sends one attempt of one call.
    func send(_ action: RunAction, _ items: [Association], call: RunCall) async -> CallAnswer

    /// Lists everything associated with configurations now, each of them once, and gives each answer as it comes, in any order.
    func list(_ scanConfigurationArns: [String], _ tell: @escaping @Sendable (_ scanConfigurationArn: String, ListingAnswer) -> Void) async
}

/// How one attempt of a call ended.
package enum CallAnswer: Hashable, Sendable {
    /// 200 with the operation's JSON.
    case response(BatchAssociationResponse)
    /// Anything else.
    case failure(CallFailure)
}
