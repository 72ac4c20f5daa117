import AWSClient
import JSON
import Testing

@testable import InspectorCore

@Suite struct ResourceTableTests {
    private static let id = "project-3f0c8a52-6a7e-4c1d-9f55-0b8e2d6a7c11"

    @Test func anIdSurvivesSixteenBytes() {
        #expect(PackedProject(Self.id)?.id == Self.id)
        #expect(PackedProject("project-00000000-0000-0000-0000-000000000000")?.id == "project-00000000-0000-0000-0000-000000000000")
    }

    @Test(arguments: [
        "", "project-", "project-3F0C8A52-6a7e-4c1d-9f55-0b8e2d6a7c11", "project-3f0c8a526a7e-4c1d-9f55-0b8e2d6a7c11-",
        "projekt-3f0c8a52-6a7e-4c1d-9f55-0b8e2d6a7c11", "project-3f0c8a52-6a7e-4c1d-9f55-0b8e2d6a7c1", "project-ключ",
        "project-3f0c8a52-6a7e-4c1d-9f55-0b8e2d6a7c1é",
    ]) func idsThatAreWrittenOtherwiseAreKeptAsTheyAre(id: String) {
        #expect(PackedProject(id) == nil)
        var table = ResourceTable()
        let number = table.number(of: .projectId(id))
        #expect(table[number] == .projectId(id) && !table.isProject(number) && Array(table.unmatched) == [number])
        #expect(table.knownNumber(of: .projectId(id)) == number)
    }

    @Test func unknownKindsAreKeptAndAreNoProjects() {
        var table = ResourceTable()
        let stranger = AssociationResource.unknown(member: "containerImageId", value: .string("image-1"))
        let numbers = [table.number(of: .projectId(Self.id)), table.number(of: stranger), table.number(of: stranger)]
        #expect(numbers == [0, 1, 1])
        #expect(table[1] == stranger && !table.isProject(1) && Array(table.unmatched) == [1])
        #expect(table.name(of: 0) == nil && table.name(of: 1) == nil)
    }

    @Test func namesAreKeptAndReplaced() {
        var table = ResourceTable()
        #expect(table.record(ProjectDetails(projectId: Self.id, projectName: "acme/größe")) == 0)
        #expect(table.hasNames && table.name(of: 0) == "acme/größe")
        for name in ["acme/other", nil, ""] {
            #expect(table.record(ProjectDetails(projectId: Self.id, projectName: name)) == 0)
            #expect(table.name(of: 0) == name)
        }
    }
}
