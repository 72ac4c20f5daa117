"""The loopback endpoints that both programs of the differential suite talk to: they answer for Inspector, STS, IAM Identity Center, sign-in,
instance metadata, containers and a proxy, and record who signed what, with which secret, where to and which way."""

import hashlib
import hmac
import json
import re
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote, urlsplit

FUTURE = "2099-01-01T00:00:00Z"


def credentials(name, token="Token", **more):
    """Credentials as metadata endpoints spell them; `token` is the name of the member."""
    return {"AccessKeyId": "AKID" + name.upper(), "SecretAccessKey": "secret-" + name, token: "token-" + name, "Expiration": FUTURE, **more}


def role_answer(action, name):
    found = credentials(name, "SessionToken")
    members = "".join(f"<{key}>{value}</{key}>" for key, value in found.items())
    return (
        f'<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials>{members}</Credentials>'
        f"<AssumedRoleUser><AssumedRoleId>AROA:x</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/{name}/x</Arn>"
        f"</AssumedRoleUser></{action}Result><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></{action}Response>"
    )


IDENTITY = (
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>'
    "<Arn>arn:aws:iam::111122223333:user/u</Arn><UserId>u</UserId><Account>111122223333</Account></GetCallerIdentityResult>"
    "</GetCallerIdentityResponse>"
)
PORTAL = {"accessKeyId": "AKIDPORTAL", "secretAccessKey": "secret-portal", "sessionToken": "token-portal", "expiration": 4070908800000}
LOGIN = {
    "accessToken": {"accessKeyId": "AKIDLOGIN2", "secretAccessKey": "secret-login2", "sessionToken": "token-login2"},
    "refreshToken": "refresh-2",
    "expiresIn": 900,
    "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4",
}


class Recorder:
    """One server on a port of its own. `begin` sets what it answers and which secrets it knows; `log` is what came.

    With certificates, it also answers over TLS, on a port for each of them; `places` has all ports by the words that stand for them.
    """

    def __init__(self, certificates=None):
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def serve(self):
                length = int(self.headers.get("content-length") or 0)
                recorder.serve(self, self.rfile.read(length) if length else b"")

            do_GET = do_POST = do_PUT = do_CONNECT = serve

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                pass

        self.places = {}
        for word, files in {"@PORT@": None, **(certificates or {})}.items():
            server = Server(("127.0.0.1", 0), Handler)
            if files:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(*files)
                server.socket = context.wrap_socket(server.socket, server_side=True)
            self.places[word] = server.server_address[1]
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.begin({}, [])

    def begin(self, answers, secrets):
        self.answers = {place: list(given) for place, given in answers.items()}
        self.secrets = secrets
        self.log = []

    def serve(self, handler, body):
        target = handler.path
        if handler.command == "CONNECT":
            self.log.append(["CONNECT", self.named(target), handler.headers.get("proxy-authorization") or ""])
            return self.answer(handler, 403, "text/plain", "no")
        way = "direct"
        if target.startswith("http://"):
            way = "proxy " + (handler.headers.get("proxy-authorization") or "-")
            parts = urlsplit(target)
            target = parts.path + ("?" + parts.query if parts.query else "")
        path = urlsplit(target).path
        form = dict(parse_qsl(body.decode("utf-8", "replace"))) if "urlencoded" in (handler.headers.get("content-type") or "") else {}
        place = form.get("Action") or path
        entry = self.describe(handler, target, body, form, way)
        if entry:
            self.log.append(entry)
        for name in (place, "*" + place.rsplit("/", 1)[-1]):
            if self.answers.get(name):
                given = self.answers[name]
                status, kind, text = given.pop(0) if len(given) > 1 else given[0]
                return self.answer(handler, status, kind, text)
        self.answer(handler, *self.standard(handler, path, form))

    def standard(self, handler, path, form):
        action = form.get("Action")
        if action == "GetCallerIdentity":
            return 200, "text/xml", IDENTITY
        if action:
            return 200, "text/xml", role_answer(action, form.get("RoleArn", "").rsplit("/", 1)[-1])
        if path.endswith("/codesecurity/scan-configuration/list"):
            return 200, "application/json", '{"configurations":[]}'
        if path.endswith("/coverage/list"):
            return 200, "application/json", '{"coveredResources":[]}'
        if path.endswith("/federation/credentials"):
            return 200, "application/json", json.dumps({"roleCredentials": PORTAL})
        if path.endswith("/v1/token"):
            return 200, "application/json", json.dumps(LOGIN)
        if path.endswith("/token") and handler.command == "POST":
            return 200, "application/json", json.dumps({"accessToken": "fresh", "expiresIn": 3600, "refreshToken": "refresh-2"})
        if path.endswith("/latest/api/token"):
            return 200, "text/plain", "metadata-token"
        if path.endswith("/security-credentials/"):
            return 200, "text/plain", "the-role"
        if "/security-credentials/" in path:
            return 200, "application/json", json.dumps({"Code": "Success", **credentials("metadata")})
        if path.endswith("/availability-zone/"):
            return 200, "text/plain", "eu-north-1b"
        if path.startswith("/container"):
            return 200, "application/json", json.dumps(credentials("container"))
        return 404, "text/plain", "nothing here"

    def answer(self, handler, status, kind, text):
        body = text.encode()
        handler.send_response(status)
        handler.send_header("content-type", kind)
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def describe(self, handler, target, body, form, way):
        """What is compared of one request; nothing of those that only one of the programs makes."""
        headers = handler.headers
        path = target.split("?", 1)[0]
        if form.get("Action") == "GetCallerIdentity" or path.endswith("/coverage/list"):
            return None
        entry = [handler.command, self.named(headers.get("host") or ""), unquote(target if not path.endswith("configuration/list") else self.without_paging(target)), way]
        if headers.get("authorization", "").startswith("AWS4"):
            entry += self.signer(handler, target, body)
        elif headers.get("authorization"):
            entry.append("authorization " + headers["authorization"])
        for name in ("x-amz-sso_bearer_token", "x-aws-ec2-metadata-token"):
            if headers.get(name):
                entry.append(headers[name])
        entry += [
            f"{key}={'*' if re.fullmatch(r'(botocore-session|scanconfig)-[0-9]+', value) else value}"
            for key, value in sorted(form.items())
            if key != "Version"
        ]
        if path.endswith("/token") and body:
            entry.append(json.dumps(json.loads(body), sort_keys=True))
        return entry

    def named(self, host):
        """A host with the word for its port, where that is one of ours: ports are others each time."""
        for word, port in self.places.items():
            host = re.sub(f":{port}$", ":" + word, host)
        return host

    @staticmethod
    def without_paging(target):
        path, _, query = target.partition("?")
        kept = [pair for pair in query.split("&") if pair and not pair.startswith("maxResults=")]
        return path + ("?" + "&".join(kept) if kept else "")

    def signer(self, handler, target, body):
        """Key id, the secret that made the signature, region and service, token."""
        text = handler.headers["authorization"]
        fields = dict(part.strip().split("=", 1) for part in text.split(" ", 1)[1].split(","))
        key, day, region, service, last = fields["Credential"].rsplit("/", 4)
        path, _, query = target.partition("?")
        lines = [handler.command, self.quoted(path), "&".join(sorted(pair if "=" in pair else pair + "=" for pair in query.split("&") if pair))]
        names = fields["SignedHeaders"].split(";")
        lines += [f"{name}:{' '.join((handler.headers.get(name) or '').split())}" for name in names]
        lines += ["", fields["SignedHeaders"], handler.headers.get("x-amz-content-sha256") or hashlib.sha256(body).hexdigest()]
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        scope = f"{day}/{region}/{service}/{last}"
        wanted = "\n".join(["AWS4-HMAC-SHA256", handler.headers.get("x-amz-date") or "", scope, digest])
        secret = next((secret for secret in self.secrets if self.signature(secret, scope, wanted) == fields["Signature"]), "an unknown secret")
        return [key, secret, f"{region}/{service}", handler.headers.get("x-amz-security-token") or "no token"]

    @staticmethod
    def quoted(path):
        from urllib.parse import quote

        segments = []
        for segment in path.split("/"):
            if segment == "..":
                segments[-1:] = []
            elif segment not in ("", "."):
                segments.append(segment)
        joined = "/" + "/".join(segments) + ("/" if segments and path.endswith("/") else "")
        return quote(joined, safe="/~")

    @staticmethod
    def signature(secret, scope, text):
        key = ("AWS4" + secret).encode()
        for part in scope.split("/"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
