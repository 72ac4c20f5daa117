package import JSON

/// `scanconfig list --uncovered --output json`: projects that no configuration has. `--from` of `scanconfig associate` takes it.
package struct UncoveredDocument: Sendable, JSONWritable {
    private let listed: ListedAccount
    private let projects: [ResourceNumber]

    /// The document of these projects, in the order given.
    package init(_ listed: ListedAccount, projects: [ResourceNumber]) {
        (self.listed, self.projects) = (listed, projects)
    }

    /// Writes each project with what the coverage says of it.
    package func write(to json: inout JSONWriter) {
        listed.write("projects", projects, to: &json) { project, json in listed.write(project, to: &json) }
    }
}
