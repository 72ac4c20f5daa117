import Foundation
import InspectorCore
import InspectorSimulator
import JSON
import TestSupport
import Testing

/// `list` in several accounts and regions at once.
@Suite struct FleetListTests {
    @Test func everySessionIsToldByItself() async throws {
        try await FleetSetup.with { fleet in
            let (list, errors) = try await fleet.json(["list"] + FleetSetup.all)
            #expect(errors.isEmpty)
            #expect(list.sessions.map(\.session) == ["a/us-east-1", "a/eu-west-1", "b/us-east-1", "b/eu-west-1"])
            for (place, session) in list.sessions.enumerated() {
                let truth = await fleet.associations(place / 2, place % 2)
                #expect(session["account"]?.string == FleetSetup.accounts[place / 2])
                let listed = (session["configurations"]?.array ?? []).flatMap { $0["associations"]?.array ?? [] }
                #expect(Set(listed.compactMap { $0["resource"]?["projectId"]?.string }) == Set(truth.compactMap(\.resource.projectId)))
            }
        }
    }

    @Test func tablesGainColumnsThatTellSessionsApart() async throws {
        try await FleetSetup.with { fleet in
            let table = try await fleet.run(["list"] + FleetSetup.all).output.split(separator: "\n")
            #expect(table[0].hasPrefix("PROFILE  ACCOUNT       REGION     CONFIGURATION  PROJECT "))
            #expect(table.count == 1 + 4 * 60 && table.count { $0.hasPrefix("b        210987654321  eu-west-1  ") } == 60)
            let csv = try await fleet.run(["list", "--output", "csv"] + FleetSetup.all).output.split(separator: "\r\n")
            #expect(csv[0].hasSuffix(",providerRegion,account,region,profile"))
            #expect(csv.count { $0.hasSuffix(",210987654321,eu-west-1,b") } == 60)
            let regions = try await fleet.run(
                ["list", "--profile", "a"] + FleetSetup.regions.flatMap { ["--region", $0] }
            ).output
            #expect(regions.hasPrefix("PROFILE  ACCOUNT"))
        }
    }

    /// Repeated names mean one session, and what it prints stays as it was.
    @Test func oneSessionIsToldAsEver() async throws {
        try await FleetSetup.with { fleet in
            for output in ["table", "csv", "json"] {
                let once = try await fleet.run(["list", "--profile", "a", "--region", "eu-west-1", "--output", output])
                let twice = try await fleet.run(
                    ["list", "--profile", "a", "--profile", "a", "--region", "eu-west-1", "--region", "eu-west-1", "--output", output])
                #expect(once.status == 0 && once.output == twice.output && twice.errors.isEmpty)
                #expect(!once.output.contains("PROFILE") && !once.output.contains("\"profile\""))
            }
        }
    }

    @Test func aSessionThatIsRefusedHoldsUpNoOther() async throws {
        try await FleetSetup.with(faults: ["not-enabled:eu-west-1"]) { fleet in
            let (list, errors) = try await fleet.json(["list"] + FleetSetup.all, status: 1)
            let failed = list.sessions.filter { $0["error"] != nil }.map(\.session)
            #expect(failed == ["a/eu-west-1", "b/eu-west-1"])
            #expect(list.sessions.count { ($0["configurations"]?.array ?? []).count == 2 } == 2)
            for name in failed {
                #expect(errors.contains("scanconfig: \(name): ListCodeSecurityScanConfigurations: AccessDeniedException"), "\(errors)")
            }
        }
    }

    @Test func whereEverySessionFailsTheStatusIsTheFirstOnes() async throws {
        try await FleetSetup.with(faults: ["suspended:123456789012", "suspended:210987654321"]) { fleet in
            let result = try await fleet.run(["list"] + FleetSetup.all)
            #expect(result.status == 254, "\(result.errors)")
        }
    }

    @Test func twoProfilesOfOneAccountAreListedOnce() async throws {
        try await FleetSetup.with { fleet in
            let (list, errors) = try await fleet.json(["list", "--profile", "a", "--profile", "a2", "--region", "us-east-1"])
            #expect(list.sessions.map(\.session) == ["a/us-east-1"])
            #expect(
                errors
                    == "scanconfig: a2/us-east-1: this is account 123456789012, region us-east-1, as a/us-east-1 is: it is left out, and a/us-east-1 stands for both.\n"
            )
        }
    }

    @Test(arguments: [("region:eu", 60), ("profile:b", 60), ("account:210987654321", 60), ("!region:eu profile:a", 30), ("region:ap", 0)])
    func filtersTellSessionsApart(filter: String, rows: Int) async throws {
        try await FleetSetup.with { fleet in
            let list = try await fleet.run(
                ["list", "--output", "csv", "--filter", filter, "--configuration", "scan-0001"] + FleetSetup.all)
            #expect(list.output.split(separator: "\r\n").count == rows + 1, "\(list.errors)")
        }
    }

    @Test func whatOneSessionHasIsListedAndElsewhereSaid() async throws {
        try await FleetSetup.with { fleet in
            let arn = try #require(await fleet.associations(1, 1).first?.scanConfigurationArn)
            let some = try await fleet.run(["list", arn, "--output", "csv"] + FleetSetup.all)
            #expect(some.status == 0 && some.output.split(separator: "\r\n").count == 31)
            #expect(some.errors.contains("scanconfig: a/us-east-1: No configuration is named"))
            let none = try await fleet.run(["list", "nothing"] + FleetSetup.all)
            #expect(none.status == 252 && none.output.isEmpty)
        }
    }

    @Test func allRegionsAreThoseOfThePartition() async throws {
        try await FleetSetup.with { fleet in
            let (list, _) = try await fleet.json(["list", "--profile", "a", "--region", "all"], status: 1)
            #expect(list.sessions.compactMap { $0["region"]?.string } == InspectorRegions.inPartition(of: "us-east-1"))
            #expect(list.sessions.count { $0["error"] == nil } == 2)
        }
    }

    /// A code counts once, and the role's credentials are good in every region.
    @Test func aCodeIsAskedForOnceInAllRegions() async throws {
        try await FleetSetup.with { fleet in
            let role = "role_arn = arn:aws:iam::123456789012:role/Ops\nsource_profile = a\nmfa_serial = arn:aws:iam::123456789012:mfa/me\n"
            try fleet.home.write(".aws/config", "[profile m]\n\(role)")
            let regions = FleetSetup.regions.flatMap { ["--region", $0] }
            let result = try await fleet.run(["list", "--profile", "m", "--output", "csv"] + regions, input: "123456\n")
            #expect(result.status == 0 && result.output.split(separator: "\r\n").count == 121, "\(result.errors)")
            #expect(await fleet.simulator.calls().count { $0.operation == "AssumeRole" } == 1)
        }
    }

    @Test func aProfileThatThereIsNotIsAMistake() async throws {
        try await FleetSetup.with { fleet in
            let result = try await fleet.run(["list", "--profile", "a", "--profile", "zzz", "--region", "us-east-1"])
            #expect(result.status == 253 && result.errors.contains("zzz") && result.output.isEmpty)
            #expect(await fleet.simulator.calls().isEmpty)
        }
    }

    @Test(arguments: [["verify", "x"], ["retry", "x"]]) func otherCommandsTakeOneSession(command: [String]) async throws {
        let result = try await BuiltProgram.run(command + ["--region", "us-east-1", "--region", "eu-west-1"])
        #expect(result.status == 252)
    }
}
