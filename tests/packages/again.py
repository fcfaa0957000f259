"""Whether what is handed out is the same again."""

import hashlib
import os
import shutil
import subprocess

from tried import call


def sums(folder):
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.iterdir())}


def check(tried, from_nothing):
    first = sums(tried.packages)
    names = [f"belegd-{tried.version}-linux-amd64.tar.gz", f"belegd-{tried.version}-windows-installer.exe",
             f"belegd-{tried.version}-windows.zip", f"belegd_{tried.version}_amd64.deb"]
    tried.holds("there is a zip, an installer, a program and a .deb, with their sums", sorted(first) == sorted([*names, "SHA256SUMS"]),
                " ".join(first))
    status, _, told = call(["sha256sum", "--check", "--strict", "SHA256SUMS"], tried.packages)
    tried.holds("the sums are those of the files", status == 0, told.decode())

    # Linked and packed again, by somebody who lives elsewhere and writes another language.
    for file in ("build/windows/belegd.exe", "build/release/belegd", "build/release/belegd_static"):
        (tried.root / file).unlink()
    environment = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "LANG": "nl_NL.UTF-8"}
    done = subprocess.run(["bash", "-c", "umask 077; ./dev packages"], cwd=tried.root, env=environment, capture_output=True, text=True)
    second = sums(tried.packages) if done.returncode == 0 else {}
    for name in first:
        tried.holds(f"{name} is the same when it is made again", first[name] == second.get(name), done.stderr[-300:] if not second else "")

    # Where it was compiled does not stand in it.
    place = os.fsencode(str(tried.root))
    for file in ("build/windows/belegd.exe", "build/release/belegd", "build/release/belegd_static"):
        tried.holds(f"{file} does not say where it was compiled", place not in (tried.root / file).read_bytes())
    if from_nothing:
        elsewhere(tried, first)


def elsewhere(tried, first):
    """The last commit, compiled in another folder; what is not committed is not in it."""
    folder = tried.room / "elsewhere"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["git", "clone", "-q", tried.root, folder], check=True)
    subprocess.run(["./dev", "packages"], cwd=folder, check=True)
    second = sums(folder / "build/packages")
    for name in first:
        tried.holds(f"{name} is the same when it is compiled elsewhere", first[name] == second.get(name))
    shutil.rmtree(folder)
