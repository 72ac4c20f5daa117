/// The environment variables that a session reads, by name.
package struct TerminalVariables: Sendable, ExpressibleByDictionaryLiteral {
    private let value: @Sendable (_ name: String) -> String?

    /// Variables that `value` knows.
    package init(_ value: @escaping @Sendable (_ name: String) -> String?) { self.value = value }

    /// These variables only.
    package init(_ variables: [String: String]) { self.init { variables[$0] } }

    package init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }

    subscript(name: String) -> String? { value(name) }

    subscript(name: String, default standard: String) -> String { value(name) ?? standard }
}
