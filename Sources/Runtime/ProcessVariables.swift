internal import CGlibc
internal import Glibc

/// The environment variables of this process.
package enum ProcessVariables {
    /// A variable.
    package struct Variable: Sendable {
        package let name: String
        package let value: String
    }

    /// All, in the order in which the process got them; bytes that are no UTF-8 are replaced.
    package static var all: [Variable] {
        guard var entry = libc_environ() else { return [] }
        var variables: [Variable] = []
        while let text = entry.pointee {
            let variable = String(cString: text)
            if let sign = variable.utf8.firstIndex(of: UInt8(ascii: "=")) {
                variables.append(
                    Variable(name: String(variable[..<sign]), value: String(variable[variable.utf8.index(after: sign)...])))
            }
            entry += 1
        }
        return variables
    }

    /// The value of a variable; of two with one name, of the first.
    package static func value(of name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
