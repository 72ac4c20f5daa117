import TestSupport
import Testing

/// The service model of the installed botocore, against the one that the shapes here were written for.
@Suite struct ServiceModelTests {
    @Test(.enabled(if: PythonPeer.isWanted)) func noShapeInUseHasChanged() async throws {
        let comparison = try await PythonPeer.run("botocore_model.py")
        #expect(comparison.status == 0, "\(comparison.text)\(comparison.errors)")
    }
}
