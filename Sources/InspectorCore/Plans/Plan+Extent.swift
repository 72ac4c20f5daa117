extension Plan {
    /// How much the plan is about, in words: "20,000 associations (5,000 projects) in 4 configurations".
    package var extent: String { extent(projects: projectCount) }

    /// The same where the number of projects is known already.
    package func extent(projects: Int) -> String {
        "\(targets.count.counted("association")) (\(projects.counted("project"))) in \(configurationCount.counted("configuration"))"
    }

    /// How many different projects the targets belong to. With several configurations each id is hashed, so ask once.
    package var projectCount: Int {
        configurationCount > 1 ? Set(targets.lazy.map(\.association.resource)).count : targets.count
    }
}

extension Int {
    /// Whether somebody typed this number, with or without the commas that it is printed with.
    package func isTyped(as text: String) -> Bool {
        text == String(self) || text == grouped
    }
}
