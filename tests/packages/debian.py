"""What is handed out for Linux, on a bare Debian 12."""

import shutil
import subprocess
import tarfile

from tried import call


def bare(tried):
    """A root with nothing but what every Debian has; what was made once is kept packed."""
    packed, root = tried.room / "debian.tar", tried.room / "debian"
    if not packed.exists():
        shutil.rmtree(root, ignore_errors=True)
        done = subprocess.run(["debootstrap", "--variant=minbase", "bookworm", root], capture_output=True, text=True)
        if done.returncode != 0:
            return None, done.stdout[-500:] + done.stderr[-500:]
        subprocess.run(["tar", "-C", root, "-cf", f"{packed}.part", "."], check=True)
        (tried.room / "debian.tar.part").rename(packed)
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    subprocess.run(["tar", "-C", root, "-xf", packed], check=True)
    done = subprocess.run(["chroot", root, "true"], capture_output=True, text=True)
    return (root, "") if done.returncode == 0 else (None, done.stderr)


def check(tried):
    root, why = bare(tried)
    if not tried.holds("a bare Debian can be made here (otherwise: --without-debian)", root is not None, why):
        return
    try:
        shutil.copytree(tried.root / "models", root / "models")
        inside = lambda *words: call(["chroot", root, "/usr/bin/env", "-i", "PATH=/usr/bin:/bin:/usr/sbin:/sbin", "DEBIAN_FRONTEND=noninteractive", *words], tried.room)
        without(tried, root, inside)
        deb = f"belegd_{tried.version}_amd64.deb"
        shutil.copy(tried.packages / deb, root / deb)
        inside("apt-get", "-q", "update")
        status, _, told = inside("apt-get", "-qy", "install", "--no-install-recommends", f"/{deb}")
        if not tried.holds("the .deb is installed by one command", status == 0, told.decode()[-500:]):
            return
        tried.holds("what it needs is there", b"not found" not in inside("ldd", "/usr/bin/belegd")[1])
        works(tried, root, inside, "belegd")
        names = inside("dpkg", "-L", "belegd")[1].decode().split()
        for name in ("/usr/share/man/man1/belegd.1.gz", "/usr/share/man/nl/man1/belegd.1.gz", "/usr/share/doc/belegd/copyright",
                     "/usr/share/bash-completion/completions/belegd"):
            # A bare Debian may leave pages of a manual out.
            tried.holds(f"the .deb has {name}", name in names)
        status, _, told = inside("apt-get", "-qy", "purge", "belegd")
        tried.holds("it goes again", status == 0 and not (root / "usr/bin/belegd").exists(), told.decode()[-300:])
    finally:
        shutil.rmtree(root, ignore_errors=True)


def without(tried, root, inside):
    """The program that needs no library of the machine."""
    with tarfile.open(tried.packages / f"belegd-{tried.version}-linux-amd64.tar.gz") as archive:
        archive.extractall(root / "opt")
    program = f"/opt/belegd-{tried.version}/belegd"
    tried.holds("the program without libraries needs none", b"not a dynamic executable" in b"".join(inside("ldd", program)[1:]))
    works(tried, root, inside, program)


def works(tried, root, inside, program):
    for folder, main in tried.models():
        for words in (["check", "--today", "2026-06-01"], ["overview"], ["overview", "--format", "docx", "--lang", "en"], ["costs", "--format", "xlsx"]):
            command, *options = words
            here = call([tried.belegd, command, main, *options], folder)
            there = inside("sh", "-c", 'cd "$1" && shift && exec "$@"', "in", f"/models/{folder.name}", program, command, main, *options)
            what = f"{program} in {folder.name}: {' '.join(words)}"
            tried.holds(f"{what}: exit code", here[0] == there[0], f"{here[0]} and {there[0]}")
            tried.same(f"{what}: output", here[1], there[1])
            tried.same(f"{what}: errors", here[2], there[2])
