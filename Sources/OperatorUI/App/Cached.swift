/// A value computed from others and kept. Two owners are equal whatever they have kept.
@propertyWrapper
package struct Cached<Value: Sendable>: Hashable, Sendable {
    /// The value as last computed.
    package var wrappedValue: Value

    /// Keeps a value.
    package init(wrappedValue: Value) {
        self.wrappedValue = wrappedValue
    }

    /// Always true: what is cached follows from what is compared besides.
    package static func == (left: Self, right: Self) -> Bool { true }

    /// Nothing is hashed.
    package func hash(into hasher: inout Hasher) {}
}
