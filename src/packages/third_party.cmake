# The target third_party: what belegd is linked against where Debian has no libraries for, a page and Windows; from the sources
# of the packages that it is linked against natively, what is used of them and no more. `dev` fetches them and lays them out
# as links (see `libraries_from_sources` there): THIRD_PARTY has a folder for each, HEADERS the libraries that are headers
# only, since /usr/include itself is of another machine. Gumbo is not among them: only who holds a page against a model reads
# HTML (src/render/written/no_html.cpp says so).
set(THIRD_PARTY "" CACHE PATH "the sources of Debian packages")
set(HEADERS "" CACHE PATH "header-only libraries")

add_library(third_party STATIC
    ${THIRD_PARTY}/pugixml/src/pugixml.cpp
    ${THIRD_PARTY}/utf8proc/utf8proc.c
    ${THIRD_PARTY}/nettle/sha256.c ${THIRD_PARTY}/nettle/sha256-compress.c ${THIRD_PARTY}/nettle/write-be32.c
    ${THIRD_PARTY}/zlib/adler32.c ${THIRD_PARTY}/zlib/crc32.c ${THIRD_PARTY}/zlib/deflate.c ${THIRD_PARTY}/zlib/inffast.c
    ${THIRD_PARTY}/zlib/inflate.c ${THIRD_PARTY}/zlib/inftrees.c ${THIRD_PARTY}/zlib/trees.c ${THIRD_PARTY}/zlib/zutil.c
    ${THIRD_PARTY}/minizip/ioapi.c ${THIRD_PARTY}/minizip/unzip.c ${THIRD_PARTY}/minizip/zip.c)
target_include_directories(third_party SYSTEM PUBLIC ${HEADERS} ${THIRD_PARTY}/pugixml/src ${THIRD_PARTY}/utf8proc ${THIRD_PARTY} ${THIRD_PARTY}/zlib)
target_include_directories(third_party PRIVATE ${THIRD_PARTY}/nettle)
target_compile_definitions(third_party PUBLIC UTF8PROC_STATIC PRIVATE NOCRYPT NOUNCRYPT IOAPI_NO_64)
set_target_properties(third_party PROPERTIES UNITY_BUILD OFF) # other people's files
target_compile_options(third_party PRIVATE -w -ffile-prefix-map=${THIRD_PARTY}/=)
