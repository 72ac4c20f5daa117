#!/usr/bin/env python3
"""Runs generated set-ups through AWS CLI version 2 and through scanconfig, and compares what each sent to whom.

usage: differential.py record PEER            writes version 2's answers beside this file (PEER is a program that is called as `aws`)
       differential.py replay PROGRAM         compares PROGRAM with the recorded answers
       differential.py check PEER [SEED]      records a random twenty again and compares them with the recorded answers
       differential.py check PEER -- NAME…    the same with the set-ups named
       differential.py fuzz PEER PROGRAM SEED COUNT   compares both with so many set-ups that nobody has seen
       differential.py caches PEER PROGRAM    has each use the credentials that the other one keeps
       differential.py table                  prints the deliberate differences as README has them
       differential.py show NAME [PROGRAM]    prints a set-up, the recorded answer, and PROGRAM's

A difference that is meant stands in `deliberate.json`, with its reason; one that no longer differs is an error.
"""

import concurrent.futures
import hashlib
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import tempfile

import certificates
from recorder import Recorder
from setups import FAMILIES, NEWER, all_setups, cache_setups, made

FOLDER = os.path.dirname(os.path.abspath(__file__))
RECORDED, DELIBERATE = os.path.join(FOLDER, "version2.json"), os.path.join(FOLDER, "deliberate.json")
WORKERS = 2 * (os.cpu_count() or 2)
CACHE = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
PEER_PACKAGES = os.environ.get("AWS2_VENV") or os.path.join(CACHE, "scanconfig-peers", "aws2")
PEER_COMMAND = ["inspector2", "list-code-security-scan-configurations"]
OURS_COMMAND = ["list"]
# The peer is called through a shell, which has an order of variables of its own: of several spellings of one name the last counts.
SHELL = ["/bin/sh", "-c", 'exec "$0" "$@"']


class Place:
    """A folder and a recorder for one set-up at a time."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="differential-")
        self.certificates = os.path.join(self.folder, "certificates")
        os.makedirs(self.certificates)
        self.recorder = Recorder(certificates.make(self.certificates))
        self.words = {"@HOME@": os.path.join(self.folder, "home"), "@CERTS@": self.certificates, **{word: str(port) for word, port in self.recorder.places.items()}}

    def fill(self, text):
        for word, meaning in self.words.items():
            text = text.replace(word, meaning)
        return text

    def run(self, setup, command, keeps_home=False):
        home = os.path.join(self.folder, "home")
        if not keeps_home:
            shutil.rmtree(home, ignore_errors=True)
            os.makedirs(home)
        for name, text in ({} if keeps_home else setup["files"]).items():
            path = os.path.join(home, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="", errors="surrogatepass") as file:
                file.write(self.fill(text))
            os.chmod(path, 0o600)
        env = {"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "AWS_PAGER": ""}
        env["AWS2_VENV"] = PEER_PACKAGES
        env.update({name: self.fill(value) for name, value in setup["env"].items()})
        self.recorder.begin(setup["answers"], setup["secrets"])
        try:
            done = subprocess.run(
                command + [self.fill(argument) for argument in setup["args"]], env=env, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=90, cwd=home,
            )
            status, words = done.returncode, done.stderr.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            status, words = 999, "took longer than 90 s"
        assumes = "role" in json.dumps([setup["files"], setup["env"]]).lower()
        return answer(self.recorder.log, status, setup, assumes), words.replace(self.folder, "@FOLDER@")


def answer(log, status, setup, assumes_role):
    """What is compared: whether it worked, the requests for credentials, and the request to the service. The question whose credentials
    these are, which only scanconfig asks, is left out where a proxy hides what it is."""
    requests = []
    for entry in log:
        line = " ".join(entry)
        if entry[0] == "CONNECT" and entry[1].startswith("sts") and not assumes_role:
            continue
        if line not in requests or "/container" in line or "/latest/" in line:
            requests.append(line)
    if status == 0:
        return ["works"] + requests
    return ["refuses" + (f" {status}" if setup.get("status") else "")] + (requests if setup["traffic"] else [])


def digest(setup):
    return hashlib.sha256(json.dumps(setup, sort_keys=True).encode()).hexdigest()[:8]


def run_all(setups, command, workers=WORKERS):
    places = queue.Queue()
    for _ in range(workers):
        places.put(Place())

    def run(name):
        place = places.get()
        try:
            return name, place.run(setups[name], command)
        finally:
            places.put(place)

    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        results = dict(pool.map(run, setups))
    while not places.empty():
        shutil.rmtree(places.get().folder, ignore_errors=True)
    return results


def run_as_recorded(setups, recorded, command):
    """What each set-up does. One that differs from what was recorded is run again with nothing beside it: some give a connection one second."""
    results = run_all(setups, command)
    different = {name: setups[name] for name in setups if results[name][0] != recorded[name][1:]}
    return results | run_all(different, command, workers=1)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def save(path, value):
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(value[name], ensure_ascii=True)}" for name in sorted(value, key=lambda n: (n.rsplit('-', 1)[0], int(n.rsplit('-', 1)[1]))))
    with open(path, "w", encoding="utf-8") as file:
        file.write("{\n" + lines + "\n}\n")


def described(name, setup, expected, found, words):
    lines = [f"== {name}", "environment: " + json.dumps(setup["env"], ensure_ascii=False), "arguments: " + json.dumps(setup["args"])]
    for file, text in setup["files"].items():
        lines += [f"file {file}:"] + ["  | " + line for line in text.split("\n")]
    if setup["answers"]:
        lines.append("answers: " + json.dumps(setup["answers"])[:600])
    lines += ["version 2:"] + ["  " + line for line in expected] + ["scanconfig:"] + ["  " + line for line in found] + ["it says: " + words.strip()[:600]]
    return "\n".join(lines)


def replay(program):
    setups, recorded = all_setups(), load(RECORDED)
    deliberate = {name: entry["reason"] for entry in load(DELIBERATE) for name in entry["setups"]}
    missing = sorted(set(setups) ^ set(recorded)) or [name for name in setups if digest(setups[name]) != recorded[name][0]]
    if missing:
        sys.exit(f"The set-ups are not those recorded; record them again: {missing[:5]}")
    results = run_as_recorded(setups, recorded, SHELL + [program] + OURS_COMMAND)
    wrong = 0
    counts = {"works": 0, "refuses": 0, "deliberate": 0}
    for name, (found, words) in results.items():
        if found == recorded[name][1:]:
            counts[found[0].split()[0]] += 1
            if name in deliberate:
                wrong += 1
                print(f"== {name} no longer differs; take it out of deliberate.json")
        elif name in deliberate:
            counts["deliberate"] += 1
        else:
            wrong += 1
            print(described(name, setups[name], recorded[name][1:], found, words))
    if readme_is_behind():
        wrong += 1
        print("README's table of differences is not that of deliberate.json:\n" + table())
    print(f"{len(results)} set-ups: {counts['works']} same request, {counts['refuses']} both refuse, {counts['deliberate']} deliberate, {wrong} wrong")
    return wrong


def table():
    entries = load(DELIBERATE)
    lines = ["| different on purpose | set-ups |", "|---|---|"]
    return "\n".join(lines + [f"| {entry['reason']} | {len(entry['setups'])} |" for entry in entries])


def readme_is_behind():
    """Whether README has a table of differences that is not this one."""
    with open(os.path.join(FOLDER, "..", "..", "..", "README.md"), encoding="utf-8") as file:
        text = file.read()
    return "<!-- differences -->" in text and table() not in text


def record(peer):
    """Records what is new or has changed; remove the file to record everything."""
    setups, recorded = all_setups(), load(RECORDED) if os.path.exists(RECORDED) else {}
    kept = {name: recorded[name] for name in setups if name in recorded and recorded[name][0] == digest(setups[name])}
    results = run_all({name: setup for name, setup in setups.items() if name not in kept}, [peer] + PEER_COMMAND)
    save(RECORDED, kept | {name: [digest(setups[name])] + found for name, (found, _) in results.items()})
    print(f"{len(results)} recorded, {len(kept)} kept")


def check(peer, seed, names=()):
    subprocess.run([peer, "--version"], check=True, stdout=subprocess.DEVNULL)
    setups, recorded = all_setups(), load(RECORDED)
    chosen = names or random.Random(seed).sample(sorted(setups), 20)
    results = run_as_recorded({name: setups[name] for name in chosen}, recorded, [peer] + PEER_COMMAND)
    wrong = [name for name, (found, _) in results.items() if found != recorded[name][1:]]
    for name in wrong:
        print(described(name, setups[name], recorded[name][1:], *results[name]))
    what = f"{len(chosen)} set-ups" + ("" if names else f" of seed {seed}")
    print(f"{what} recorded again: {len(wrong)} differ from what was recorded")
    return len(wrong)


def fuzz(peer, program, seed, count):
    """A difference is printed; one of a kind that is meant has to be told from others by eye."""
    families = {**FAMILIES, **NEWER}
    share = max(1, int(count) // len(families))
    setups = made(int(seed), {family: share for family in families}, "_fuzz")
    theirs, ours = (run_all(setups, command + words) for command, words in (([peer], PEER_COMMAND), (SHELL + [program], OURS_COMMAND)))
    different = [name for name in setups if theirs[name][0] != ours[name][0]]
    for name in different:
        print(described(name, setups[name], theirs[name][0], *ours[name]))
        print("it says: " + theirs[name][1].strip()[:300] + "\n")
    print(f"{len(setups)} set-ups of seed {seed}: {len(different)} differ")


def caches(peer, program):
    """Each program keeps credentials, and the other one signs with them: it makes no request of its own for any."""
    wrong, place = 0, Place()
    peer, program = [peer] + PEER_COMMAND, SHELL + [program] + OURS_COMMAND
    for name, setup in cache_setups().items():
        for first, second, way in ((peer, program, "version 2, then scanconfig"), (program, peer, "scanconfig, then version 2")):
            before, words = place.run(setup, first)
            modes = [oct(os.stat(os.path.join(root, file)).st_mode & 0o777) for root, _, files in os.walk(os.path.join(place.folder, "home", ".aws"))
                     for file in files if "cache" in root and file.endswith(".json")]
            after, more = place.run(setup, second, keeps_home=True)
            if len(before) < 3 or after != [before[0], before[-1]] or set(modes) != {"0o600"}:
                wrong += 1
                print(f"== {name}: {way}\n{before}\n{after}\n{modes}\n{words[-600:]}\n{more[-600:]}")
    shutil.rmtree(place.folder, ignore_errors=True)
    print(f"{len(cache_setups())} caches, both ways: {wrong} wrong")
    return wrong


def main(arguments):
    match arguments:
        case ["record", peer]:
            record(peer)
        case ["replay", program]:
            return 1 if replay(program) else 0
        case ["check", peer, "--", *names]:
            return 1 if check(peer, None, names) else 0
        case ["check", peer, *seed]:
            return 1 if check(peer, seed[0] if seed else str(random.randrange(10**6))) else 0
        case ["fuzz", peer, program, seed, count]:
            fuzz(peer, program, seed, count)
        case ["caches", peer, program]:
            return 1 if caches(peer, program) else 0
        case ["table"]:
            print(table())
        case ["show", name, *program]:
            setups = all_setups()
            found, words = run_all({name: setups[name]}, SHELL + [program[0]] + OURS_COMMAND)[name] if program else ([], "")
            print(described(name, setups[name], load(RECORDED)[name][1:] if os.path.exists(RECORDED) else [], found, words))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
