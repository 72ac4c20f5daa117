internal import AWSClient
package import FoundationEssentials
package import JSON

/// What one person has approved and another one may send, as the file of an approval holds it.
package struct Approval: Hashable, Sendable {
    /// The digest of the plan that was approved.
    package let digest: PlanDigest
    /// What the plan does.
    package let action: RunAction
    /// The plan's account, twelve digits.
    package let account: String
    /// The plan's region.
    package let region: String
    /// How many associations the plan has.
    package let count: Int
    /// The approver's ARN, as STS named it.
    package let approver: String
    /// The account that STS named with it.
    package let approverAccount: String
    /// When it was approved, ISO 8601 in UTC.
    package let approvedAt: String
    /// The ids of the projects that the approver was shown as losing their last configuration, or perhaps losing it.
    package let uncovered: Set<String>

    /// The approval of a plan by a caller; nothing where the plan's account is not known.
    package init?(of draft: PlanDraft, by caller: (arn: String, account: String), at date: Date = Date()) {
        guard let digest = PlanDigest(draft.plan), let account = draft.plan.knownAccount else { return nil }
        self.digest = digest
        (action, self.account, region, count) = (draft.plan.action, account, draft.plan.region, draft.count)
        (approver, approverAccount, approvedAt) = (caller.arn, caller.account, JournalTime.text(date))
        uncovered = draft.uncoveredProjectIds
    }

    /// What the plan remembers of it.
    package var mark: PlanApproval { PlanApproval(approver: approver, approvedAt: approvedAt, digest: digest.text) }
}

/// Who approved a plan, as the plan and its journal remember it.
package struct PlanApproval: Hashable, Sendable {
    /// The approver's ARN.
    package let approver: String
    /// When, ISO 8601 in UTC.
    package let approvedAt: String
    /// The digest of what was approved, 64 hexadecimal digits.
    package let digest: String

    /// An approval by the ARN given.
    package init(approver: String, approvedAt: String, digest: String) {
        (self.approver, self.approvedAt, self.digest) = (approver, approvedAt, digest)
    }
}

extension PlanDraft {
    /// The ids of the projects that the plan leaves without a scan configuration, or may.
    package var uncoveredProjectIds: Set<String> {
        uncoveredWords == nil ? [] : Set(coverage.projects(of: .loses)).union(coverage.projects(of: .unknown))
    }
}

extension Approval: JSONWritable {
    /// Writes the file of an approval.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.member("action", action.rawValue)
            json.member("approvedAt", approvedAt)
            json.member("approver", approver)
            json.member("approverAccount", approverAccount)
            json.member("count", count)
            json.member("digest", digest.text)
            json.member("region", region)
            json.member("uncovered", uncovered.sorted())
            json.member("version", Self.version)
        }
    }

    /// The version of the file's form.
    private static let version = 1
}

extension Approval: JSONReadable {
    /// Reads the file of an approval. All of its members have to be there.
    package init(_ json: inout JSONReader) throws(JSONError) {
        var texts: [String: String] = [:]
        var (count, version, uncovered): (Int?, Int?, [String]?)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "account", "action", "approvedAt", "approver", "approverAccount", "digest", "region":
                texts[name.string] = try json.string()
            case "count": count = try json.integer()
            case "uncovered": uncovered = try json.list { json throws(JSONError) in try json.string() }
            case "version": version = try json.integer()
            default: break
            }
        }
        guard let version else { throw json.missing("version: this is no approval") }
        guard version == Self.version else { throw json.unknownValue("version \(version)") }
        func text(_ name: String) throws(JSONError) -> String {
            guard let text = texts[name], !text.isEmpty else { throw json.missing(name) }
            return text
        }
        let (digestText, actionText) = (try text("digest"), try text("action"))
        guard let digest = PlanDigest(text: digestText) else { throw json.unknownValue(digestText) }
        guard let action = RunAction(rawValue: actionText) else { throw json.unknownValue(actionText) }
        guard let count, let uncovered else { throw json.missing("count or uncovered") }
        (self.digest, self.action, self.count, self.uncovered) = (digest, action, count, Set(uncovered))
        (account, region, approver) = (try text("account"), try text("region"), try text("approver"))
        (approverAccount, approvedAt) = (try text("approverAccount"), try text("approvedAt"))
        let parts = approver.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[4] == approverAccount else { throw json.unknownValue("approver \(approver)") }
        guard WireDate.parseISO8601(approvedAt) != nil else { throw json.unknownValue("approvedAt \(approvedAt)") }
    }
}

/// An approval in a journal's header and in results.
extension PlanApproval: JSONReadable, JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("approvedAt", approvedAt)
            json.member("approver", approver)
            json.member("digest", digest)
        }
    }

    package init(_ json: inout JSONReader) throws(JSONError) {
        var (approver, approvedAt, digest): (String?, String?, String?)
        try json.object { json, name throws(JSONError) in
            switch name {
            case "approvedAt": approvedAt = try json.string()
            case "approver": approver = try json.string()
            case "digest": digest = try json.string()
            default: break
            }
        }
        guard let approver, let approvedAt, let digest else { throw json.missing("approver, approvedAt or digest") }
        self.init(approver: approver, approvedAt: approvedAt, digest: digest)
    }
}
