import InspectorCore

extension World {
    /// `BatchDisassociateCodeSecurityScanConfiguration`.
    mutating func batchDisassociate(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.scan(RequestBody.Batch.self, from: request.body)
        let items = try RequestChecks.items(body.disassociateConfigurationRequests, field: "disassociateConfigurationRequests")
        return try batch(items, number: number) { world, item in world.disassociate(item) }
    }

    /// `BatchAssociateCodeSecurityScanConfiguration`.
    mutating func batchAssociate(_ request: ReceivedRequest, number: Int) throws(ServiceFault) -> [UInt8] {
        let body = try RequestBody.scan(RequestBody.Batch.self, from: request.body)
        let items = try RequestChecks.items(body.associateConfigurationRequests, field: "associateConfigurationRequests")
        return try batch(items, number: number) { world, item in world.associate(item) }
    }

    private mutating func batch(
        _ items: [Association], number: Int, change: (inout World, Association) -> ItemResult
    ) throws(ServiceFault) -> [UInt8] {
        note(number) { $0.items = items }
        try refuseBadTargets(items)
        var seen: Set<Association> = []
        var outcomes: [(item: Association, result: ItemResult)] = []
        for item in items {
            let isFirst = seen.insert(item).inserted
            let result = isFirst ? change(&self, item) : .failed(.invalidInput, "The association appears more than once in the request.")
            outcomes.append((item, result))
        }
        note(number) { $0.applied = outcomes.filter { $0.result == .succeeded }.map(\.item) }
        return answer(outcomes, number: number)
    }

    private func refuseBadTargets(_ items: [Association]) throws(ServiceFault) {
        for (place, item) in items.enumerated() {
            let projectId = item.resource.projectId ?? ""
            let exception = faults.badTarget(
                seed: options.seed, arn: item.scanConfigurationArn, projectId: projectId,
                name: directory.number(of: projectId).map { directory.name(of: $0) } ?? "")
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
