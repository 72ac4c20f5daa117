/// Everything that goes wrong in a simulation, by rate or by exact target.
///
/// A plan is a value: what happens to a call or a target follows from the plan, the seed and the number of the call or the name of
/// the target alone, so that a run can be repeated. Rates are shares in 0 … 1.
package struct FaultPlan: Equatable, Sendable {
    /// What happens to whole calls of any operation.
    package var calls = CallFaults()
    /// What happens to single items of batch calls, and to calls because of an item.
    package var items = ItemFaults()
    /// What is wrong with the pages and rows of listings.
    package var listings = ListingFaults()
    /// What is wrong with the coverage.
    package var coverage = CoverageFaults()
    /// When credentials expire and when STS cannot be reached.
    package var credentials = CredentialFaults()
    /// Batch calls that take effect later.
    package var late = LateFaults()
    /// What another operator does by chance.
    package var otherOperator = OtherOperatorRates()

    /// Nothing goes wrong, except that organization-level configurations refuse every item.
    package init() {}

    /// Whether page tokens count rows: as ``ListingFaults/pageTokens`` says, else while another operator acts by chance.
    var countsRows: Bool { (listings.pageTokens ?? (otherOperator.isIdle ? .stable : .positional)) == .positional }
}
