"""Makes the calls given as JSON lines on stdin with boto3 and prints what it saw of each as a JSON line.

A call is {"endpoint", "service", "operation", "arguments", "follow"}; with "follow" the operation is repeated with nextToken
until there is none, and the named list is collected. The operation "everything" lists the account.
"""
import datetime
import json
import sys

import boto3
import botocore.exceptions
from botocore.config import Config


def client(call):
    config = Config(retries={"total_max_attempts": 1, "mode": "standard"}, connect_timeout=10, read_timeout=30)
    return boto3.client(call["service"], endpoint_url=call["endpoint"], config=config)


def everything(inspector):
    """What `scanconfig list --output json` prints of the configurations, by loops over nextToken."""
    facts = {
        entry["resourceId"].split("/")[-1]: coverage(entry)
        for entry in entries(inspector.list_coverage, "coveredResources")
    }
    configurations = entries(inspector.list_code_security_scan_configurations, "configurations")
    for configuration in configurations:
        arn = configuration["scanConfigurationArn"]
        found = entries(
            inspector.list_code_security_scan_configuration_associations, "associations", scanConfigurationArn=arn
        )
        configuration["associations"] = [{**entry, **facts.get(entry["resource"]["projectId"], {})} for entry in found]
    return configurations


def coverage(entry):
    """What `scanconfig list --output json` prints of a row of the coverage: its facts and its repository's, in one object."""
    known = dated({name: value for name, value in entry.items() if name in COVERAGE}, "lastScannedAt")
    repository = entry.get("resourceMetadata", {}).get("codeRepository", {})
    known |= {name: value for name, value in repository.items() if name in REPOSITORY}
    if "onDemandScan" in known:
        known["onDemandScan"] = dated(known["onDemandScan"], "lastScanAt")
    return known


COVERAGE = ("accountId", "lastScannedAt", "provider", "providerAccountId", "providerOrgId", "providerRegion", "scanStatus")
REPOSITORY = (
    "projectName", "providerType", "providerTypeVisibility", "integrationArn", "lastScannedCommitId", "onDemandScan",
)


def dated(known, name):
    if name not in known:
        return known
    return {**known, name: known[name].astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")}


def entries(method, name, **arguments):
    result = method(**arguments)
    found = result[name]
    while result.get("nextToken"):
        result = method(**arguments, nextToken=result["nextToken"])
        found += result[name]
    return found


def perform(call):
    if call["operation"] == "everything":
        return {"result": everything(client(call))}
    method = getattr(client(call), call["operation"])
    arguments = dict(call.get("arguments", {}))
    result = method(**arguments)
    result.pop("ResponseMetadata")
    follow = call.get("follow")
    if follow:
        pages, entries = 1, result[follow]
        while result.get("nextToken"):
            result = method(**arguments, nextToken=result["nextToken"])
            entries += result[follow]
            pages += 1
        result = {"entries": entries, "pages": pages}
    return {"result": result}


def failure(error):
    kind = type(error).__name__
    if not isinstance(error, botocore.exceptions.ClientError):
        return {"error": {"kind": kind}}
    response = error.response
    details = response["Error"]
    return {
        "error": {
            "kind": kind,
            "code": details["Code"],
            "message": details["Message"],
            "status": response["ResponseMetadata"]["HTTPStatusCode"],
            "reason": response.get("reason"),
            "resourceId": response.get("resourceId"),
            "field": (response.get("fields") or [{}])[0].get("name"),
        }
    }


for line in sys.stdin:
    call = json.loads(line)
    try:
        seen = perform(call)
    except Exception as error:
        seen = failure(error)
    print(json.dumps(seen, default=str), flush=True)
