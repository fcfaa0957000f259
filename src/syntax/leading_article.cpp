#include "syntax/leading_article.hpp"

#include "base/fold.hpp"

namespace belegd::syntax {
namespace {

constexpr std::string_view kArticles[] = {
#define ARTICLE(word) word,
#include "set_phrases.def"
};

}  // namespace

std::string_view behind_article(std::string_view name) {
    const auto blank = name.find(' ');
    const auto rest = name.find_first_not_of(' ', blank);
    if (blank == std::string_view::npos || rest == std::string_view::npos) return name;
    for (const auto article : kArticles)
        if (folds_to(name.substr(0, blank), article)) return name.substr(rest);
    return name;
}

}  // namespace belegd::syntax
