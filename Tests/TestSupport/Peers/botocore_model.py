"""Compares the Inspector model of the installed botocore with the one that scanconfig was written for, `model.json`.

usage: botocore_model.py            names every shape that differs, and exits 1 when one does
       botocore_model.py record     writes model.json
"""

import json
import os
import sys

import botocore
from botocore.loaders import Loader

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "model.json")
OLDEST = (1, 44)
OPERATIONS = [
    "BatchAssociateCodeSecurityScanConfiguration",
    "BatchDisassociateCodeSecurityScanConfiguration",
    "GetCodeSecurityScanConfiguration",
    "ListCodeSecurityScanConfigurationAssociations",
    "ListCodeSecurityScanConfigurations",
    "ListCoverage",
]


def plain(value):
    """A shape without its documentation."""
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items() if key not in ("documentation", "documentationUrl")}
    return [plain(member) for member in value] if isinstance(value, list) else value


def shapes_in_use(model):
    found, waiting = {}, []
    for name in OPERATIONS:
        operation = plain(model["operations"][name])
        found["operation " + name] = operation
        waiting += [operation[part]["shape"] for part in ("input", "output") if part in operation]
        waiting += [error["shape"] for error in operation.get("errors", [])]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        shape = found[name] = plain(model["shapes"][name])
        waiting += [member["shape"] for member in shape.get("members", {}).values()]
        waiting += [shape[part]["shape"] for part in ("member", "key", "value") if part in shape]
    return found


def main(arguments):
    found = shapes_in_use(Loader().load_service_model("inspector2", "service-2"))
    if arguments == ["record"]:
        lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(found[name], sort_keys=True)}" for name in sorted(found))
        with open(PATH, "w", encoding="utf-8") as file:
            file.write("{\n" + lines + "\n}\n")
        return 0
    version = tuple(int(part) for part in botocore.__version__.split(".")[:2])
    if version < OLDEST and "CI" not in os.environ:
        print(f"botocore {botocore.__version__} is older than the model in use, and was not compared")
        return 0
    with open(PATH, encoding="utf-8") as file:
        known = json.load(file)
    different = sorted(name for name in set(found) | set(known) if found.get(name) != known.get(name))
    for name in different:
        print(f"{name}\n  known: {json.dumps(known.get(name))}\n  botocore {botocore.__version__}: {json.dumps(found.get(name))}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
