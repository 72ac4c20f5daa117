/// The environment variables and files that the program uses, as the manual describes them.
enum EnvironmentReference {
    /// Environment variables, those of the AWS CLI first.
    static let variables: [(name: String, words: String)] = [
        ("AWS_PROFILE, AWS_DEFAULT_PROFILE", "The profile in the shared AWS files, unless --profile names one."),
        ("AWS_REGION, AWS_DEFAULT_REGION", "The region, unless --region names one. The default is the profile's region."),
        ("AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN", "Credentials; ignored when --profile is given."),
        ("AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE", "The shared AWS files to use instead of those in ~/.aws."),
        ("AWS_ROLE_ARN, AWS_ROLE_SESSION_NAME, AWS_WEB_IDENTITY_TOKEN_FILE", "A role to assume with a web identity token."),
        ("AWS_LOGIN_CACHE_DIRECTORY", "Where aws login keeps its sessions, instead of ~/.aws/login/cache."),
        (
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, AWS_CONTAINER_CREDENTIALS_FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN, "
                + "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "The credentials endpoint of a container."
        ),
        (
            "AWS_EC2_METADATA_DISABLED, AWS_EC2_METADATA_SERVICE_ENDPOINT, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
            "Whether, and where, instance metadata is queried for credentials."
        ),
        (
            "AWS_ENDPOINT_URL_INSPECTOR2, AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "Where calls go instead of the service's own endpoint, and whether such settings are ignored."
        ),
        ("AWS_USE_FIPS_ENDPOINT, AWS_USE_DUALSTACK_ENDPOINT", "Which of the service's endpoints is used."),
        ("AWS_MAX_ATTEMPTS", "The maximum number of times a call is sent."),
        ("AWS_CA_BUNDLE", "The certificates to trust, unless --ca-bundle names a file."),
        ("HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "Proxies, and the hosts that are reached without one; lower-case names work too."),
        (
            "SCANCONFIG_STATE_DIR",
            "The folder in which the folder runs holds the journals, unless --state-dir names one. The default is scanconfig in XDG_STATE_HOME."
        ),
        ("SCANCONFIG_READ_ONLY", "If it is set to anything but 0, no command changes the account, as with --read-only."),
        ("XDG_STATE_HOME", "The parent of the folder scanconfig that holds the journals, instead of ~/.local/state."),
        (
            "SCANCONFIG_CONFIG",
            "The configuration file. The default is scanconfig/config.json5 in XDG_CONFIG_HOME; it may be absent."
        ),
        ("XDG_CONFIG_HOME", "The parent of the folder scanconfig that holds the configuration file, instead of ~/.config."),
        ("SCANCONFIG_VERIFY_FOR", "How many seconds a run waits for listings to show what it did, unless --verify-for says it."),
        (
            "ACCESSIBLE",
            "If it is set to anything but 0, the terminal UI appends lines for screen readers, as with --accessible, and commands show a line for each phase, as with --progress plain."
        ),
        ("NO_COLOR", "Switches colours off when it is set and not empty, unless --color says otherwise."),
        ("TERM, LC_ALL, LC_CTYPE, LANG", "The kind of terminal, and whether it shows more than ASCII."),
        ("ESCDELAY", "How many milliseconds to wait after Esc for the rest of a key's sequence."),
    ]

    /// Files that are read or written.
    static let files: [(path: String, words: String)] = [
        (
            "~/.config/scanconfig/config.json5",
            "The configuration file: keys, colours, a filter for lists, and how long runs are verified. scanconfig config prints every setting. "
                + "--no-config ignores it."
        ),
        ("~/.aws/config, ~/.aws/credentials", "The shared AWS files, also used by the AWS CLI."),
        ("~/.aws/sso/cache, ~/.aws/cli/cache, ~/.aws/login/cache", "Cached sign-ins and assumed roles, shared with the AWS CLI."),
        (
            "~/.local/state/scanconfig/runs/RUN.jsonl",
            "The journal of a run: its plan, each call before it is sent, and each outcome, one JSON line each, readable with jq. "
                + "Each line carries a checksum of itself and the line before it."
        ),
    ]
}
