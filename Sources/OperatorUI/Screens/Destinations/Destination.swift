import BitCollections
import InspectorCore
import TextSafety

/// A configuration as one that projects may be associated with.
struct Destination {
    private let entry: ConfigurationEntry
    private let projects: BitSet
    private let account: String?

    /// The configuration for these projects, numbers of resources.
    init(_ number: ConfigurationNumber, for projects: BitSet, in session: Session) {
        (entry, self.projects) = (session.account.inventory.entries[Int(number)], projects)
        account = session.identity.account
    }

    /// Why it cannot take any of the projects, for a place beside its name; nothing when it can.
    var refusal: String? {
        if entry.configuration.isOrganizationLevel { return "the organization's: only its delegated administrator may change it" }
        if let owner = otherOwner { return "belongs to account \(owner)" }
        if missing == 0 { return projects.count == 1 ? "has this project already" : "has all \(projects.count.grouped) projects already" }
        if let room = entry.room, room <= 0 { return "full: \(ServiceLimits.projects.grouped) projects are the most there can be" }
        return nil
    }

    /// What to know before it is chosen, the most important first; empty when there is nothing.
    var remarks: String {
        let present = projects.count - missing
        return [
            present > 0 ? "\(present.grouped) of \(projects.count.grouped) are in it already" : nil,
            entry.scarceRoom(for: missing).map { "room for \($0.counted("more project"))" },
            entry.configuration.isDefault ? "adds new projects" : nil,
        ].compactMap(\.self).joined(separator: "; ")
    }

    /// How many of the projects it does not have, as far as it is listed.
    private var missing: Int { projects.count - entry.associated(among: projects).count }

    private var otherOwner: String? {
        let owner = Identifiers.account(ofArn: entry.configuration.scanConfigurationArn)
        return account == nil || owner == account ? nil : owner
    }
}

extension ConfigurationEntry {
    /// How many more projects can be associated, where that begins to matter: a tenth of what there can be, or fewer than are to be added.
    func scarceRoom(for wanted: Int = 0) -> Int? {
        room.flatMap { $0 < max(wanted, ServiceLimits.projects / 10) ? max(0, $0) : nil }
    }
}
