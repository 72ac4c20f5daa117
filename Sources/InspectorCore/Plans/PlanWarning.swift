/// Something an operator should read before the plan is sent.
package enum PlanWarning: Hashable, Sendable {
    /// The configuration has scope ALL: it may associate the projects again, and new projects join it.
    case defaultConfiguration(name: String, targets: Int)
    /// The configuration belongs to the organization: only the delegated administrator may change it.
    case organizationLevel(name: String, targets: Int)
    /// These projects would be left with no scan configuration at all.
    case lastConfiguration(projects: ProjectIDs)
    /// Targets that the current filter hides.
    case hiddenByFilter(targets: Int)
    /// Repository names could not be listed; ids are shown.
    case namesMissing
    /// The listing is not complete, so that a project's last configuration is not known for sure.
    case listingIncomplete
    /// The input named targets more than once; each counts once.
    case repeatedTargets(count: Int)
    /// Listings that have rows which match no project; the configurations' names.
    case unmatchedListings(configurations: [String])
    /// Resources of a configuration that match no project; they are not part of the plan. Some of them, and how many there are.
    case unmatchedLeftOut(configuration: String, resources: [String], count: Int)
    /// Resources of a kind this version does not know, in plans of earlier versions.
    case unknownResources(count: Int)
    /// The configuration is not among the listed ones.
    case unknownConfiguration(scanConfigurationArn: String, targets: Int)
    /// Targets of the earlier run whose outcome is not known; an undo leaves them out.
    case unresolvedLeftOut(targets: Int)
    /// Associations that the earlier run made and an undo leaves: the run may yet take another configuration of their projects away.
    case coversLeftOut(targets: Int)
    /// Targets that are already as the run would make them, for which nothing is sent, of all that were named; `configuration` when they
    /// belong to one.
    case alreadyDone(RunAction, configuration: String?, targets: Int, of: Int)
    /// Rows of a run's results that need nothing any more, and those that are taken.
    case resultsLeftOut(rows: Int, taken: Int)
    /// The account is not known.
    case accountUnknown
    /// Associations that were there already and were sent, in plans of earlier versions.
    case alreadyAssociated(targets: Int)
    /// Associations with the configuration that projects are moved to; they stay.
    case stays(configuration: String, targets: Int)
    /// Projects that are in as many scan configurations as there may be, and that the plan associates with another one.
    case full(configuration: String, targets: Int)
    /// The plan associates more projects with the configuration than it has room for.
    case noRoom(configuration: String, targets: Int, room: Int)
    /// The configuration that projects are associated with never scans: it has no schedule, and no event starts a scan.
    case scansNothing(configuration: String, targets: Int)
    /// The configuration that projects are associated with has scope ALL: it associates new projects by itself.
    case associatesByItself(configuration: String)
    /// The configuration that projects are associated with belongs to another account; its number.
    case otherAccount(configuration: String, owner: String)
}
