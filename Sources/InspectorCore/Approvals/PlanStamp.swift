package import JSON

/// What a plan's file says of the plan: what it does, and its digest.
package struct PlanStamp: Hashable, Sendable, JSONReadable {
    /// What the plan does.
    package let action: RunAction
    /// The digest in the file.
    package let digest: PlanDigest

    /// Reads a plan that has a digest.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var (associates, disassociates, digest): (Bool, Bool, String?) = (false, false, nil)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "associateConfigurationRequests":
                associates = true
                try json.skip()
            case "disassociateConfigurationRequests":
                disassociates = true
                try json.skip()
            case "digest": digest = try json.string()
            default: try json.skip()
            }
        }
        guard associates || disassociates else { throw json.missing("disassociateConfigurationRequests or associateConfigurationRequests") }
        guard let digest else { throw json.missing("digest") }
        guard let known = PlanDigest(text: digest) else { throw json.unknownValue(digest) }
        self.digest = known
        action = associates && disassociates ? .move : associates ? .associate : .disassociate
    }

    /// Why the plan, as it was listed again, is not the one of the file; nothing when it is.
    package func refusal(of plan: Plan) -> String? {
        guard let now = PlanDigest(plan) else { return "the plan's account is not known." }
        if now == digest { return nil }
        return
            "the plan is not the one of its digest: the file was changed, or the account has changed since. Make the plan anew with --dry-run "
            + "--output json."
    }
}
