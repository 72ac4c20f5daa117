import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct PopulationTests {
    private let believable = Population.believable(SimulatorOptions(seed: 3))

    @Test func believableAccountHasTheSizeAndKindsItPromises() {
        let summaries = believable.configurations.map(\.summary)
        #expect(summaries.count == 10)
        #expect(believable.configurations.reduce(0) { $0 + $1.projects.count } == 1_204)
        #expect(believable.directory.count == 900)
        #expect(summaries.filter(\.isDefault).map(\.name) == ["default-scan"])
        #expect(summaries.filter(\.isOrganizationLevel).map(\.name) == ["org-baseline"])
        #expect(believable.configurations.filter { $0.projects.count == 0 }.map(\.summary.name) == ["retired-2023"])
        #expect(summaries.allSatisfy { Identifiers.isScanConfigurationArn($0.scanConfigurationArn) && $0.name.count <= 60 })
        #expect(believable.configurations.first { $0.summary.name == "payments-nightly" }?.projects.count == 88)
    }

    @Test func everyProjectIsInOneToThreeConfigurations() {
        let degrees = World(SimulatorOptions(seed: 3)).account.degrees
        #expect(Set(degrees) == [1, 2, 3])
    }

    @Test(arguments: [0, 1, 12, 900, 5_000]) func namesAndIdsAreUnique(projects: Int) {
        let directory = Population.believable(SimulatorOptions(projects: projects, population: .believable)).directory
        #expect(Set((0..<projects).map { directory.name(of: $0) }).count == projects)
        #expect(Set((0..<projects).map { directory.identity.id(of: $0) }).count == projects)
        #expect((0..<projects).allSatisfy { Identifiers.isProjectId(directory.identity.id(of: $0)) })
    }

    @Test func someNamesAreNotASCIIAndLiveOnGitLab() {
        let directory = believable.directory
        let foreign = (0..<directory.count).filter { !directory.name(of: $0).utf8.allSatisfy { $0 < 0x80 } }
        #expect(foreign.count == 6)
        #expect(foreign.allSatisfy { directory.provider(of: $0) == "GITLAB_SELF_MANAGED" })
        #expect(directory.provider(of: 120) == "GITHUB")
    }

    @Test func refusalsCoverEveryCodeAndBeginNearTheTop() throws {
        let place = try #require(believable.configurations.firstIndex { $0.summary.name == "payments-nightly" })
        let sorted = believable.configurations[place].projects.map { ($0, believable.directory.name(of: $0)) }.sorted { $0.1 < $1.1 }
        let codes = sorted.map { believable.refusals[AssociationKey(configuration: place, project: $0.0)]?.code }
        #expect(codes[1] == .accessDenied)
        #expect(Set(codes.compactMap { $0 }) == Set(AssociationStatusCode.documented))
        #expect(Set(believable.refusals.keys.map(\.configuration)).count == 8)
        #expect(believable.refusals.count < 60)
    }

    @Test func theSameSeedGivesTheSameAccountAndAnotherSeedAnother() {
        let again = Population.believable(SimulatorOptions(seed: 3))
        let other = Population.believable(SimulatorOptions(seed: 4))
        #expect(again.configurations.map(\.summary) == believable.configurations.map(\.summary))
        #expect(again.refusals == believable.refusals)
        #expect(other.configurations[0].summary.scanConfigurationArn != believable.configurations[0].summary.scanConfigurationArn)
        #expect(other.directory.identity.id(of: 0) != believable.directory.identity.id(of: 0))
    }

    @Test(arguments: [1, 2, 3, 4, 8, 60]) func believableAccountScales(configurations: Int) {
        let account = Population.believable(SimulatorOptions(configurations: configurations, projects: 300, population: .believable))
        #expect(account.configurations.count == configurations)
        #expect(Set(account.configurations.map(\.summary.name)).count == configurations)
        #expect(account.configurations.contains { $0.summary.isOrganizationLevel } == (configurations >= 4))
        #expect(account.configurations[0].summary.isDefault)
    }

    @Test func aMillionAssociationsKeepTheQuotaAndCostNoMoreThanTheirShare() {
        var world: World?
        let few = ThreadTime.cost { world = World(SimulatorOptions(configurations: 50, projects: 2_000)) }
        let many = ThreadTime.cost { world = World(SimulatorOptions(configurations: 500, projects: 2_000)) }
        #expect(world?.account.configurations.reduce(0) { $0 + $1.projects.count } == 1_000_000)
        #expect(world?.account.degrees.max() == 4)
        #expect(many < few * 40)
    }
}
