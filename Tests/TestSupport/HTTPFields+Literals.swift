public import HTTPTypes

/// Lets tests write header names as they are.
extension HTTPField.Name: @retroactive ExpressibleByStringLiteral {
    /// A name that HTTP allows; any other ends the test.
    public init(stringLiteral name: String) {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no field name") }
        self = name
    }
}

extension HTTPFields {
    /// Fields in the order given; those whose names HTTP does not allow are left out.
    public init(pairs: [(name: String, value: String)]) {
        self.init(pairs.compactMap { pair in HTTPField.Name(pair.name).map { HTTPField(name: $0, value: pair.value) } })
    }
}
