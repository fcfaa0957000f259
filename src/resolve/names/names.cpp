#include "resolve/names/names.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "syntax/words.hpp"

namespace belegd::resolve {

std::optional<std::uint32_t> Names::add(std::string_view name, std::uint32_t index) {
    const auto [known, is_new] = by_name_.try_emplace(folded(name), index);
    if (!is_new) return known->second;
    all_.emplace_back(name);
    return std::nullopt;
}

void Names::add_code(std::string_view code, std::uint32_t index) { by_name_.try_emplace(folded(code), index); }

std::optional<std::uint32_t> Names::find(std::string_view name) const { return find_folded(folded(name)); }

std::optional<std::uint32_t> Names::find_folded(const std::string& name) const {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view without_article(std::string_view name) {
    for (const std::string_view article :
         {"de gemeente", "gemeente", "the municipality of", "municipality of", "de", "het", "een", "the", "a", "an"}) {
        if (name.size() <= article.size() || !folds_to(name.substr(0, article.size()), article)) continue;
        const auto rest = name.find_first_not_of(" \t", article.size());
        if (rest != std::string_view::npos && rest > article.size()) return name.substr(rest);
    }
    return name;
}

std::optional<AsWritten> as_written(const Names& names, std::string_view name) {
    for (const auto each : {name, without_article(name)})
        if (const auto found = names.find(each)) return AsWritten{*found, each};
    return std::nullopt;
}

namespace {

/// Whether a declared name that goes on beyond `least` begins a run and ends at a blank in it.
bool begins_with_name(std::string_view run, std::size_t least, const std::function<bool(std::string_view)>& declared) {
    for (auto end = run.find_last_of(" \t"); end != std::string_view::npos && end > least;
         end = run.substr(0, end).find_last_of(" \t"))
        if (declared(run.substr(0, end))) return true;
    return false;
}

}  // namespace

Divided divided(std::string_view run, const std::function<bool(std::string_view)>& declared) {
    if (declared(run)) return {{run}, false};
    struct Cut {
        std::size_t end, next;
    };
    std::vector<Cut> cuts;
    for (std::size_t at = 0; at < run.size(); ++at) {
        const bool blank = run[at] == ' ' || run[at] == '\t';
        if (!blank || (at > 0 && (run[at - 1] == ' ' || run[at - 1] == '\t'))) continue;
        const auto rest = run.substr(at);
        const auto start = rest.find_first_not_of(" \t");
        if (start == std::string_view::npos) break;
        const auto word_end = std::min(rest.find_first_of(" \t", start), rest.size());
        if (!syntax::is_and(folded(rest.substr(start, word_end - start)))) continue;
        const auto next = rest.find_first_not_of(" \t", word_end);
        if (next != std::string_view::npos) cuts.push_back({at, at + next});
    }
    // As many times `en` stands in no one name; without end, a long run would be tried in every way.
    constexpr std::size_t kMostInName = 16;
    Divided out;
    std::size_t begin = 0;
    for (std::size_t cut = 0; cut <= cuts.size();) {
        // The longest stretch from `begin` that is a declared name; otherwise up to the next `en`.
        std::size_t chosen = cut;
        for (std::size_t end = std::min(cuts.size(), cut + kMostInName) + 1; end-- > cut;) {
            const auto stop = end < cuts.size() ? cuts[end].end : run.size();
            if (declared(run.substr(begin, stop - begin))) {
                chosen = end;
                break;
            }
        }
        // A name with `en` and something behind it is one name with too much behind it.
        for (std::size_t last = std::min(cuts.size(), cut + kMostInName); chosen == cut && last-- > cut;) {
            const auto end = last + 1 < cuts.size() ? cuts[last + 1].end : run.size();
            if (declared(run.substr(begin, cuts[cut].end - begin)) ||
                !begins_with_name(run.substr(begin, end - begin), cuts[last].next - begin, declared))
                continue;
            chosen = last + 1;
        }
        const auto stop = chosen < cuts.size() ? cuts[chosen].end : run.size();
        out.names.push_back(run.substr(begin, stop - begin));
        if (chosen == cuts.size()) break;
        begin = cuts[chosen].next;
        cut = chosen + 1;
        out.joined = true;
    }
    return out;
}

std::vector<std::string_view> parted(std::string_view list, const std::function<bool(std::string_view)>& declared) {
    std::vector<std::string_view> out;
    const auto trimmed = [](std::string_view part) {
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        return part;
    };
    while (!list.empty()) {
        const auto first = std::min(list.find(','), list.size());
        // A name may hold commas itself: the longest that is declared.
        auto end = list.size();
        while (end > first && !declared(trimmed(list.substr(0, end)))) end = list.rfind(',', end - 1);
        const auto part = trimmed(list.substr(0, end));
        if (end > first) {
            out.push_back(part);
            list.remove_prefix(std::min(end + 1, list.size()));
            continue;
        }
        for (const auto name : divided(part, declared).names)
            if (!name.empty()) out.push_back(name);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

}  // namespace belegd::resolve
