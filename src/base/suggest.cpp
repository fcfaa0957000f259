#include "base/suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/fold.hpp"

namespace belegd {
namespace {

/// Edits (insert, drop, replace, swap of neighbours) between two folded names of at most `kLongest` bytes; more than
/// `most` when there are more, for then nobody asks how many.
constexpr std::size_t kLongest = 200;
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
    using Row = std::array<std::size_t, kLongest + 1>;
    Row rows[3];
    Row *before = &rows[0], *last = &rows[1], *now = &rows[2];
    for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        // Further from the diagonal than `most` there are more edits than that.
        const auto from = i > most ? i - most : 1, to = std::min(b.size(), i + most);
        (*now)[from - 1] = from == 1 ? i : most + 1;
        auto least = most + 1;
        for (std::size_t j = from; j <= to; ++j) {
            auto& here = (*now)[j];
            here = std::min((*now)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] != b[j - 1]));
            if (j < i + most) here = std::min(here, (*last)[j] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                here = std::min(here, (*before)[j - 2] + 1);
            least = std::min(least, here);
        }
        if (to < b.size()) (*now)[to + 1] = most + 1;
        if (least > most) return most + 1;
        before = std::exchange(last, std::exchange(now, before));
    }
    return (*last)[b.size()];
}

/// The best of the names that have been looked at.
class Nearest {
   public:
    Nearest(std::string_view misspelt, std::size_t most)
        : wanted_(misspelt.size() > kLongest ? std::string() : folded(misspelt)),
          allowed_(std::min<std::size_t>(most, std::max<std::size_t>(1, wanted_.size() / 3))),
          distance_(allowed_ + 1),
          given_up_(misspelt.size() > kLongest || wanted_.size() > kLongest) {}

    /// Whether another name can still be nearer.
    bool look(const std::string& name, std::string_view candidate) {
        // What is known as it stands is not misspelt: something else is wrong with it.
        if (candidate == wanted_) given_up_ = true;
        if (given_up_) return false;
        if (candidate.size() > kLongest || candidate.size() > wanted_.size() + allowed_ ||
            wanted_.size() > candidate.size() + allowed_)
            return true;
        const auto found = distance(wanted_, candidate, allowed_);
        if (found < distance_) best_ = &name, distance_ = found;
        return true;
    }
    bool given_up() const { return given_up_; }
    std::optional<std::string> best() const {
        return given_up_ || best_ == nullptr ? std::nullopt : std::optional(*best_);
    }

   private:
    std::string wanted_;
    std::size_t allowed_, distance_;
    bool given_up_;
    const std::string* best_ = nullptr;
};

}  // namespace

std::optional<std::string> nearest(std::string_view misspelt, const std::vector<std::string>& known, std::size_t most) {
    Nearest out(misspelt, most);
    for (const auto& name : known) {
        if (out.given_up()) break;
        if (name.size() <= kLongest) out.look(name, folded(name));
    }
    return out.best();
}

void KnownNames::add(std::string name) {
    folded_.push_back(folded(name));
    names_.push_back(std::move(name));
}

std::optional<std::string> KnownNames::nearest(std::string_view misspelt, std::size_t most) const {
    Nearest out(misspelt, most);
    for (std::size_t i = 0; i < names_.size() && out.look(names_[i], folded_[i]); ++i) {
    }
    return out.best();
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

Denial denied_in(std::string_view name) {
    enum How : std::uint8_t { whole, begun };
    struct Telling {
        std::string_view word;
        How how;
        bool Denial::*says;
    };
    static constexpr Telling kTelling[] = {
#define DENIED(word, how, says) {word, how, &Denial::says},
#include "set_phrases.def"
    };
    const auto text = folded(name);
    Denial out;
    for (std::string_view left = text; !left.empty();) {
        const auto end = std::min(left.find_first_of(" ,-_()"), left.size());
        const auto word = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        for (const auto& each : kTelling)
            if (each.how == whole ? word == each.word : word.starts_with(each.word)) out.*each.says = true;
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
