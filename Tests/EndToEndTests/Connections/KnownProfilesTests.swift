import AWSClient
import OperatorUI
import Testing

@testable import scanconfig

/// What the shared files say of profiles without a call.
@Suite struct KnownProfilesTests {
    @Test func accountsComeFromRolesSSOAndSignIns() throws {
        let config = """
            [default]
            region = us-east-1
            [profile role]
            role_arn = arn:aws:iam::210987654321:role/Ops
            sso_account_id = 999999999999
            source_profile = default
            [profile sso]
            sso_account_id = 111122223333
            region = eu-west-1
            [profile login]
            login_session = arn:aws:sts::444455556666:assumed-role/Admin/me
            [profile odd]
            sso_account_id = secret
            role_arn = role
            """
        let files = SharedFiles(config: try SharedFile(config, kind: .config, path: "config"), credentials: SharedFile())
        #expect(
            files.knownProfiles == [
                KnownProfile("default", region: "us-east-1"), KnownProfile("login", account: "444455556666"), "odd",
                KnownProfile("role", account: "210987654321"), KnownProfile("sso", account: "111122223333", region: "eu-west-1"),
            ])
    }
}
