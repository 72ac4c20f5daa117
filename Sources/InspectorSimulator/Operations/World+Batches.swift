import InspectorCore

extension World {
    /// `BatchDisassociateCodeSecurityScanConfiguration`; the effect comes later when the call `isLate`.
    mutating func batchDisassociate(_ request: ReceivedRequest, number: Int, isLate: Bool) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.scan(RequestBody.Batch.self, from: request.body)
        let items = try RequestChecks.items(body.disassociateConfigurationRequests, field: "disassociateConfigurationRequests")
        return try batch(items, to: false, number: number, isLate: isLate)
    }

    /// `BatchAssociateCodeSecurityScanConfiguration`; the effect comes later when the call `isLate`.
    mutating func batchAssociate(_ request: ReceivedRequest, number: Int, isLate: Bool) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.scan(RequestBody.Batch.self, from: request.body)
        let items = try RequestChecks.items(body.associateConfigurationRequests, field: "associateConfigurationRequests")
        return try batch(items, to: true, number: number, isLate: isLate)
    }

    private mutating func batch(
        _ items: [Association], to isAssociated: Bool, number: Int, isLate: Bool
    ) throws(ServiceFault) -> [UInt8] {
        note(number) { $0.items = items }
        try refuseBadTargets(items)
        var seen: Set<Association> = []
        var outcomes: [(item: Association, result: ItemResult)] = []
        for (place, item) in items.enumerated() {
            guard seen.insert(item).inserted else {
                outcomes.append((item, .failed(.invalidInput, "The association appears more than once in the request.")))
                continue
            }
            let isLateItem = faults.isLateItem(seed: options.seed, number: number, place: place)
            outcomes.append((item, carriedOut(item, to: isAssociated, number: number, isLate: isLate, isLateItem: isLateItem)))
        }
        batchTookEffect(number: number)
        return answer(outcomes, number: number)
    }

    /// Changes the association, or sees to it that it changes later, and gives what the call answers.
    private mutating func carriedOut(
        _ item: Association, to isAssociated: Bool, number: Int, isLate: Bool, isLateItem: Bool
    ) -> ItemResult {
        let result = judged(item, to: isAssociated)
        guard result == .succeeded, let key = account.key(of: item) else { return result }
        if isLate || isLateItem {
            putOff(key, to: isAssociated, call: number)
            return isLateItem ? .failed(.internalError, Refusal.planned(.internalError).message) : result
        }
        change(key, in: signer, to: isAssociated, by: .call(number))
        note(number) { $0.applied.append(item) }
        return result
    }

    private func refuseBadTargets(_ items: [Association]) throws(ServiceFault) {
        for (place, item) in items.enumerated() {
            let projectId = item.resource.projectId ?? ""
            let exception = faults.badTarget(
                seed: options.seed, arn: item.scanConfigurationArn, projectId: projectId,
                name: account.directory.number(of: projectId).map { account.directory.name(of: $0) } ?? "")
            switch exception {
            case nil: continue
            case "ValidationException": throw .validation("The resource cannot be changed.", field: "resource[\(place)].projectId")
            case "ConflictException": throw .conflict("The scan configuration is being changed.", resourceId: item.scanConfigurationArn)
            default: throw .notFound("The resource was not found.")
            }
        }
    }

    private func answer(_ outcomes: [(item: Association, result: ItemResult)], number: Int) -> [UInt8] {
        var succeeded: [Association] = []
        var failed: [(Association, AssociationStatusCode, String)] = []
        for (place, outcome) in outcomes.enumerated() {
            let listing = faults.itemListing(seed: options.seed, number: number, place: place)
            let copies = listing == .omitted ? 0 : listing == .twice ? 2 : 1
            switch outcome.result {
            case .succeeded: succeeded += repeatElement(outcome.item, count: copies)
            case .failed(let code, let message): failed += repeatElement((outcome.item, code, message), count: copies)
            }
            if listing == .inBothLists {
                if outcome.result == .succeeded {
                    failed.append((outcome.item, .internalError, Refusal.planned(.internalError).message))
                } else {
                    succeeded.append(outcome.item)
                }
            }
        }
        return Self.body(succeeded: succeeded, failed: failed)
    }

    private static func body(succeeded: [Association], failed: [(Association, AssociationStatusCode, String)]) -> [UInt8] {
        var writer = JSONWriter(capacity: 8_000)
        writer.object { object in
            object.key("successfulAssociations")
            object.array { list in
                for item in succeeded { list.object { $0.association(item) } }
            }
            object.key("failedAssociations")
            object.array { list in
                for (item, code, message) in failed {
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
