#include "base/suggest.hpp"

#include <algorithm>
#include <utility>

#include "base/fold.hpp"

namespace belegd {
namespace {

/// Edits (insert, drop, replace, swap of neighbours) between two folded names.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before = std::exchange(last, std::exchange(now, before));
    }
    return last[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view misspelt, const std::vector<std::string>& known, std::size_t most) {
    const auto wanted = folded(misspelt);
    const auto allowed = std::min<std::size_t>(most, std::max<std::size_t>(1, wanted.size() / 3));
    std::optional<std::string> best;
    auto best_distance = allowed + 1;
    for (const auto& name : known) {
        const auto candidate = folded(name);
        // What is known as it stands is not misspelt: something else is wrong with it.
        if (candidate == wanted) return std::nullopt;
        if (candidate.size() > wanted.size() + allowed || wanted.size() > candidate.size() + allowed) continue;
        const auto found = distance(wanted, candidate);
        if (found < best_distance) best = name, best_distance = found;
    }
    return best;
}

std::vector<std::string> bearing_words(std::string_view name) {
    constexpr std::size_t kShort = 4;
    const auto text = folded(name);
    std::vector<std::string> out;
    for (std::string_view rest = text; !rest.empty();) {
        const auto end = std::min(rest.find_first_of(" ,"), rest.size());
        auto word = rest.substr(0, end);
        for (const std::string_view ending : {"en", "e", "s"})
            if (word.size() > kShort + 2 && word.ends_with(ending)) {
                word.remove_suffix(ending.size());
                break;
            }
        if (word.size() > kShort) out.emplace_back(word);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

bool alike(const std::vector<std::string>& a, const std::vector<std::string>& b,
           const std::function<bool(const std::string&)>& tells) {
    const auto same = [](const std::string& one, const std::string& other) {
        if (one == other) return true;
        const auto least = std::min(one.size(), other.size());
        const auto shared =
            std::size_t(std::mismatch(one.begin(), one.begin() + long(least), other.begin()).first - one.begin());
        return shared >= kBeginning && shared * 5 >= least * 3;
    };
    const auto mostly_in = [&](const auto& words, const auto& others) {
        std::size_t all = 0, shared = 0;
        for (const auto& word : words) {
            all += word.size();
            const auto is_word = [&](const auto& other) { return same(word, other); };
            if (tells(word) && std::any_of(others.begin(), others.end(), is_word)) shared += word.size();
        }
        return shared * 2 > all;
    };
    return (!a.empty() && a == b) || (mostly_in(a, b) && mostly_in(b, a));
}

}  // namespace belegd
