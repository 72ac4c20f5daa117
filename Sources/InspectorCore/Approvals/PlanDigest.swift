internal import JSON

/// What tells whether two plans would send the same: SHA-256 over the account, the region, the action, and every target.
///
/// The text that is digested has a line each for the version of this form, the account, the region and the action, then one for each target:
/// the change, a blank, and the association as JSON without blanks. The targets' lines are in the order of their UTF-8 bytes; every line ends
/// with a line feed. Names, warnings, the caller, and what needs no change are not in it.
package struct PlanDigest: Hashable, Sendable {
    /// 64 hexadecimal digits.
    package let text: String

    /// The digest of a plan; nothing where its account is not known.
    package init?(_ plan: Plan) {
        guard let account = plan.knownAccount else { return nil }
        var targets = plan.targets.map { target in
            var json = JSONWriter()
            target.association.write(to: &json)
            return Array("\(plan.change(of: target).rawValue) ".utf8) + json.bytes + [UInt8(ascii: "\n")]
        }
        targets.sort { $0.lexicographicallyPrecedes($1) }
        let head = "scanconfig plan 1\naccount \(account)\nregion \(plan.region)\naction \(plan.action.rawValue)\n"
        text = FileDigest.sha256(Array(head.utf8) + targets.joined())
    }

    /// The digest that a file names; nothing for a text that is none.
    package init?(text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        self.text = text
    }
}
