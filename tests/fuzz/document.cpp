// Any bytes as a document that is held against a model: an archive, what stands in one, a page.
#include <cstddef>
#include <cstdint>
#include <string>

#include "render/archive.hpp"
#include "render/written/written.hpp"

namespace {

constexpr std::size_t kLongest = 64 << 10;  // bytes

void read(const std::string& bytes) {
    using namespace belegd::render;
    const auto page = written_in_html(bytes);
    const auto word = written_in_docx(archive({{"word/document.xml", bytes}, {"word/styles.xml", bytes}}));
    const auto open = written_in_odt(archive({{"content.xml", bytes}}));
    (void)written_in_docx(bytes);
    (void)written_in_odt(bytes);
    for (const auto* one : {&page, &word, &open})
        for (const auto* other : {&page, &word, &open})
            if (*one && *other) (void)differences(**one, **other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size <= kLongest) read(std::string(reinterpret_cast<const char*>(data), size));
    return 0;
}
