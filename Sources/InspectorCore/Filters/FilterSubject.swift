package import BitCollections

/// What a filter is asked about: the account as far as it is listed, what happened in the session, and the time.
package struct FilterSubject {
    /// The account.
    package var inventory: Inventory
    /// Where texts are looked for in names and ids.
    package var texts: any ProjectTextSearch
    /// Whether words look at the names of configurations too; those of a list of one configuration tell its rows apart from nothing.
    package var seesConfigurations: Bool
    /// The fields beside names, ids and how scans go whose texts words look at: those that a list shows. All of them on the command line.
    package var shownFields: Set<FilterField> = [.scanned, .membership, .provider, .visibility, .account]
    /// What happened in the session; nothing on the command line.
    package var session = FilterSession()
    /// The time, in seconds since 1970.
    package var now: Int64

    /// An account at a time, without a session unless one is set.
    package init(_ inventory: Inventory, texts: any ProjectTextSearch, seesConfigurations: Bool = true, now: Int64) {
        (self.inventory, self.texts, self.seesConfigurations, self.now) = (inventory, texts, seesConfigurations, now)
    }
}

/// What a session knows of associations beside what is listed.
package struct FilterSession {
    /// Rows by their configuration.
    package typealias Rows = [ConfigurationNumber: BitSet]
    /// The marked rows.
    package var marked: Rows = [:]
    /// The rows that failed.
    package var failed: Rows = [:]
    /// What STATUS shows of single rows, each text once.
    package var statuses: [(text: String, rows: Rows)] = []
    /// What STATUS shows of all rows of a project, unless it shows one of ``statuses``.
    package var projectStatuses: [(text: String, isShown: (ResourceNumber) -> Bool)] = []

    /// A session in which nothing happened.
    package init() {}
}

/// Finds texts in the names and ids of projects.
package protocol ProjectTextSearch {
    /// Calls `found` with every project, or each of those given, whose name or id has the text, in no order and maybe twice.
    ///
    /// Ids are looked at without the word that all of them begin with; see ``SearchText/idPart``.
    func find(_ text: SearchText, in place: ProjectTextPlace, among projects: [ResourceNumber]?, _ found: (ResourceNumber) -> Void)
}

/// Where a text is looked for.
package enum ProjectTextPlace: Hashable, Sendable {
    case name, id, nameOrID
}

/// Looks texts up in an inventory as it is: for one filter, which no key waits for.
package struct InventoryTexts: ProjectTextSearch {
    private let inventory: Inventory

    /// Looks texts up in `inventory`.
    package init(_ inventory: Inventory) {
        self.inventory = inventory
    }

    /// Makes each name and id, and looks the text up in it.
    package func find(_ text: SearchText, in place: ProjectTextPlace, among projects: [ResourceNumber]?, _ found: (ResourceNumber) -> Void)
    {
        for project in projects ?? Array(0..<ResourceNumber(inventory.resources.count)) where isFound(text, in: place, of: project) {
            found(project)
        }
    }

    private func isFound(_ text: SearchText, in place: ProjectTextPlace, of project: ResourceNumber) -> Bool {
        if place != .id, let name = inventory.projectName(of: project), text.occurs(in: name) { return true }
        if place == .name { return false }
        let id = String(inventory.resources[project].words.trimmingPrefix(SearchText.idPrefix))
        return text.occurs(in: id) || text.idPart?.occurs(in: id) ?? false
    }
}
