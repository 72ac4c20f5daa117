/// A query as it travels, taken apart.
package struct QueryString: Sendable {
    /// One parameter, still percent-encoded.
    package struct Parameter: Sendable {
        /// What stands before the first `=`.
        package let name: ArraySlice<UInt8>
        /// What stands after it; empty when there is none.
        package let value: ArraySlice<UInt8>

        /// The value decoded; bytes that are not UTF-8 are replaced.
        package var decodedValue: String { String(decoding: PercentEncoding.decode(value), as: UTF8.self) }
    }

    /// The parameters in their order; empty ones are left out.
    package private(set) var parameters: [Parameter] = []

    /// Takes a query apart; `query` comes without `?`.
    package init(_ query: some Sequence<UInt8>) {
        let bytes = Array(query)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "&")) ?? bytes.count
            let equals = bytes[start..<end].firstIndex(of: UInt8(ascii: "=")) ?? end
            if start < end { parameters.append(Parameter(name: bytes[start..<equals], value: bytes[min(equals + 1, end)..<end])) }
            start = end + 1
        }
    }

    /// The last parameter of a name, which is compared without decoding.
    package func last(named name: String) -> Parameter? {
        parameters.last { $0.name.elementsEqual(name.utf8) }
    }
}
