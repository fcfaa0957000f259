#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace belegd {

/// The known name nearest to a misspelt one (both as people write them), or nothing when none is near: at most one
/// slip in three characters, at most `most` slips, and of no name longer than 200 bytes. The first of equals wins, so the order of `known` decides.
/// A name that is known as it stands is no misspelling: nothing is near to it.
std::optional<std::string> nearest(std::string_view misspelt, const std::vector<std::string>& known,
                                   std::size_t most = 3);

/// Names to which many are compared: folded once.
class KnownNames {
   public:
    void add(std::string name);
    /// As `belegd::nearest`.
    std::optional<std::string> nearest(std::string_view misspelt, std::size_t most = 3) const;

   private:
    std::vector<std::string> names_, folded_;
};

/// Words that begin with the same so many letters may be one word in two forms: `huishoudelijk` and `huishouden`.
inline constexpr std::size_t kBeginning = 7;

/// The words of a name that bear its meaning: folded, without the short ones (`van`, `bij het`) and without inflection.
std::vector<std::string> bearing_words(std::string_view name);

/// What a name says that it is not: `niet`, `uitgezonderd`, `overige`. Names that differ in this are of different things,
/// however much they share.
struct Denial {
    bool not_it = false, excepted = false, rest = false;
    auto operator<=>(const Denial&) const = default;
};
Denial denied_in(std::string_view name);

/// Whether two names, as bearing words, may well be of one thing: most of each stands in the other too, in words that
/// begin alike. `kortdurende opname` and `kortdurend verblijf` are; `begeleiding groep` and `begeleiding individueel`
/// are not. A word that `tells` nothing, since many names have it, makes no names alike: `vergunningen afval` and
/// `vergunningen archief`.
bool alike(
    const std::vector<std::string>& a, const std::vector<std::string>& b,
    const std::function<bool(const std::string&)>& tells = [](const std::string&) { return true; });

}  // namespace belegd
