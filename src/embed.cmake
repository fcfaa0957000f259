# cmake -D FUNCTION=library -D "FILES=a.belegd;b.belegd" -D OUTPUT=library.cpp -P embed.cmake
#
# Writes OUTPUT: C++ that holds the text of FILES and defines belegd::embedded::FUNCTION(), see base/embedded.hpp.

set(fence "=embedded=")
set(entries "")
foreach(path IN LISTS FILES)
    cmake_path(GET path FILENAME name)
    file(READ "${path}" text)
    string(FIND "${text}" ")${fence}\"" clash)
    if(NOT clash EQUAL -1)
        message(FATAL_ERROR "${path} holds )${fence}\", which ends the text in C++")
    endif()
    string(APPEND entries "    {\"${name}\", R\"${fence}(${text})${fence}\"sv},\n")
endforeach()

list(LENGTH FILES count)
file(WRITE "${OUTPUT}" "#include \"base/embedded.hpp\"

#include <array>

namespace belegd::embedded {
using namespace std::string_view_literals;

constexpr std::array<File, ${count}> files_of_${FUNCTION} = {{
${entries}}};

std::span<const File> ${FUNCTION}() { return files_of_${FUNCTION}; }

}  // namespace belegd::embedded
")
