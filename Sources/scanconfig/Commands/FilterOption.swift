import ArgumentParser
import InspectorCore
import TextSafety

/// The option that chooses associations by a filter.
struct FilterOption: ParsableArguments {
    @Option(help: ArgumentHelp("Only associations that match this filter.", valueName: "filter"))
    var filter: String?

    /// Refuses what cannot be understood, and a filter that asks nothing: it would choose everything.
    func validate() throws {
        _ = try expression()
    }

    /// What is asked; nothing without the option.
    func expression() throws(ValidationError) -> FilterExpression? { try FilterExpression(option: filter) }

    /// What is asked about projects alone, as ``ProjectFilterOption`` does.
    func projectExpression() throws(ValidationError) -> FilterExpression? { try FilterExpression(projectOption: filter) }
}

/// The option that chooses projects by a filter.
struct ProjectFilterOption: ParsableArguments {
    @Option(help: ArgumentHelp("Only projects that match this filter.", valueName: "filter"))
    var filter: String?

    /// Refuses what cannot be understood, and a filter that asks nothing: it would choose everything.
    func validate() throws {
        _ = try expression()
    }

    /// What is asked about projects; nothing without the option. Throws for a term about associations, which a project without any has none
    /// of.
    func expression() throws(ValidationError) -> FilterExpression? { try FilterExpression(projectOption: filter) }
}

extension FilterExpression {
    /// What the value of an option asks about projects alone; nothing without a value.
    fileprivate init?(projectOption value: String?) throws(ValidationError) {
        guard let expression = try FilterExpression(option: value) else { return nil }
        if let term = expression.terms.first(where: { !$0.condition.isAboutProjects }) {
            throw ValidationError("--filter: \(term.description.terminalSafe) is about associations, and here projects are chosen.")
        }
        self = expression
    }

    /// What the value of an option asks; nothing without a value.
    fileprivate init?(option value: String?) throws(ValidationError) {
        guard let filter = value else { return nil }
        let parsed = FilterParser.parse(filter, in: .commandLine)
        if let mistake = parsed.mistake {
            throw ValidationError("--filter, character \(mistake.range.lowerBound + 1): \(mistake.message)")
        }
        if parsed.expression.terms.isEmpty { throw ValidationError("--filter is empty. Give it a value, or omit it.") }
        self = parsed.expression
    }
}
