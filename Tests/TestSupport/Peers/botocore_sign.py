"""Signs requests, one JSON object a line, and prints each Authorization header."""

import base64
import datetime
import json
import sys

import botocore.auth
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

for line in sys.stdin:
    case = json.loads(line)
    moment = datetime.datetime.fromtimestamp(case["time"], datetime.timezone.utc)
    botocore.auth.get_current_datetime = lambda moment=moment: moment
    request = AWSRequest(
        method=case["method"],
        url=case["url"],
        headers=dict(case["headers"]),
        data=base64.b64decode(case["body"]),
        params=dict(case["params"]) or None,
    )
    credentials = Credentials(case["key"], case["secret"], case["token"])
    SigV4Auth(credentials, case["service"], case["region"]).add_auth(request)
    print(request.headers["Authorization"], flush=True)
