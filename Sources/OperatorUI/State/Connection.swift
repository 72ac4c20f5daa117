/// How far the way to the service is.
package enum Connection: Hashable, Sendable {
    /// Settings and credentials are being read.
    case connecting
    /// Calls can be made.
    case ready
    /// Nothing works until the operator does something.
    case failed(Problem)
}
