/// What `disassociate --output json` prints: each target of the run in exactly one of its lists.
package struct RunDocument: Hashable, Codable, Sendable {
    /// The run's id; empty when nothing was sent, so that there is no run.
    package var runId: String
    /// What the run did with its targets.
    package var action: RunAction
    /// The account, twelve digits.
    package var account: String?
    /// The region.
    package var region: String
    /// The journal's path.
    package var journal: String?
    /// Done.
    package var successfulAssociations: [Association]
    /// Refused, with the service's words; for a call that failed as a whole `statusCode` is the exception's name.
    package var failedAssociations: [RunDocumentFailure]
    /// Sent, and not known what became of it.
    package var unresolvedAssociations: [RunDocumentOpenEnd]
    /// Never sent.
    package var notSentAssociations: [RunDocumentOpenEnd]
    /// What concerns the run as a whole, a sentence each.
    package var remarks: [String]
    /// Not associated when the run was planned, so that nothing was to be done; absent for a run that associates.
    package var notAssociated: [Association]?
    /// Associated already when the run was planned; absent for a run that disassociates.
    package var alreadyAssociated: [Association]?

    /// The document of a finished run.
    package init(_ report: RunReport) {
        self.init(report.plan)
        (runId, journal) = (report.runId, report.journal)
        remarks = report.remarks
        for (target, outcome) in zip(report.plan.targets, report.outcomes) { add(target.association, outcome) }
    }

    /// The document of a plan of which nothing was sent, because nothing was to be done.
    package init(nothingSent plan: Plan) { self.init(plan) }

    private init(_ plan: Plan) {
        (runId, action, account, region) = ("", plan.action, plan.account, plan.region)
        (successfulAssociations, failedAssociations, unresolvedAssociations, notSentAssociations) = ([], [], [], [])
        remarks = []
        let done = plan.alreadyDone.map(\.association)
        notAssociated = plan.action == .disassociate ? done : nil
        alreadyAssociated = plan.action == .associate ? done : nil
    }

    private mutating func add(_ association: Association, _ outcome: Outcome) {
        switch outcome {
        case .succeeded: successfulAssociations.append(association)
        case .failed, .notConfirmed:
            guard let (code, message) = outcome.failure else { return }
            failedAssociations.append(RunDocumentFailure(association, statusCode: code, statusMessage: message))
        case .unresolved(let reason): unresolvedAssociations.append(RunDocumentOpenEnd(association, reason: reason.sentence))
        case .notSent(let reason): notSentAssociations.append(RunDocumentOpenEnd(association, reason: reason.sentence))
        }
    }
}

/// A failed association with the API's member names.
package struct RunDocumentFailure: Hashable, Codable, Sendable {
    /// The configuration's ARN.
    package var scanConfigurationArn: String
    /// The resource.
    package var resource: AssociationResource
    /// The service's code, or the exception's name.
    package var statusCode: AssociationStatusCode
    /// The service's message.
    package var statusMessage: String?

    init(_ association: Association, statusCode: AssociationStatusCode, statusMessage: String?) {
        scanConfigurationArn = association.scanConfigurationArn
        resource = association.resource
        self.statusCode = statusCode
        self.statusMessage = statusMessage
    }
}

/// An association that was not answered, or not sent, and why.
package struct RunDocumentOpenEnd: Hashable, Codable, Sendable {
    /// The configuration's ARN.
    package var scanConfigurationArn: String
    /// The resource.
    package var resource: AssociationResource
    /// Why, in words.
    package var reason: String

    init(_ association: Association, reason: String) {
        scanConfigurationArn = association.scanConfigurationArn
        resource = association.resource
        self.reason = reason
    }
}
