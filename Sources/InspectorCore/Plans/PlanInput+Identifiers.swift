extension PlanInput {
    /// One project id a line; blank lines and what follows a `#` do not count.
    static func readIdentifiers(_ text: String, _ configurations: [String], _ problems: inout PlanInputProblems) -> PlanInput {
        var associations: [Association] = []
        if configurations.isEmpty { problems.add(1, "bare project ids need --configuration to say where they are associated") }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let id = line.prefix { $0 != "#" }.trimmed
            guard !id.isEmpty else { continue }
            problems.checkProject(id, line: index + 1)
            associations += configurations.map { Association(scanConfigurationArn: $0, resource: .projectId(id)) }
        }
        return PlanInput(associations: associations)
    }
}
