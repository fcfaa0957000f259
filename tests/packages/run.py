"""Tries what is handed out as who gets it meets it.

    run.py ROOT BELEGD [--without-debian] [--from-nothing]

ROOT/build/packages has been made; BELEGD is the program of this machine, which the others are held against. Without
--without-debian it is a failure when no root of a bare Debian can be made here; with --from-nothing everything is compiled
once more in another folder, and must come out with the same bytes.
"""

import pathlib
import sys

import again
import debian
import windows
from tried import Tried

root, belegd = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
options = set(sys.argv[3:])
if unknown := options - {"--without-debian", "--from-nothing"}:
    sys.exit(f"unknown: {' '.join(sorted(unknown))}")

tried = Tried(root, belegd)
again.check(tried, from_nothing="--from-nothing" in options)
windows.check(tried)
if "--without-debian" in options:
    print("The .deb and the program without libraries have not been tried on a bare Debian: --without-debian.")
else:
    debian.check(tried)
sys.exit(tried.told())
