import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct ItemFaultTests {
    @Test(arguments: AssociationStatusCode.documented.map(\.rawValue) + ["SOMETHING_NEW"])
    func oneProjectFailsWithItsCodeAndStays(code: String) async throws {
        try await withSimulator { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(3))
            let name = try #require((await simulator.state()).name(of: items[1].resource.projectId ?? ""))
            await simulator.setFaults(try FaultPlan(parsing: ["item:\(code)@\(name)"]))
            let reply = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            #expect(reply.failedAssociations?.map(\.statusCode?.rawValue) == [code])
            #expect(reply.failedAssociations?.map(\.resource) == [items[1].resource])
            #expect(reply.successfulAssociations?.count == 2)
            let state = await simulator.state()
            #expect(items.map { state.contains($0) } == [false, true, false])
        }
    }

    @Test func aShareOfAllFailsTheSameWayAgain() async throws {
        try await withSimulator(faults: ["item:QUOTA_EXCEEDED=0.4"]) { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(25))
            let first = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            let failed = try #require(first.failedAssociations)
            #expect((4...16).contains(failed.count))
            let again = failed.compactMap { failure in
                failure.resource.map { Association(scanConfigurationArn: items[0].scanConfigurationArn, resource: $0) }
            }
            #expect(try await client.disassociate(again).decoded(BatchAssociationResponse.self).failedAssociations == failed)
        }
    }

    @Test func organizationLevelConfigurationsDenyEveryItem() async throws {
        try await withSimulator(SimulatorOptions()) { simulator, client in
            let configurations = (await simulator.state()).configurations
            let place = try #require(configurations.firstIndex { $0.isOrganizationLevel })
            let items = Array(await simulator.associations(of: place).prefix(2))
            let denied = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            #expect(denied.failedAssociations?.map(\.statusCode) == [.accessDenied, .accessDenied])
            #expect(denied.failedAssociations?.first?.statusMessage?.hasPrefix("Only the delegated administrator") == true)
            await simulator.setFaults(try FaultPlan(parsing: ["organization=allow"]))
            let allowed = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
            #expect(allowed.successfulAssociations?.count == 2)
        }
    }

    @Test func demoRefusalsHoldExceptInternalErrors() async throws {
        try await withSimulator(SimulatorOptions()) { simulator, client in
            let items = await simulator.associations(of: 1)
            var failures: [FailedAssociation] = []
            for start in stride(from: 0, to: items.count, by: 25) {
                let batch = Array(items[start..<min(start + 25, items.count)])
                failures += try await client.disassociate(batch).decoded(BatchAssociationResponse.self).failedAssociations ?? []
            }
            #expect(Set(failures.compactMap(\.statusCode)) == Set(AssociationStatusCode.documented))
            let again = await simulator.associations(of: 1)
            #expect(again.count == 6)
            let retried = try await client.disassociate(again).decoded(BatchAssociationResponse.self)
            #expect(retried.failedAssociations?.count == 5)
            #expect(retried.failedAssociations?.contains { $0.statusCode == .internalError } == false)
        }
    }

    @Test func itemsAreOmittedDoubledAndListedTwice() async throws {
        for (word, succeeded, failed) in [("omit", 0, 0), ("duplicate", 4, 0), ("both", 2, 2)] {
            try await withSimulator(faults: [word]) { simulator, client in
                let items = Array(await simulator.associations(of: 0).prefix(2))
                let reply = try await client.disassociate(items).decoded(BatchAssociationResponse.self)
                #expect(reply.successfulAssociations?.count == succeeded, "\(word)")
                #expect(reply.failedAssociations?.count == failed, "\(word)")
                let state = await simulator.state()
                #expect(!items.contains { state.contains($0) })
            }
        }
    }

    @Test(arguments: [("ValidationException", 400), ("ResourceNotFoundException", 404), ("ConflictException", 409)])
    func aBadTargetFailsItsWholeCall(code: String, status: Int) async throws {
        try await withSimulator { simulator, client in
            let items = Array(await simulator.associations(of: 0).prefix(4))
            await simulator.setFaults(try FaultPlan(parsing: ["call:\(code)@\(items[2].resource.projectId ?? "")"]))
            let reply = try await client.disassociate(items)
            #expect(reply.status == status)
            #expect(reply.errorType == code)
            #expect((await simulator.state()).associationCount == 120)
            if status == 409 { #expect(reply.text.contains("resourceId")) }
            _ = try await client.disassociate([items[0], items[1], items[3]])
            #expect((await simulator.state()).associationCount == 117)
        }
    }
}
