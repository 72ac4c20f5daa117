extension AssociationStatusCode {
    /// Our own word: the service called the association failed without saying why.
    package static let notStated = Self(rawValue: "NO_STATUS_CODE")
    /// Our own word: the listing after the run still shows the association.
    package static let notDisassociated = Self(rawValue: "NOT_DISASSOCIATED")
    /// Our own word: the listing after the run does not show the association.
    package static let notAssociated = Self(rawValue: "NOT_ASSOCIATED")
}
