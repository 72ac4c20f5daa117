import InspectorCore

/// JSON for people and `jq`: indented, keys sorted, names exact, and nothing in it that a terminal would obey.
enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        String(decoding: DocumentJSON.bytes(value), as: UTF8.self)
    }
}
