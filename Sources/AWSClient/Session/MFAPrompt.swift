/// Asks a person for the code that a multi-factor device shows.
package protocol MFAPrompt: Sendable {
    /// The six digits for a device.
    /// - Parameters:
    ///   - serial: the device's serial number or ARN, as the profile has it.
    ///   - profile: the profile that needs it.
    /// - Throws: ``CredentialError/mfaCancelled(profile:serial:)`` when the person declines.
    func code(for serial: String, profile: String) async throws(CredentialError) -> String
}
