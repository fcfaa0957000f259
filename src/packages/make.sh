#!/bin/bash
# make.sh ROOT BUILD WINDOWS OUT: what is handed out, from belegd as it is built in BUILD for this machine and in WINDOWS for
# Windows; `./dev packages` has both built. The same sources and the same compilers give the same bytes: every time that is
# written down is that of SOURCE_DATE_EPOCH, files go in by name, belong to nobody and have the same rights.
#
# Not by CPack: its installer wants the rights of an administrator and writes the hour of the build down, and so do its archives.
set -euo pipefail
root=$1 build=$2 windows=$3 out=$4
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
version=$(sed -n 's/.*kVersion = "\(.*\)".*/\1/p' "$root/src/base/version.hpp")
rm -rf "$out"
mkdir -p "$out"

# at_rest FOLDER: the same times and rights, whoever made it and when.
at_rest() {
    chmod -R u=rwX,go=rX "$1"
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# licences PACKAGE...: what Debian says of who made these and how they may be used.
licences() {
    local package
    echo "belegd is licensed under the EUPL-1.2. In this program are parts of others, each with its own terms:"
    for package; do
        printf '\n\n======== %s ========\n\n' "$package"
        cat "/usr/share/doc/$package/copyright"
    done
    printf '\n\n======== Boost (graph, container) ========\n\nThe Boost Software License 1.0, whose text stands with libkainjow-mustache-dev.\n'
}
headers=(tao-pegtl-dev libfmt-dev libcli11-dev nlohmann-json3-dev libhowardhinnant-date-dev libkainjow-mustache-dev)
linked=(libpugixml-dev libutf8proc-dev nettle-dev zlib1g-dev libminizip-dev)

# for_windows FILE: a text as programs of Windows write it.
for_windows() { sed 's/$/\r/' "$1"; }

portable=$room/belegd
mkdir -p "$portable"
cp "$windows/belegd.exe" "$portable"
for_windows "$root/src/packages/LEESMIJ.txt" >"$portable/LEESMIJ.txt"
for_windows "$root/LICENSE" >"$portable/LICENSE.txt"
licences "${headers[@]}" "${linked[@]}" mingw-w64-x86-64-dev g++-mingw-w64-x86-64-posix >"$room/licences"
for_windows "$room/licences" >"$portable/LICENCES-OF-OTHERS.txt"
at_rest "$portable"
(cd "$room" && find belegd -type f | sort | zip -q -X -9 -@ "$out/belegd-$version-windows.zip")
makensis -V2 -NOCD -DVERSION="$version" -DFROM="$portable" -DOUT="$out/belegd-$version-windows-installer.exe" "$root/src/packages/belegd.nsi"

# The programs of Linux: the one that uses the libraries of Debian, installed as a package; the one that needs none, as it is.
packed=$room/deb
cmake --install "$build" --prefix "$packed/usr" --strip >"$room/log" || { cat "$room/log" >&2; exit 1; }
find "$packed/usr/share/man" -type f -exec gzip -n -9 {} +
mkdir -p "$packed/usr/share/doc/belegd" "$packed/DEBIAN" "$room/debian"
{ cat "$root/LICENSE"; echo; licences "${headers[@]}" "${linked[@]}" libgumbo-dev libstdc++-12-dev; } >"$packed/usr/share/doc/belegd/copyright"
printf 'Source: belegd\n\nPackage: belegd\nArchitecture: amd64\n' >"$room/debian/control"
needs=$(cd "$room" && dpkg-shlibdeps -O "$packed/usr/bin/belegd" | sed -n 's/^shlibs:Depends=//p')
sed -e "s/@version@/$version/" -e "s/@needs@/$needs/" -e "s/@size@/$(du -k -s --apparent-size "$packed/usr" | cut -f1)/" \
    "$root/src/packages/control" >"$packed/DEBIAN/control"
at_rest "$packed"
dpkg-deb --root-owner-group --threads-max=1 --build "$packed" "$out/belegd_${version}_amd64.deb" >/dev/null

static=$room/belegd-$version
mkdir -p "$static"
strip -o "$static/belegd" "$build/belegd_static"
cp "$root/LICENSE" "$static/LICENSE"
licences "${headers[@]}" "${linked[@]}" libgumbo-dev libstdc++-12-dev libc6-dev >"$static/LICENCES-OF-OTHERS"
cp "$root/src/packages/LEESMIJ.txt" "$static/LEESMIJ.txt"
at_rest "$static"
tar -C "$room" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --format=gnu -c "belegd-$version" |
    gzip -n -9 >"$out/belegd-$version-linux-amd64.tar.gz"

(cd "$out" && sha256sum belegd* >"$room/sums" && mv "$room/sums" SHA256SUMS)
chmod 644 "$out"/*
ls -l --time-style=+ "$out" | awk 'NR > 1 { print $NF, $5 }'
