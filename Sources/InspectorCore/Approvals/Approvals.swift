package import JSON

/// What the file of an approval holds: one approval, or one for each of several sessions.
package struct Approvals: Hashable, Sendable {
    /// The approvals, in the order of the plans.
    package let all: [Approval]
    /// Whether they are of several sessions.
    package let isOfSeveral: Bool

    /// The approvals of plans that one person has read together.
    package init(_ all: [Approval], isOfSeveral: Bool) { (self.all, self.isOfSeveral) = (all, isOfSeveral) }

    /// The approval for an account and region.
    package func approval(account: String?, region: String) -> Approval? {
        all.first { $0.account == account && $0.region == region }
    }

    /// Approvals for which there is no plan: what was approved is sent as a whole, or not at all.
    package func missing(among plans: [Plan]) -> [Approval] {
        all.filter { approval in !plans.contains { $0.knownAccount == approval.account && $0.region == approval.region } }
    }
}

extension Approvals: JSONReadable, JSONWritable {
    /// Writes one approval as it is, and several as `sessions`.
    package func write(to json: inout JSONWriter) {
        if !isOfSeveral, let only = all.first { return only.write(to: &json) }
        json.object { json in json.member("sessions", all) }
    }

    /// Reads either form.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var sessions: JSONReader?
        var whole = json
        try json.object { json, name throws(JSONError) in
            if case "sessions" = name { sessions = json }
            try json.skip()
        }
        isOfSeveral = sessions != nil
        all = if var sessions { try sessions.list(of: Approval.self) } else { [try Approval(&whole)] }
    }
}
