import AWSClient

/// Whether somebody hears the program instead of seeing it.
enum Accessibility {
    /// The variable that says so, for any program (accessible.sh): any value but the empty one and 0.
    static let variable = "ACCESSIBLE"

    /// Whether the environment says so; where it says nothing, the other answer.
    static func isWanted(by environment: Environment, otherwise: Bool = false) -> Bool {
        let value = environment[variable] ?? ""
        return value.isEmpty ? otherwise : value != "0"
    }
}
