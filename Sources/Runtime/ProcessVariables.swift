internal import CGlibc

/// The environment variables of this process.
package enum ProcessVariables {
    /// Names and values, in the order in which the process got them; bytes that are no UTF-8 are replaced.
    package static var all: [(name: String, value: String)] {
        guard var entry = libc_environ() else { return [] }
        var variables: [(name: String, value: String)] = []
        while let text = entry.pointee {
            let variable = String(cString: text)
            if let sign = variable.utf8.firstIndex(of: UInt8(ascii: "=")) {
                variables.append((String(variable[..<sign]), String(variable[variable.utf8.index(after: sign)...])))
            }
            entry += 1
        }
        return variables
    }
}
