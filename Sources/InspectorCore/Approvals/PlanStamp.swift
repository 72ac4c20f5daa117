package import JSON

/// What a plan's file says of the plan: what it does, where, and its digest.
package struct PlanStamp: Hashable, Sendable, JSONReadable {
    /// What the plan does.
    package let action: RunAction
    /// The digest in the file.
    package let digest: PlanDigest
    /// How many associations it has.
    package let count: Int
    /// The session that it is for, as far as the file names it.
    package let (account, region, profile): (String?, String?, String?)

    /// Reads a plan that has a digest.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var (associates, disassociates, digest): (Bool, Bool, String?) = (false, false, nil)
        var (count, texts): (Int, [String: String]) = (0, [:])
        try json.object { json, name throws(JSONError) in
            switch name {
            case "associateConfigurationRequests":
                associates = true
                try json.array { json throws(JSONError) in
                    count += 1
                    try json.skip()
                }
            case "disassociateConfigurationRequests":
                disassociates = true
                try json.array { json throws(JSONError) in
                    count += 1
                    try json.skip()
                }
            case "digest": digest = try json.string()
            case "account", "region", "profile": texts[name.string] = try json.string()
            default: try json.skip()
            }
        }
        guard associates || disassociates else { throw json.missing("disassociateConfigurationRequests or associateConfigurationRequests") }
        guard let digest else { throw json.missing("digest") }
        guard let known = PlanDigest(text: digest) else { throw json.unknownValue(digest) }
        self.digest = known
        (self.count, account, region, profile) = (count, texts["account"], texts["region"], texts["profile"])
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

/// The plans of a file: one, or one for each of several sessions.
package struct PlanStamps: Hashable, Sendable, JSONReadable {
    /// The plans, in the file's order, without those of sessions that failed.
    package let all: [PlanStamp]
    /// Whether the file is of several sessions.
    package let isOfSeveral: Bool

    /// Reads what `--dry-run --output json` writes.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var sessions: JSONReader?
        var whole = json
        try json.object { json, name throws(JSONError) in
            if case "sessions" = name { sessions = json }
            try json.skip()
        }
        isOfSeveral = sessions != nil
        guard var sessions else {
            all = [try PlanStamp(&whole)]
            return
        }
        var plans: [PlanStamp] = []
        try sessions.array { json throws(JSONError) in
            var hasFailed = false
            var document = json
            try json.object { json, name throws(JSONError) in
                if case "error" = name { hasFailed = true }
                try json.skip()
            }
            if !hasFailed { plans.append(try PlanStamp(&document)) }
        }
        all = plans
    }
}
