import InspectorCore
import JSON

/// `BatchDisassociateCodeSecurityScanConfiguration` and `BatchAssociateCodeSecurityScanConfiguration`.
struct BatchOperation {
    /// Whether associations are made; otherwise they are dissolved.
    let isAssociating: Bool
    /// The number of the call.
    let number: Int
    /// Whether the effect comes only some time after the call ended.
    let isLate: Bool

    /// Changes the account, or sees to it that it changes later, and answers what became of each item.
    func answer(_ call: ReceivedCall, in state: inout ServiceState) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.read(RequestBody.Batch.self, from: call.request.body)
        let items =
            isAssociating
            ? try RequestChecks.items(body.associateConfigurationRequests, field: "associateConfigurationRequests")
            : try RequestChecks.items(body.disassociateConfigurationRequests, field: "disassociateConfigurationRequests")
        state.log.note(number) { $0.items = items }
        try refuseBadTargets(items, state)
        var seen: Set<Association> = []
        var outcomes: [(item: Association, result: ItemResult)] = []
        for (place, item) in items.enumerated() {
            let isFirst = seen.insert(item).inserted
            outcomes.append((item, isFirst ? result(of: item, at: place, in: &state) : Self.repeated))
        }
        state.batchTookEffect(number: number)
        return Self.body(listed(outcomes, state))
    }

    private static let repeated = ItemResult.failed(.invalidInput, "The association appears more than once in the request.")
    private static let internalError = ItemResult.failed(.internalError, Refusal.planned(.internalError).message)

    /// Changes the association, or sees to it that it changes later, and gives what the call answers.
    private func result(of item: Association, at place: Int, in state: inout ServiceState) -> ItemResult {
        let seed = state.options.seed
        let result = ItemJudge(faults: state.faults.items, seed: seed).result(of: item, to: isAssociating, in: &state.account)
        guard result == .succeeded, let key = state.account.key(of: item) else { return result }
        let isLateItem = state.faults.late.isLate(seed: seed, number: number, place: place)
        if isLate || isLateItem {
            state.postpone(key, to: isAssociating, call: number)
            return isLateItem ? Self.internalError : result
        }
        state.change(key, in: state.signer, to: isAssociating, by: .call(number))
        state.log.note(number) { $0.applied.append(item) }
        return result
    }

    private func refuseBadTargets(_ items: [Association], _ state: ServiceState) throws(ServiceFault) {
        let directory = state.account.directory
        for (place, item) in items.enumerated() {
            let projectId = item.resource.projectId ?? ""
            let exception = state.faults.items.callFailure(
                seed: state.options.seed, arn: item.scanConfigurationArn, projectId: projectId,
                name: directory.number(of: projectId).map { directory.name(of: $0) } ?? "")
            switch exception {
            case nil: continue
            case "ValidationException": throw .validation("The resource cannot be changed.", field: "resource[\(place)].projectId")
            case "ConflictException": throw .conflict("The scan configuration is being changed.", resourceId: item.scanConfigurationArn)
            default: throw .notFound("The resource was not found.")
            }
        }
    }
}

extension BatchOperation {
    /// The two lists of an answer.
    private struct Lists {
        var succeeded: [Association] = []
        var failed: [(Association, AssociationStatusCode, String)] = []

        mutating func add(_ item: Association, _ result: ItemResult, copies: Int = 1) {
            switch result {
            case .succeeded: succeeded += repeatElement(item, count: copies)
            case .failed(let code, let message): failed += repeatElement((item, code, message), count: copies)
            }
        }
    }

    private func listed(_ outcomes: [(item: Association, result: ItemResult)], _ state: ServiceState) -> Lists {
        var lists = Lists()
        for (place, outcome) in outcomes.enumerated() {
            let listing = state.faults.items.listing(seed: state.options.seed, number: number, place: place)
            lists.add(outcome.item, outcome.result, copies: listing == .omitted ? 0 : listing == .twice ? 2 : 1)
            if listing == .inBothLists {
                lists.add(outcome.item, outcome.result == .succeeded ? Self.internalError : .succeeded)
            }
        }
        return lists
    }

    private static func body(_ lists: Lists) -> [UInt8] {
        var writer = JSONWriter(capacity: 8_000)
        writer.object { object in
            object.key("successfulAssociations")
            object.array { list in
                for item in lists.succeeded { list.object { $0.association(item) } }
            }
            object.key("failedAssociations")
            object.array { list in
                for (item, code, message) in lists.failed {
                    list.object { entry in
                        entry.association(item)
                        entry.member("statusCode", code.rawValue)
                        entry.member("statusMessage", message)
                    }
                }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func association(_ item: Association) {
        member("scanConfigurationArn", item.scanConfigurationArn)
        key("resource")
        object { $0.member("projectId", item.resource.projectId) }
    }
}
