/// A JSON value with the line it begins on, so that a problem can be shown where it is.
struct PositionedJSON {
    enum Value {
        case null
        case boolean(Bool)
        case number(String)
        case string(String)
        case array([PositionedJSON])
        case object([(name: String, value: PositionedJSON)])
    }

    let line: Int
    let value: Value

    /// What kind of value this is, in words.
    var kind: String {
        switch value {
        case .null: "null"
        case .boolean: "true or false"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
