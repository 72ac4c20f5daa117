"""A private authority and certificates of it, made afresh by `openssl`: for the ports of the recorder that speak TLS."""

import os
import subprocess

KEY = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
HERE = "subjectAltName=DNS:localhost,IP:127.0.0.1"


def make(folder):
    """Makes the files in the folder, and gives certificate and key for each word that stands for a port."""

    def openssl(arguments):
        subprocess.run(["openssl"] + arguments.split(), cwd=folder, check=True, capture_output=True)

    def write(name, text):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(text + "\n")

    def read(name):
        with open(os.path.join(folder, name), encoding="ascii") as file:
            return file.read()

    for authority in ("ca", "other"):
        openssl(f"req -x509 {KEY} -keyout {authority}.key -out {authority}.pem -days 30 -subj /CN={authority}")
    openssl(f"req -new {KEY} -keyout key.pem -out request.pem -subj /CN=localhost")
    openssl(f"req -new {KEY} -keyout middle.key -out middle.csr -subj /CN=middle")
    write("here.cnf", HERE)
    write("elsewhere.cnf", "subjectAltName=DNS:inspector.example")
    write("nameless.cnf", "basicConstraints=CA:FALSE")
    write("middle.cnf", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign")
    sign = "x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial"
    openssl(f"{sign} -in request.pem -out good.pem -days 30 -extfile here.cnf")
    openssl(f"{sign} -in request.pem -out elsewhere.pem -days 30 -extfile elsewhere.cnf")
    openssl(f"{sign} -in request.pem -out nameless.pem -days 30 -extfile nameless.cnf")
    openssl(f"{sign} -in request.pem -out expired.pem -days -1 -extfile here.cnf")
    openssl(f"{sign} -in middle.csr -out middle.pem -days 30 -extfile middle.cnf")
    openssl("x509 -req -CA middle.pem -CAkey middle.key -CAcreateserial -in request.pem -out below.pem -days 30 -extfile here.cnf")
    openssl("x509 -in ca.pem -outform der -out ca.der")
    openssl("req -x509 -key key.pem -out self.pem -days 30 -subj /CN=localhost -addext " + HERE)
    write("chain.pem", read("below.pem") + read("middle.pem"))
    write("both.pem", "# two of them\n" + read("other.pem") + "\n" + read("ca.pem"))
    write("empty.pem", "")
    write("text.pem", "no certificate")
    write("cut.pem", read("ca.pem")[:200])
    names = {"@TLS@": "good", "@ELSEWHERE@": "elsewhere", "@NAMELESS@": "nameless", "@EXPIRED@": "expired", "@SELF@": "self", "@CHAIN@": "chain", "@BELOW@": "below"}
    return {word: (os.path.join(folder, name + ".pem"), os.path.join(folder, "key.pem")) for word, name in names.items()}
