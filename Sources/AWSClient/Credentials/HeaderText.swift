/// Text that a header field carries as it is: printable ASCII and spaces (RFC 9110, 5.5).
enum HeaderText {
    /// Whether the text can be sent.
    static func isSendable(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// Refuses a credential where it is read.
    /// - Parameter subject: names the credential and where it came from; its text is never shown.
    static func check(_ text: String?, _ subject: @autoclosure () -> String) throws(CredentialError) {
        if let text, !isSendable(text) { throw .unsendable(subject: subject()) }
    }
}
