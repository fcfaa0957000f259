// Any text through the formatter: it does not crash or hang, comes to rest, and says what the text said.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "syntax/format.hpp"
#include "syntax/load.hpp"
#include "syntax/meaning.hpp"
#include "syntax/parser.hpp"

namespace {

using namespace belegd;

constexpr std::size_t kLongest = 16 << 10;  // bytes

const syntax::Lexicon& lexicon() {
    static const auto out = [] {
        Diagnostics nothing;
        return syntax::load(
                   "", "", [](const std::string&) { return std::nullopt; }, nothing)
            .lexicon;
    }();
    return out;
}

syntax::Meaning meaning(const std::string& text) {
    Sources sources;
    Diagnostics mistakes;
    sources.add(Source("", text));
    const auto tree = syntax::parse(sources, 0, lexicon(), mistakes);
    return syntax::meaning(text, tree, syntax::pieces(text, tree, lexicon(), {}));
}

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > kLongest) return 0;
    const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
    std::optional<Language> into;
    if (data[0] % 3 == 1) into = Language::nl;
    if (data[0] % 3 == 2) into = Language::en;
    const auto once = syntax::formatted(text, lexicon(), into);
    require(syntax::formatted(once.text, lexicon(), into).text == once.text);
    if (!once.readable) {
        require(once.text == text);
        return 0;
    }
    const auto before = meaning(text), after = meaning(once.text);
    require(before.steps == after.steps && before.comments == after.comments);
    return 0;
}
