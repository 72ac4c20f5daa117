"""Set-ups for the differential suite, made from a seed: files, environment, arguments, and what the endpoints answer.

`@HOME@` and `@PORT@` stand for the folder and the recorder's port of a run, `@CERTS@` for the folder of certificates, and words such as
`@TLS@` for ports behind one of them.
"""

import hashlib
import json
import random

from recorder import FUTURE, LOGIN, PORTAL, credentials

PAST = "2001-01-01T00:00:00Z"
ENDPOINT = {"AWS_ENDPOINT_URL": "http://127.0.0.1:@PORT@"}
BASE = {"AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1", **ENDPOINT}
ENVIRONMENT_KEYS = {"AWS_ACCESS_KEY_ID": "AKIDENV", "AWS_SECRET_ACCESS_KEY": "secret-env"}
REGION = {"AWS_REGION": "us-west-2"}
CONFIG, CREDENTIALS = ".aws/config", ".aws/credentials"
ROLE = "arn:aws:iam::111122223333:role/"


def setup(files=None, env=None, args=(), answers=None, secrets=(), base=BASE, traffic=False, status=False):
    """`traffic`: compare the requests of refusals too; `status`: compare their exit status."""
    env = {**base, **(env or {})}
    env = {name: value for name, value in env.items() if value is not None}
    made = {"files": files or {}, "env": env, "args": list(args), "answers": answers or {}, "secrets": list(secrets), "traffic": traffic}
    return {**made, "status": True} if status else made


def keys(name, token=None, prefix="AKID", secret=None):
    lines = f"aws_access_key_id = {prefix}{name.upper()}\naws_secret_access_key = {secret or 'secret-' + name}\n"
    return lines + (f"aws_session_token = {token}\n" if token is not None else "")


def reply(document, status=200):
    return [status, "application/json", document if isinstance(document, str) else json.dumps(document)]


def error(code, status=400, **more):
    return reply({"__type": code, "message": "m", **more}, status)


def sts_error(code, status=400):
    return [status, "text/xml", f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>m</Message></Error></ErrorResponse>"]


NAMES = [
    "a", "two words", "dev(1)", "a&b", "a'b", 'a"b', "a*b", "a,b", "a;b", "a<b>", "a=b", "a?b", "a[b", "a]b", "a\\b", "a^b", "a{b}", "a|b",
    "a~b", "!a", "#a", "$a", "開発", "🚀", "a:b", "a@b", "a/b", "a.b", "a+b", "a%b", "A", "default x", "-a", "ä", "profile", "a\tb", "x  y",
]
QUOTES = [lambda name: name, lambda name: f'"{name}"', lambda name: f"'{name}'", lambda name: name.replace(" ", "\\ "),
          lambda name: name[:1] + '"' + name[1:] + '"', lambda name: " " + name, lambda name: name + " "]


def names(r):
    name, quote = r.choice(NAMES), r.choice(QUOTES)
    which = r.choice(["config", "credentials", "both", "source", "session", "services"])
    files, env = {}, dict(REGION)
    if which in ("config", "both"):
        files[CONFIG] = f"[profile {quote(name)}]\nregion = eu-west-1\n" + (keys("config") if which == "config" else "")
        env = {}
    if which in ("credentials", "both"):
        files[CREDENTIALS] = f"[{name if which == 'both' else r.choice([name, quote(name)])}]\n" + keys("file")
    if which in ("config", "credentials", "both"):
        how = r.choice([0, 1, 2])
        args = ["--profile", name] if how == 0 else []
        env |= {"AWS_PROFILE": name} if how == 1 else {"AWS_DEFAULT_PROFILE": name} if how == 2 else {}
        return setup(files, env, args, secrets=["secret-config", "secret-file"])
    if which == "source":
        files = {CONFIG: f"[default]\nrole_arn = {ROLE}reader\nsource_profile = {name}\n[profile {quote(name)}]\n{keys('config')}"}
        return setup(files, env, secrets=["secret-config", "secret-reader"])
    if which == "services":
        text = f"[default]\nservices = {name}\n[services {quote(name)}]\ninspector2 =\n  endpoint_url = http://127.0.0.1:@PORT@/own\n"
        return setup({CONFIG: text}, {**env, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": None}, secrets=["secret-env"])
    text = (f"[default]\nsso_session = {name}\nsso_account_id = 111122223333\nsso_role_name = Reader\n"
            f"[sso-session {quote(name)}]\nsso_region = us-west-2\nsso_start_url = https://d.awsapps.com/start\n")
    return setup({CONFIG: text, sso_file(name): sso_token()}, env, secrets=["secret-portal"])


VALUES = ["secret-a", "secret-a #x", "secret-a ;x", "secret-a#x", "secret-a;x", '"secret-a"', "secret-a\t#x", "a = b", "a: b", "  secret-a  ", "sec ret"]
SPACES = [" = ", "=", " : ", ":", "= ", " =", "\t=\t"]


def grammar(r):
    space, value = r.choice(SPACES), r.choice(VALUES)
    kind = r.randrange(9)
    sample = f"aws_access_key_id{space}AKIDA\naws_secret_access_key{space}{value}\n"
    secrets = [value.strip(), "secret-a", "secret-b", "secret-shared", "secret-last"]
    if kind == 0:
        return setup({CREDENTIALS: "[default]\n" + sample}, REGION, secrets=secrets)
    if kind == 1:
        indent = r.choice(["", "  ", "\t"])
        text = "[default]\n" + "".join(indent + line + "\n" for line in sample.splitlines())
        return setup({r.choice([CONFIG, CREDENTIALS]): r.choice(["", "# c\n", "\n\n", "; c\n"]) + text}, REGION, secrets=secrets)
    if kind == 2:
        text = f"[DEFAULT]\nregion = eu-central-1\n{keys('shared')}[{r.choice(['default', 'profile x', 'profile default'])}]\n"
        text += r.choice(["", "region = eu-west-3\n", keys("last")])
        return setup({CONFIG: text}, {"AWS_PROFILE": r.choice([None, "x"])}, secrets=secrets)
    if kind == 3:
        first, last = r.sample(["[default]", "[profile default]", '[profile "default"]', "[profile 'default']"], 2)
        text = f"{first}\nregion = eu-west-1\n{keys('a')}{last}\n" + r.choice(["region = eu-west-2\n", keys("last"), "output = json\n"])
        return setup({CONFIG: text}, r.choice([{}, REGION]), secrets=secrets)
    if kind == 4:
        header = r.choice(["[default] text", "[default]# c", "[default", "[ default ]", "[default]]", "[profile a]b]", "[]", "[profile]", "[profilex a]", "[profile a b]", "default]", "[profile 'a]"])
        text = f"{r.choice(['', '[default]' + chr(10)])}{header}\n{keys('a')}"
        return setup({CONFIG: text}, {**REGION, "AWS_PROFILE": r.choice([None, "a", "a]b"])}, secrets=secrets)
    if kind == 5:
        region = r.choice(["us-west-1", "eu-west-1  ", "ap-south-1", "us-east-1\n  more", ""])
        text = f"[default]\nregion{space}{region}\n{keys('a')}"
        return setup({CONFIG: text}, secrets=secrets)
    if kind == 6:
        end = r.choice(["\n", "\r\n", "\r"])
        text = "[default]\n" + sample + "region = us-west-2\n" + r.choice(["", "output = \u2028json\n", "x = \x0c\n", "y = \u0085z\n"])
        return setup({CONFIG: text.replace("\n", end)}, secrets=secrets)
    if kind == 7:
        odd = r.choice(["nonsense\n", " = x\n", "key\n", "  indented\n", "x:\n  a\n", "x =\n  a = b\n", "x =\n\n  a = b\n", "a [b] = c\n", "[x y\n", "= z\n"])
        before = r.choice([True, False])
        text = "[default]\n" + (odd if before else "") + keys("a") + ("" if before else odd)
        return setup({r.choice([CONFIG, CREDENTIALS]): text}, REGION, secrets=secrets)
    text = f"[default]\nAWS_ACCESS_KEY_ID{space}AKIDA\nAws_Secret_Access_Key{space}{value}\n" + r.choice(["", "aws_session_token =\n", "aws_session_token = t #x\n", "aws_security_token = t2\n"])
    return setup({r.choice([CONFIG, CREDENTIALS]): text}, REGION, secrets=secrets)


PLACES = ["@HOME@/own", "~/own", "$HOME/own", "${HOME}/own", "$WHERE/own", "${WHERE}/own", "$NOWHERE/own", "${WHERE/own", "", "/dev/null", "@HOME@", "@HOME@/missing", "$", "~"]


def places(r):
    variable = r.choice(["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
    files = {"own": "[default]\nregion = eu-west-1\n" + keys("own"), r.choice([CONFIG, CREDENTIALS]): "[default]\n" + keys("home")}
    env = {variable: r.choice(PLACES), "WHERE": "@HOME@", **r.choice([{}, REGION]), **r.choice([{}, ENVIRONMENT_KEYS])}
    return setup(files, env, secrets=["secret-own", "secret-home", "secret-env"])


def precedence(r):
    env = {}
    for name, values in {
        "AWS_ACCESS_KEY_ID": [None, "AKIDENV", "AKIDENV", ""], "AWS_SECRET_ACCESS_KEY": [None, "secret-env", "secret-env", ""],
        "AWS_SESSION_TOKEN": [None, None, "token-env", ""], "AWS_SECURITY_TOKEN": [None, None, None, "token-old", ""],
        "AWS_CREDENTIAL_EXPIRATION": [None, None, None, FUTURE, "soon", "", "20990101T000000Z", "Thu, 01 Jan 2099 00:00:00 GMT"],
        "AWS_REGION": [None, "us-west-2", ""], "AWS_DEFAULT_REGION": [None, "eu-west-2", ""], "AWS_PROFILE": [None, None, "p", "q", "none"],
        "AWS_DEFAULT_PROFILE": [None, None, "p"],
    }.items():
        env[name] = r.choice(values)
    sections = {"default": "[default]\n", "p": "[profile p]\n", "q": "[profile q]\n"}
    config = "".join(head + r.choice(["", "region = ap-south-1\n"]) + r.choice(["", keys("config" + name)]) for name, head in sections.items())
    halves = ["", keys("file"), "aws_access_key_id = AKIDHALF\n", "aws_secret_access_key = secret-half\n", "aws_access_key_id =\naws_secret_access_key = secret-half\n"]
    creds = "".join(f"[{name}]\n" + r.choice(halves) for name in r.sample(["default", "p", "q"], r.randrange(4)))
    args = r.choice([[], [], ["--profile", "p"], ["--region", "sa-east-1"], ["--profile", "default"]])
    return setup({CONFIG: config, CREDENTIALS: creds}, env, args, secrets=["secret-env", "secret-file", "secret-half", "secret-configdefault", "secret-configp", "secret-configq"])


def roles(r):
    lines = [f"role_arn = {r.choice([ROLE + 'reader', ROLE + 'reader', ROLE + 'path/reader', 'r1', '', ROLE + 'reader #x'])}"]
    lines += [r.choice(["source_profile = base", "source_profile = base", "credential_source = Environment", "source_profile = none", "", "source_profile = default",
                        "credential_source = EcsContainer", "credential_source = environment", "source_profile = mid", "source_profile = base #x", "source_profile = base\ncredential_source = Environment"])]
    lines += [r.choice(["", "", "duration_seconds = 3600", "duration_seconds = 60", "duration_seconds = one hour", "duration_seconds = 3_600", "duration_seconds = +900", "duration_seconds ="])]
    lines += [r.choice(["", "", "external_id = x", "external_id = id #1", "external_id = a-b", "external_id ="])]
    lines += [r.choice(["", "", "role_session_name = me", "role_session_name = x", "role_session_name ="])]
    base = r.choice([keys("base"), keys("base"), keys("base", ""), keys("base", "token-base"), "aws_secret_access_key = s\n", "", "aws_access_key_id = AKIDBASE\n",
                     f"role_arn = {ROLE}other\nsource_profile = default\n", f"credential_process = cat @HOME@/process\n", f"role_arn = {ROLE}other\nsource_profile = base\n" + keys("base")])
    mid = f"[profile mid]\nrole_arn = {ROLE}mid\nsource_profile = base\n"
    text = "[default]\n" + "\n".join(lines) + "\n" + r.choice(["", "", keys("own")]) + "[profile base]\n" + base + mid
    answers = r.choice([{}, {}, {}, {"AssumeRole": [sts_error("AccessDenied", 403)]}, {"AssumeRole": [[200, "text/xml", "<x/>"]]}, {"AssumeRole": [[502, "text/html", "<html>"]]}])
    env = {**REGION, **r.choice([{}, {}, ENVIRONMENT_KEYS])}
    if r.random() < 0.3:
        env["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:@PORT@" + r.choice(["/sts", "/sts/", "/", "", "?a=b"])
    if "EcsContainer" in text:
        env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "http://127.0.0.1:@PORT@/container"
    args = r.choice([[], ["--profile", "default"]])
    files = {CONFIG: text, "process": json.dumps({"Version": 1, **credentials("process", "SessionToken")})}
    if r.random() < 0.2:
        files[role_file({"RoleArn": ROLE + "reader"})] = json.dumps({"Credentials": credentials("cached", "SessionToken", Expiration=r.choice([FUTURE, PAST, "2099-01-01T00:00:00UTC"]))})
    return setup(files, env, args, answers, ["secret-base", "secret-own", "secret-reader", "secret-mid", "secret-other", "secret-env", "secret-process", "secret-container", "secret-cached", ""])


def role_file(parameters):
    return f".aws/cli/cache/{hashlib.sha1(json.dumps(parameters, sort_keys=True).encode()).hexdigest()}.json"


def web_identity(r):
    token = r.choice(["token-web", "token-web\n", "  token-web ", "", "abc", None])
    files = {"web": token} if token is not None else {}
    variables = r.random() < 0.5
    env, config = dict(REGION), "[default]\n"
    arn, session, place = r.choice([ROLE + "web", ROLE + "web", "r1", None]), r.choice([None, None, "me", ""]), r.choice(["@HOME@/web", "~/web"])
    if variables:
        env |= {"AWS_WEB_IDENTITY_TOKEN_FILE": place, "AWS_ROLE_ARN": arn, "AWS_ROLE_SESSION_NAME": session}
    else:
        config += f"web_identity_token_file = {place}\n" + (f"role_arn = {arn}\n" if arn else "") + (f"role_session_name = {session}\n" if session is not None else "")
    if r.random() < 0.3:
        files[role_file({"RoleArn": ROLE + "web", **({"RoleSessionName": session} if session else {})})] = json.dumps({"Credentials": credentials("cached", "SessionToken", Expiration=r.choice([FUTURE, PAST]))})
    files[CONFIG] = config + r.choice(["", keys("own")])
    answers = r.choice([{}, {}, {"AssumeRoleWithWebIdentity": [sts_error("IDPCommunicationError"), [200, "text/xml", ROLE_WEB]]}, {"AssumeRoleWithWebIdentity": [sts_error("InvalidIdentityToken")]}])
    return setup(files, {**env, "AWS_MAX_ATTEMPTS": r.choice(["1", "3"])}, r.choice([[], [], ["--profile", "default"]]), answers, ["secret-web", "secret-own", "secret-cached", "secret-r1"])


from recorder import role_answer  # noqa: E402

ROLE_WEB = role_answer("AssumeRoleWithWebIdentity", "web")


def sso_file(name):
    return f".aws/sso/cache/{hashlib.sha1(name.encode()).hexdigest()}.json"


def sso_token(expires=FUTURE, **more):
    return json.dumps({"startUrl": "https://d.awsapps.com/start", "region": "us-west-2", "accessToken": "sso-token", "expiresAt": expires, **more})


def sso(r):
    url = "https://d.awsapps.com/start"
    legacy = r.random() < 0.3
    region = r.choice(["us-west-2", "us-west-2", "eu-west-1", "evil.example/x", "us-west-2 #x", "", "a_b", "123", "-a"])
    shared = f"sso_region = {region}\nsso_start_url = {url}\n"
    own = r.choice(["sso_account_id = 111122223333\nsso_role_name = Reader\n"] * 4 + ["sso_account_id = 111122223333\n", "sso_role_name = Reader\n", ""])
    text = "[default]\n" + own + (shared if legacy else r.choice(["sso_session = corp\n"] * 5 + ["sso_session = none\n", "sso_session = corp\nsso_region = us-east-1\n"]))
    text += "[sso-session corp]\n" + (shared if not legacy else "")
    expires = r.choice([FUTURE, FUTURE, PAST, "2099-01-01T00:00:00UTC", "2099-01-01T00:00:00+00:00", "20990101T000000Z", "soon", ""])
    more = r.choice([{}, {"clientId": "c", "clientSecret": "client-secret", "refreshToken": "refresh", "registrationExpiresAt": r.choice([FUTURE, PAST])}])
    files = {CONFIG: text, sso_file(url if legacy else "corp"): r.choice([sso_token(expires, **more)] * 6 + ["nonsense", "{}", sso_token(expires, x=float("nan"))])}
    if r.random() < 0.15:
        files = {CONFIG: text}
    if r.random() < 0.25:
        parameters = {"accountId": "111122223333", "roleName": "Reader", **({"startUrl": url} if legacy else {"sessionName": "corp"})}
        name = hashlib.sha1(json.dumps(parameters, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
        files[f".aws/cli/cache/{name}.json"] = json.dumps({"ProviderType": "sso", "Credentials": credentials("cached", "SessionToken", Expiration=r.choice([FUTURE, PAST]))})
    answers = r.choice([{}, {}, {}, {"/token": [error("InvalidGrantException", error="invalid_grant")]}, {"/federation/credentials": [error("UnauthorizedException", 401)]},
                        {"/federation/credentials": [reply({"roleCredentials": {**PORTAL, "sessionToken": ""}})]}, {"/federation/credentials": [reply({})]}])
    return setup(files, {**REGION, **r.choice([{}, {}, {"AWS_ENDPOINT_URL_SSO": "http://127.0.0.1:@PORT@/portal"}])}, r.choice([[], [], ["--profile", "default"]]), answers, ["secret-portal", "secret-cached"])


KEY = """-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIGQtmqh3dYKulEEscnHX3gDio8vZ7GsTmdGSCw3YFfzaoAoGCCqGSM49
AwEHoUQDQgAEV29Hqy94OIAj2PnnN2EPe3i/YAMyBYfB9goIuzTAi4lPm3bJpAu7
sqRmsOGrhMsNgqkpl/4vd7aq8RtlEs0YlQ==
-----END EC PRIVATE KEY-----
"""


def login(r):
    session = r.choice(["arn:aws:iam::111122223333:user/u", "arn:aws:sts::111122223333:assumed-role/a/b", "x y"])
    token = {"accessKeyId": "AKIDLOGIN", "secretAccessKey": "secret-login", "sessionToken": r.choice(["token-login", "token-login", ""]),
             "accountId": "111122223333", "expiresAt": r.choice([FUTURE, FUTURE, PAST, "2099-01-01T00:00:00+00:00", "20990101T000000Z", "soon"])}
    document = {"accessToken": token, "tokenType": "t", "clientId": "arn:aws:signin:::devtools/same-device", "refreshToken": "refresh", "dpopKey": KEY, "idToken": "i"}
    if r.random() < 0.2:
        document.pop(r.choice(["accessToken", "clientId", "refreshToken", "dpopKey"]))
    folder = r.choice([".aws/login/cache", ".aws/login/cache", "own"])
    name = f"{folder}/{hashlib.sha256(session.encode()).hexdigest()}.json"
    files = {CONFIG: f"[default]\nlogin_session = {session}\n" + r.choice(["", "", keys("own")]), name: r.choice([json.dumps(document)] * 6 + ["nonsense"])}
    if r.random() < 0.1:
        files.pop(name)
    env = {**REGION, "AWS_LOGIN_CACHE_DIRECTORY": {"own": r.choice(["@HOME@/own", "~/own", "$HOME/own"])}.get(folder)}
    answers = r.choice([{}, {}, {"/v1/token": [error("AccessDeniedException", 403, error="TOKEN_EXPIRED")]}, {"/v1/token": [error("ValidationException")]}])
    return setup(files, env, r.choice([[], [], ["--profile", "default"]]), answers, ["secret-login", "secret-login2", "secret-own"])


def process(r):
    token = r.choice([{"SessionToken": "token-process"}, {"SessionToken": ""}, {}, {"SessionToken": None}])
    document = {"Version": r.choice([1, 1, 1, 1, 2, "1", None]), "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": r.choice(["secret-process"] * 4 + ["", None]), **token}
    expiration = r.choice([None, None, FUTURE, "2099-01-01T00:00:00+00:00", "20990101T000000Z", "Thu, 01 Jan 2099 00:00:00 GMT", "soon", "", 4070908800])
    if expiration is not None:
        document["Expiration"] = expiration
    if r.random() < 0.1:
        document.pop(r.choice(list(document)))
    if r.random() < 0.1:
        document["x"] = r.choice([float("nan"), float("inf"), "é", "\ud83d"])
    text = r.choice([json.dumps(document)] * 8 + ["", "nonsense", "[]", "1", json.dumps(document) + " x"])
    command = r.choice(["cat @HOME@/process", "cat '@HOME@/process'", 'cat "@HOME@/process"', "cat @HOME@/process #x", "cat ~/process", "/bin/cat @HOME@/process", "sh -c 'cat @HOME@/process'",
                        "sh -c \"head -c 300000 /dev/zero >&2; cat @HOME@/process\"", "sh -c 'cat >/dev/null; cat @HOME@/process'", "sh -c 'exit 3'", "nothing-of-the-kind", "cat 'x", "", "cat @HOME@/proc\\ess",
                        "sh -c \"cat \\\"@HOME@/process\\\"\"", "sh -c 'cat @HOME@/process; head -c 1500000 /dev/zero | tr \"\\\\0\" \" \"'", "cat\n  @HOME@/process"])
    where, head = r.choice([(CONFIG, "[default]\n"), (CREDENTIALS, "[default]\n")])
    files = {where: head + f"credential_process = {command}\n" + r.choice(["", "", "aws_secret_access_key = half\n"]), "process": text}
    return setup(files, REGION, r.choice([[], [], ["--profile", "default"]]), secrets=["secret-process", ""])


def container(r):
    document = credentials("container", Token=r.choice(["token-container", "token-container", ""]))
    document["Expiration"] = r.choice([FUTURE, FUTURE, PAST, "20990101T000000Z", "2099-01-01T00:00:00+00:00", "Thu, 01 Jan 2099 00:00:00 GMT"])
    if r.random() < 0.1:
        document.pop(r.choice(["AccessKeyId", "Token", "Expiration", "SecretAccessKey"]))
    good = reply(document)
    failures = [reply({}, 404), reply({}, 429), [500, "text/html", "<html>"], [200, "text/html", "<html>"], reply({"x": 1}, 401)]
    first = r.choice([[]] * 4 + [[r.choice(failures)], [r.choice(failures), r.choice(failures)], [r.choice(failures)] * 3])
    env = {**REGION, "AWS_CONTAINER_CREDENTIALS_FULL_URI": r.choice(["http://127.0.0.1:@PORT@/container", "http://127.0.0.1:@PORT@/container/x?y=z", "http://localhost:@PORT@/container", "http://10.0.0.1/c", "nonsense", "ftp://127.0.0.1/x"]),
           "AWS_CONTAINER_AUTHORIZATION_TOKEN": r.choice([None, "Basic x", "", "a b"]), "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": r.choice([None, None, None, "@HOME@/token", "@HOME@/none"])}
    files = {"token": r.choice(["Basic file", "Basic file\n", ""]), CONFIG: "[default]\n"}
    return setup(files, env, answers={"/container": first + [good], "/container/x": [good]}, secrets=["secret-container"])


def metadata(r):
    base = {**BASE, "AWS_EC2_METADATA_DISABLED": r.choice([None, None, None, None, "false", "TRUE", ""]), "AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:@PORT@" + r.choice(["", "", "/", "/prefix"])}
    if r.random() < 0.1:
        base["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = r.choice(["nonsense", "http://", "127.0.0.1:@PORT@"])
    answers = {}
    if r.random() < 0.4:
        answers["/latest/api/token"] = [[r.choice([400, 401, 403, 404, 405, 500]), "text/plain", "no"]] + r.choice([[], [[200, "text/plain", "metadata-token"]]])
    role = r.choice(["the-role"] * 4 + ["a+b=c,d.e@f-g_h", "", "the-role\n"])
    answers["/latest/meta-data/iam/security-credentials/"] = r.choice([[]] * 3 + [[[404, "text/plain", "no"]], [[500, "text/plain", "no"]]]) + [[200, "text/plain", role]]
    document = {"Code": r.choice(["Success", "Success", "Failed"]), "Message": "m", **credentials("metadata", Token=r.choice(["token-metadata"] * 3 + [""]))}
    if r.random() < 0.15:
        document.pop(r.choice(["AccessKeyId", "Token", "Expiration", "SecretAccessKey", "Code"]))
    answers["*the-role"] = r.choice([[], [], [[200, "text/plain", "nonsense"]], [[500, "text/plain", "no"]]]) + [reply(document)]
    env = {"AWS_METADATA_SERVICE_NUM_ATTEMPTS": r.choice([None, None, "2", "3"]), "AWS_EC2_METADATA_V1_DISABLED": r.choice([None, None, None, "true", ""]),
           "AWS_METADATA_SERVICE_TIMEOUT": r.choice([None, None, "2"]), "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE": r.choice([None, None, None, None, "ipv4", "IPv6", "other"]), **r.choice([REGION, REGION, REGION, {}])}
    text = "[default]\n" + r.choice(["", "", "metadata_service_num_attempts = 2\n", "ec2_metadata_v1_disabled = true\n", "metadata_service_timeout = 3\n"])
    if r.random() < 0.2:
        text += f"role_arn = {ROLE}reader\ncredential_source = Ec2InstanceMetadata\n"
    return setup({CONFIG: text}, env, answers=answers, secrets=["secret-metadata", "secret-reader"], base=base)


def endpoints(r):
    urls = ["http://127.0.0.1:@PORT@" + tail for tail in ["", "/", "/a", "/a/", "/a/b", "?q=1", "/a?q=1&r", "#f", "/a#f", "//", "/a%20b", "/~a", "/a/../b", "/a//b"]]
    urls += [" http://127.0.0.1:@PORT@", "HTTP://127.0.0.1:@PORT@", "127.0.0.1:@PORT@", "ftp://127.0.0.1:@PORT@", "http://u:p@127.0.0.1:@PORT@", "http://LOCALHOST:@PORT@", "http://127.0.0.1:@PORT@ ", "http://", ""]
    env = {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": r.choice([None, None, "http://127.0.0.1:@PORT@/all", ""]), "AWS_ENDPOINT_URL_INSPECTOR2": r.choice([None, None, r.choice(urls)]),
           "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": r.choice([None, None, None, "true", "false", ""])}
    text = "[default]\n" + r.choice(["", f"endpoint_url = {r.choice(urls)}\n"]) + r.choice(["", "", "ignore_configured_endpoint_urls = true\n"])
    if r.random() < 0.5:
        key, member = r.choice(["inspector2"] * 4 + ["INSPECTOR2", "sts"]), r.choice(["endpoint_url"] * 4 + ["Endpoint_Url"])
        section = r.choice([f"{key} =\n  {member} = {r.choice(urls)}\n"] * 4 + ["", f"{key} =\n"])
        text += f"services = {r.choice(['s', 's', 's', 'none', 's #x'])}\n[services s]\n{section}"
    args = r.choice([[]] * 4 + [["--endpoint-url", r.choice(urls)]])
    return setup({CONFIG: text}, {**env, "HTTPS_PROXY": "http://127.0.0.1:@PORT@", "HTTP_PROXY": None}, args, secrets=["secret-env"], traffic=True)


REGIONS = ["us-east-1", "me-west-1", "sa-west-1", "us-gov-west-1", "us-gov-east-1", "cn-north-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1", "us-isof-south-1", "eusc-de-east-1",
           "aws-global", "fips-us-east-1", "us-gov-west-1-fips", "xx-foo-1", "mx-central-1", "US-EAST-1", "us_east_1", "evil.example/x", "123", "a-", "us-east-1 "]


def hosts(r):
    region = r.choice(REGIONS)
    flags = {"AWS_USE_FIPS_ENDPOINT": r.choice([None, None, "true", "TRUE", "false", ""]), "AWS_USE_DUALSTACK_ENDPOINT": r.choice([None, None, None, "true", ""])}
    text = "[default]\n" + r.choice(["", "", "use_fips_endpoint = true\n", "use_dualstack_endpoint = true # why\n"])
    env = {"HTTPS_PROXY": "http://127.0.0.1:@PORT@", "AWS_ENDPOINT_URL": None, "AWS_REGION": region, **flags}
    kind = r.choice(["keys", "keys", "role", "sso", "login", "web"])
    files = {}
    if kind == "keys":
        env |= ENVIRONMENT_KEYS
    elif kind == "role":
        text += f"role_arn = {ROLE}reader\nsource_profile = base\n[profile base]\n{keys('base')}"
    elif kind == "sso":
        text += f"sso_session = c\nsso_account_id = 1\nsso_role_name = R\n[sso-session c]\nsso_region = {region}\nsso_start_url = u\n"
        files[sso_file("c")] = sso_token(r.choice([FUTURE, PAST]), clientId="c", clientSecret="s", refreshToken="f", registrationExpiresAt=FUTURE)
    elif kind == "login":
        text += "login_session = x\n"
        token = {"accessKeyId": "A", "secretAccessKey": "s", "sessionToken": "t", "accountId": "1", "expiresAt": PAST}
        files[f".aws/login/cache/{hashlib.sha256(b'x').hexdigest()}.json"] = json.dumps({"accessToken": token, "clientId": "c", "refreshToken": "f", "dpopKey": KEY})
    else:
        files["web"] = "token-web"
        env |= {"AWS_WEB_IDENTITY_TOKEN_FILE": "@HOME@/web", "AWS_ROLE_ARN": ROLE + "web"}
    return setup({CONFIG: text, **files}, env, traffic=True)


def proxies(r):
    here = "127.0.0.1:@PORT@"
    values = [f"http://{here}", here, f"//{here}", f"http://u:p@{here}", f"http://u@{here}", f"http://u:@{here}", f"http://u%40x:p%3A@{here}", "socks5://127.0.0.1:1", f"https://{here}", "", "http://127.0.0.1:1"]
    env = {**REGION, **ENVIRONMENT_KEYS}
    for name in ["HTTP_PROXY", "http_proxy", "Http_Proxy", "HTTP_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"]:
        if r.random() < (0.6 if name == "HTTP_PROXY" else 0.2):
            env[name] = r.choice(values)
    for name in ["NO_PROXY", "no_proxy"]:
        if r.random() < 0.35:
            env[name] = r.choice(["*", "inspector.example", "example", ".example", "INSPECTOR.EXAMPLE", "other", "", "a,inspector.example", "a, inspector.example", "mple", "10.0.0.0/8", ".3", "10.1.2.3"])
    env["AWS_ENDPOINT_URL"] = r.choice(["http://inspector.example", "http://inspector.example:8080/x", "http://inspector.example/", "https://inspector.example", "http://192.0.2.3"])
    return setup({}, env, r.choice([[], [], ["--cli-connect-timeout", "1"]]) if "192.0.2" not in env["AWS_ENDPOINT_URL"] else ["--cli-connect-timeout", "1"], secrets=["secret-env"], traffic=True)


def retries(r):
    code = r.choice([("ThrottlingException", 429), ("ThrottlingException", 400), ("Whatever", 429), ("InternalError", 400), ("InternalServerException", 500), ("InternalServerException", 400),
                     ("RequestTimeout", 400), ("Unknown", 503), ("AccessDeniedException", 403), ("PriorRequestNotComplete", 400), ("SlowDown", 503), ("ConflictException", 409)])
    list_path = "/codesecurity/scan-configuration/list"
    env = {**REGION, **ENVIRONMENT_KEYS, "AWS_MAX_ATTEMPTS": r.choice(["1", "2", " 2", "3", "+2", "0", "many", "1_0", "2.0"]), "AWS_RETRY_MODE": r.choice([None, None, None, "standard", "adaptive", "legacy", "Standard", ""])}
    text = "[default]\n" + r.choice(["", "", "retry_mode = standard # x\n", "retry_mode = other\n", "max_attempts = 2\n"])
    return setup({CONFIG: text}, env, answers={list_path: [error(*code), reply('{"configurations":[]}')]}, secrets=["secret-env"], traffic=True)


def bundles(r):
    env = {**REGION, **ENVIRONMENT_KEYS, "AWS_CA_BUNDLE": r.choice([None, None, "@HOME@/none.pem", "@HOME@/text.pem"]), "REQUESTS_CA_BUNDLE": r.choice([None, "@HOME@/none.pem"])}
    text = "[default]\n" + r.choice(["", "", "ca_bundle = @HOME@/none.pem\n"])
    env["AWS_ENDPOINT_URL"] = r.choice(["http://127.0.0.1:@PORT@", "https://127.0.0.1:@PORT@"])
    args = r.choice([[], [], ["--ca-bundle", "@HOME@/none.pem"]])
    return setup({CONFIG: text, "text.pem": "text"}, env, args, secrets=["secret-env"])


def tls(r):
    """Certificates: of whom, for whom, until when, and which authority is trusted by which way of saying so."""
    place = r.choice(["@TLS@"] * 5 + ["@ELSEWHERE@", "@NAMELESS@", "@EXPIRED@", "@SELF@", "@CHAIN@", "@CHAIN@", "@BELOW@", "@PORT@"])
    url = r.choice(["https"] * 9 + ["http", "HTTPS"]) + "://" + r.choice(["127.0.0.1", "localhost"]) + ":" + place
    files = ["ca", "ca", "ca", "ca", "other", "both", "self", "middle", "chain", "below", "good", "empty", "text", "cut", "none"]
    bundle = lambda: r.choice(["@CERTS@/" + r.choice(files) + ".pem"] * 6 + ["@CERTS@", "@CERTS@/ca.der", "", "~/ca.pem", "../home/ca.pem"])
    env = {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": url, "AWS_CA_BUNDLE": r.choice([None, None, bundle()]), "REQUESTS_CA_BUNDLE": r.choice([None, None, None, bundle()])}
    text = "[default]\n" + r.choice(["", "", f"ca_bundle = {bundle()}\n"])
    args = r.choice([[]] * 5 + [["--ca-bundle", bundle() or "x"], ["--no-verify-ssl"]])
    return setup({CONFIG: text, "ca.pem": "no certificate"}, env, args, secrets=["secret-env"])


def old_places(r):
    """Where boto, the library before, had its settings."""
    text = "[Credentials]\naws_access_key_id = AKIDBOTO\naws_secret_access_key = secret-boto\n[Boto]\nregion = eu-west-1\n"
    name = r.choice([".boto", "own", "own"])
    env = {**REGION, "BOTO_CONFIG": r.choice([None, "@HOME@/own", "~/own"]), "AWS_CREDENTIAL_FILE": r.choice([None, None, "@HOME@/keys"])}
    files = {name: text, "keys": r.choice(["AWSAccessKeyId=AKIDKEYS\nAWSSecretKey=secret-keys\n", "AWSAccessKeyId=AKIDKEYS\n"]), **r.choice([{}, {CONFIG: "[default]\n" + keys("own")}])}
    return setup(files, env, secrets=["secret-boto", "secret-keys", "secret-own"])


def ways(r):
    """Which way a call goes: direct or by the proxy, of which the exceptions are written in all kinds of ways."""
    host = r.choice(["inspector.example", "a.inspector.example", "192.0.2.3", "127.0.0.1:@PORT@", "localhost:@PORT@", "[::1]:9", "inspector.example:8080"])
    entry = lambda: r.choice(["*.example", "*", "*.inspector.example", ".example", "example", "192.0.2.0/24", "192.0.2.3", "192.0.2.", ".3", "inspector.example:80", "inspector.example:8080",
                              "inspector.example:443", "[::1]", "::1", "127.0.0.1", "localhost", "Example", "spector.example", "", "http://inspector.example"])
    exceptions = r.choice([", ", ",", " ", ",,"]).join(entry() for _ in range(r.choice([1, 1, 2, 3])))
    env = {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": r.choice(["http", "http", "http", "https"]) + "://" + host}
    for name in r.sample(["HTTP_PROXY", "Http_Proxy", "http_proxy", "HTTP_proxy", "hTTP_PROXY", "HTTPS_PROXY", "https_Proxy"], r.choice([1, 2, 3, 4])):
        env[name] = r.choice(["http://127.0.0.1:@PORT@"] * 4 + ["http://one:1@127.0.0.1:@PORT@", "http://two:2@127.0.0.1:@PORT@", ""])
    env[r.choice(["NO_PROXY", "no_proxy", "No_Proxy"])] = exceptions
    env["REQUEST_METHOD"] = r.choice([None] * 9 + ["GET"])
    return setup({}, env, ["--cli-connect-timeout", "1"], secrets=["secret-env"], traffic=True)


def statuses(r):
    """How a refusal ends: the exit status."""
    list_path = "/codesecurity/scan-configuration/list"
    role = f"[default]\nrole_arn = {ROLE}reader\nsource_profile = base\n[profile base]\n{keys('base')}"
    session = "[default]\nsso_session = c\nsso_account_id = 1\nsso_role_name = R\n[sso-session c]\nsso_region = us-west-2\nsso_start_url = u\n"
    refusal = lambda code, status=400: {list_path: [error(code, status)]}
    cases = [
        setup({}, {**REGION}), setup({}, ENVIRONMENT_KEYS), setup({}, {**REGION, "AWS_PROFILE": "none"}), setup({}, REGION, ["--profile", "none"]),
        setup({CONFIG: "[default\n"}, {**REGION, **ENVIRONMENT_KEYS}), setup({CONFIG: "nonsense\n"}, {**REGION, **ENVIRONMENT_KEYS}),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, ["--region", "a_b"]), setup({}, {**REGION, "AWS_ACCESS_KEY_ID": "AKIDENV"}),
        setup({CONFIG: role}, REGION, answers={"AssumeRole": [sts_error("AccessDenied", 403)]}), setup({CONFIG: role.replace("base\n", "none\n", 1)}, REGION),
        setup({CONFIG: session}, REGION), setup({CONFIG: session, sso_file("c"): sso_token(PAST)}, REGION),
        setup({CONFIG: session, sso_file("c"): sso_token()}, REGION, answers={"/federation/credentials": [error("UnauthorizedException", 401)]}),
        setup({CONFIG: "[default]\nlogin_session = x\n"}, REGION), setup({CONFIG: "[default]\ncredential_process = sh -c 'exit 3'\n"}, REGION),
        setup({CONFIG: "[default]\ncredential_process = nothing-of-the-kind\n"}, REGION),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("AccessDeniedException", 403)), setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("ThrottlingException", 429)),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("ExpiredTokenException", 403)), setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("InternalServerException", 500)),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("UnrecognizedClientException", 403)), setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers=refusal("ValidationException")),
        setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": "http://127.0.0.1:1"}), setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": "nonsense"}),
        setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": "https://127.0.0.1:@TLS@"}), setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_ENDPOINT_URL": "https://127.0.0.1:@TLS@", "AWS_CA_BUNDLE": "@CERTS@/none.pem"}),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, ["--cli-read-timeout", "abc"]), setup({}, {**REGION, **ENVIRONMENT_KEYS}, ["--nonsense"]), setup({}, {**REGION, **ENVIRONMENT_KEYS}, ["--output", "nonsense"]),
        setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_RETRY_MODE": "nonsense"}), setup({}, {**REGION, **ENVIRONMENT_KEYS, "AWS_MAX_ATTEMPTS": "many"}),
        setup({}, {**REGION, **ENVIRONMENT_KEYS}, answers={list_path: [[200, "text/html", "<html>"]]}),
    ]
    statuses.last = (statuses.last + 1) % len(cases)
    return {**cases[statuses.last], "secrets": ["secret-env"], "status": True}


statuses.last = -1


def together(first, second):
    """One file of two: a section that both have is there once, the lines of the second one first."""
    head = "[default]\n"
    if not first.startswith(head) or not second.startswith(head):
        return first + "\n" + second
    own, bracket, rest = second[len(head):].partition("\n[")
    return head + own.rstrip("\n") + "\n" + first[len(head):].rstrip("\n") + "\n" + ("[" + rest if bracket else "")


def mixed(r):
    """Two set-ups of different families in one."""
    first, second = (family(r) for family in r.sample([grammar, precedence, roles, web_identity, sso, login, process, container, endpoints, retries], 2))
    files = {**first["files"], **second["files"]}
    for name in sorted(set(first["files"]) & set(second["files"])):
        files[name] = together(first["files"][name], second["files"][name]) + r.choice(["", "", "[profile other]\n"])
    env = {**first["env"], **second["env"], **r.choice([{}, {}, {"AWS_PROFILE": "other"}, {"AWS_CONFIG_FILE": "$HOME/.aws/credentials"}])}
    answers, secrets = {**first["answers"], **second["answers"]}, first["secrets"] + second["secrets"]
    return setup(files, env, r.choice([first["args"], second["args"]]), answers, secrets, base={})


FAMILIES = {names: 70, grammar: 80, places: 35, precedence: 60, roles: 80, web_identity: 30, sso: 60, login: 40, process: 60, container: 40, metadata: 50, endpoints: 70, hosts: 80,
            proxies: 60, retries: 35, bundles: 15}
NEWER = {tls: 60, old_places: 8, ways: 60, statuses: 32, mixed: 90}


def all_setups(seed=2026):
    """Every set-up by its name, `FAMILY-NUMBER`; those of a second seed, half as many, have names with `_b`."""
    return made(seed, FAMILIES) | made(seed, NEWER) | made(seed + 1, {family: count // 2 for family, count in FAMILIES.items()}, "_b")


def made(seed, families, mark=""):
    found = {}
    statuses.last = -1
    for family, count in families.items():
        r = random.Random(f"{seed} {family.__name__}")
        for number in range(count):
            found[f"{family.__name__}{mark}-{number}"] = family(r)
    return found


def cache_setups():
    """Set-ups whose credentials are kept in files by what asked for them."""
    role = f"[default]\nrole_arn = {ROLE}reader\nsource_profile = base\n[profile base]\n{keys('base')}"
    web = f"[default]\nweb_identity_token_file = @HOME@/web\nrole_arn = {ROLE}web\nrole_session_name = me\n"
    session = ("[default]\nsso_session = c\nsso_account_id = 111122223333\nsso_role_name = R\n"
               "[sso-session c]\nsso_region = us-west-2\nsso_start_url = https://d.awsapps.com/start\n")
    legacy = "[default]\nsso_region = us-west-2\nsso_start_url = https://d.awsapps.com/start\nsso_account_id = 111122223333\nsso_role_name = R\n"
    registered = {"clientId": "c", "clientSecret": "client-secret", "refreshToken": "refresh", "registrationExpiresAt": FUTURE}
    return {
        "role": setup({CONFIG: role}, REGION, secrets=["secret-base", "secret-reader"]),
        "role with a session name": setup({CONFIG: role.replace("[profile base]", "role_session_name = me\nexternal_id = id-1\n[profile base]")}, REGION, secrets=["secret-base", "secret-reader"]),
        "web identity": setup({CONFIG: web, "web": "token-web"}, REGION, secrets=["secret-web"]),
        "Identity Center": setup({CONFIG: session, sso_file("c"): sso_token()}, REGION, secrets=["secret-portal"]),
        "Identity Center without a session": setup({CONFIG: legacy, sso_file("https://d.awsapps.com/start"): sso_token()}, REGION, secrets=["secret-portal"]),
        "Identity Center, its token renewed": setup({CONFIG: session, sso_file("c"): sso_token(PAST, **registered)}, REGION, secrets=["secret-portal"]),
        "aws login, renewed": setup({CONFIG: "[default]\nlogin_session = x\n", f".aws/login/cache/{hashlib.sha256(b'x').hexdigest()}.json": json.dumps({
            "accessToken": {"accessKeyId": "A", "secretAccessKey": "s", "sessionToken": "t", "accountId": "1", "expiresAt": PAST},
            "clientId": "arn:aws:signin:::devtools/same-device", "refreshToken": "refresh", "dpopKey": KEY, "tokenType": "t", "idToken": "i"})}, REGION,
            answers={"/v1/token": [reply({**LOGIN, "expiresIn": 3600})]}, secrets=["secret-login2"]),
    }
