import InspectorCore

/// What happens to single items of batch calls, and to whole calls because of one item.
package struct ItemFaults: Equatable, Sendable {
    /// Share of associations that refuse to change, by `statusCode`. An association always meets the same fate.
    package var failureRates: [String: Double] = [:]
    /// `statusCode` by project id or name.
    package var failures: [String: String] = [:]
    /// Whether an organization-level configuration fails every item with `ACCESS_DENIED`.
    package var organizationDenies = true
    /// Share of targets that make a whole batch call fail, by exception.
    package var callFailureRates: [String: Double] = [:]
    /// Exception by project id or name.
    package var callFailures: [String: String] = [:]
    /// Share of items that take effect or fail, and appear in neither list.
    package var omitted = 0.0
    /// Share of items that appear twice in their list.
    package var duplicated = 0.0
    /// Share of items that appear in both lists.
    package var inBothLists = 0.0
}

/// How one item of a batch answer is listed.
enum ItemListing: Equatable, Sendable {
    case once
    case omitted
    case twice
    case inBothLists
}

extension ItemFaults {
    /// How the item at `place` of the call with this number is listed.
    func listing(seed: UInt64, number: Int, place: Int) -> ItemListing {
        let unit = Draw.unit(seed: seed, purpose: "listing", key: UInt64(number) &* 32 &+ UInt64(place))
        if unit < omitted { return .omitted }
        if unit < omitted + duplicated { return .twice }
        return unit < omitted + duplicated + inBothLists ? .inBothLists : .once
    }

    /// The code an association fails with; it always fails with the same one.
    func failure(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> AssociationStatusCode? {
        if !failures.isEmpty, let code = failures[projectId] ?? failures[name()] {
            return AssociationStatusCode(rawValue: code)
        }
        return Draw.name(failureRates, seed: seed, purpose: "item", target: arn + projectId)
            .map(AssociationStatusCode.init(rawValue:))
    }

    /// The exception that this target causes for its whole call.
    func callFailure(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> String? {
        if !callFailures.isEmpty, let exception = callFailures[projectId] ?? callFailures[name()] { return exception }
        return Draw.name(callFailureRates, seed: seed, purpose: "target", target: arn + projectId)
    }
}
