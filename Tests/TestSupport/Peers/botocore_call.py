"""Makes one Inspector call with botocore, with the region and profile order of AWS CLI version 2."""

import json
import os
import sys

import botocore.config
import botocore.session

options = json.loads(sys.argv[1])
profile = options.get("profile") or os.environ.get("AWS_PROFILE") or os.environ.get("AWS_DEFAULT_PROFILE")
session = botocore.session.Session(profile=options.get("profile"))
region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
region = options.get("region") or region or session.full_config["profiles"].get(profile or "default", {}).get("region")
session.set_config_variable("region", region)
client = session.create_client(
    "inspector2",
    region_name=region,
    endpoint_url=options.get("endpoint"),
    config=botocore.config.Config(retries={"total_max_attempts": 1}),
)
client.list_code_security_scan_configurations(maxResults=100)
