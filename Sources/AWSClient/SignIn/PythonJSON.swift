/// JSON as Python's `json.dumps` writes it: files of AWS CLI are named for digests of such texts.
enum PythonJSON {
    /// A string of ASCII characters only.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x22: quoted += "\\\""
            case 0x5C: quoted += "\\\\"
            case 0x20..<0x7F: quoted.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default: quoted += "\\u" + Hex.encode([UInt8(unit >> 8), UInt8(unit & 255)])
            }
        }
        return quoted + "\""
    }
}
