/// What the program reads from its surroundings, in words.
enum Surroundings {
    /// Environment variables, those of the AWS CLI first.
    static let variables: [(name: String, words: String)] = [
        ("AWS_PROFILE, AWS_DEFAULT_PROFILE", "The profile of the shared AWS files, unless --profile names one."),
        ("AWS_REGION, AWS_DEFAULT_REGION", "The region, unless --region names one; else the profile's."),
        ("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN", "Credentials; left aside when --profile is given."),
        ("AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE", "The shared AWS files, instead of those in ~/.aws."),
        ("AWS_ROLE_ARN, AWS_ROLE_SESSION_NAME, AWS_WEB_IDENTITY_TOKEN_FILE", "A role to assume with a web identity token."),
        ("AWS_LOGIN_CACHE_DIRECTORY", "Where aws login keeps its sessions, instead of ~/.aws/login/cache."),
        (
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, AWS_CONTAINER_CREDENTIALS_FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN, "
                + "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "The credentials endpoint of a container."
        ),
        (
            "AWS_EC2_METADATA_DISABLED, AWS_EC2_METADATA_SERVICE_ENDPOINT, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
            "Whether and where instance metadata is asked for credentials."
        ),
        (
            "AWS_ENDPOINT_URL_INSPECTOR2, AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "Where calls go instead of the service's own endpoint, and whether such settings count."
        ),
        ("AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT", "Which of the service's endpoints is used."),
        ("AWS_MAX_ATTEMPTS", "How often a call is sent at most."),
        ("AWS_CA_BUNDLE", "The certificates to trust, unless --ca-bundle names a file."),
        ("HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "Proxies, and the hosts that are reached without; also in lower case."),
        (
            "SCANCONFIG_STATE_DIR",
            "The folder whose folder runs holds the journals, unless --state-dir names one; else scanconfig in XDG_STATE_HOME."
        ),
        ("XDG_STATE_HOME", "Where the folder scanconfig with the journals is, instead of ~/.local/state."),
        ("NO_COLOR", "Set and not empty: no colours, unless --color says otherwise."),
        ("TERM, LC_ALL, LC_CTYPE, LANG", "The kind of terminal, and whether it shows more than ASCII."),
        ("ESCDELAY", "Milliseconds that Esc waits for the rest of a key's sequence."),
    ]

    /// Files that are read or written.
    static let files: [(path: String, words: String)] = [
        ("~/.aws/config, ~/.aws/credentials", "The shared AWS files, as the AWS CLI has them."),
        ("~/.aws/sso/cache, ~/.aws/cli/cache, ~/.aws/login/cache", "Sign-ins and assumed roles, shared with the AWS CLI."),
        (
            "~/.local/state/scanconfig/runs/RUN.jsonl",
            "The journal of a run: its plan, each call before it is sent, and each outcome, a line each. Readable with jq; "
                + "each line carries a checksum over itself and the line before."
        ),
    ]
}
