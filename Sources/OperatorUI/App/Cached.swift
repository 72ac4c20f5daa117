/// A value that is computed from others and kept. It plays no part in the equality of its owner.
@propertyWrapper
package struct Cached<Value: Sendable>: Hashable, Sendable {
    /// The cached value.
    package var wrappedValue: Value

    /// Keeps a value.
    package init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }

    /// Always true.
    package static func == (left: Self, right: Self) -> Bool { true }

    /// Hashes nothing.
    package func hash(into hasher: inout Hasher) {}
}
