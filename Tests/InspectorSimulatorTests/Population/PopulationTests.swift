import InspectorCore
import TestSupport
import Testing

@testable import InspectorSimulator

struct PopulationTests {
    private let demo = Population.demo(SimulatorOptions(seed: 3))

    @Test func demoAccountHasTheSizeAndKindsItPromises() {
        let summaries = demo.configurations.map(\.summary)
        #expect(summaries.count == 10)
        #expect(demo.configurations.reduce(0) { $0 + $1.projects.count } == 1_204)
        #expect(demo.directory.count == 941)
        #expect(summaries.filter(\.isDefault).map(\.name) == ["default-scan"])
        #expect(summaries.filter(\.isOrganizationLevel).map(\.name) == ["org-baseline"])
        #expect(demo.configurations.filter { $0.projects.count == 0 }.map(\.summary.name) == ["retired-2023"])
        #expect(summaries.allSatisfy { Identifiers.isScanConfigurationArn($0.scanConfigurationArn) && $0.name.count <= 60 })
        #expect(demo.configurations.first { $0.summary.name == "payments-nightly" }?.projects.count == 88)
    }

    @Test func everyProjectIsInOneToThreeConfigurationsOrTheCoverageAloneHasIt() {
        let degrees = ServiceState(SimulatorOptions(seed: 3)).account.degrees
        #expect(Set(degrees) == [0, 1, 2, 3])
        #expect(degrees.count { $0 == 0 } == 41 && degrees.suffix(41).allSatisfy { $0 == 0 })
    }

    @Test(arguments: [0, 1, 12, 900, 5_000]) func namesAndIdsAreUnique(projects: Int) {
        let directory = Population.demo(SimulatorOptions(projects: projects, population: .demo)).directory
        let count = directory.count
        #expect(count == projects + projects * 41 / 900)
        #expect(Set((0..<count).map { directory.name(of: $0) }).count == count)
        #expect(Set((0..<count).map { directory.identity.id(of: $0) }).count == count)
        #expect((0..<count).allSatisfy { Identifiers.isProjectId(directory.identity.id(of: $0)) })
    }

    @Test func someNamesAreNotASCIIAndLiveOnGitLab() {
        let directory = demo.directory
        let foreign = (0..<directory.count).filter { !directory.name(of: $0).utf8.allSatisfy { $0 < 0x80 } }
        #expect(foreign.count == 6)
        #expect(foreign.allSatisfy { directory.provider(of: $0) == "GITLAB_SELF_MANAGED" })
        #expect(directory.provider(of: 120) == "GITHUB")
    }

    @Test func refusalsCoverEveryCodeAndBeginNearTheTop() throws {
        let place = try #require(demo.configurations.firstIndex { $0.summary.name == "payments-nightly" })
        let sorted = demo.configurations[place].projects.map { ($0, demo.directory.name(of: $0)) }.sorted { $0.1 < $1.1 }
        let codes = sorted.map { demo.refusals[AssociationKey(configuration: place, project: $0.0)]?.code }
        #expect(codes[1] == .accessDenied)
        #expect(Set(codes.compactMap { $0 }) == Set(AssociationStatusCode.documented))
        #expect(Set(demo.refusals.keys.map(\.configuration)).count == 8)
        #expect(demo.refusals.count < 60)
    }

    @Test func theSameSeedGivesTheSameAccountAndAnotherSeedAnother() {
        let again = Population.demo(SimulatorOptions(seed: 3))
        let other = Population.demo(SimulatorOptions(seed: 4))
        #expect(again.configurations.map(\.summary) == demo.configurations.map(\.summary))
        #expect(again.refusals == demo.refusals)
        #expect(other.configurations[0].summary.scanConfigurationArn != demo.configurations[0].summary.scanConfigurationArn)
        #expect(other.directory.identity.id(of: 0) != demo.directory.identity.id(of: 0))
    }

    @Test(arguments: [1, 2, 3, 4, 8, 60]) func demoAccountScales(configurations: Int) {
        let account = Population.demo(SimulatorOptions(configurations: configurations, projects: 300, population: .demo))
        #expect(account.configurations.count == configurations)
        #expect(Set(account.configurations.map(\.summary.name)).count == configurations)
        #expect(account.configurations.contains { $0.summary.isOrganizationLevel } == (configurations >= 4))
        #expect(account.configurations[0].summary.isDefault)
    }

    @Test func aMillionAssociationsKeepTheQuotaAndCostNoMoreThanTheirShare() {
        var state: ServiceState?
        let few = ThreadTime.cost { state = ServiceState(SimulatorOptions(configurations: 50, projects: 2_000)) }
        let many = ThreadTime.cost { state = ServiceState(SimulatorOptions(configurations: 500, projects: 2_000)) }
        #expect(state?.account.configurations.reduce(0) { $0 + $1.projects.count } == 1_000_000)
        #expect(state?.account.degrees.max() == 4)
        #expect(many < few * 40)
    }
}
