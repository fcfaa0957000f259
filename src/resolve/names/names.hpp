#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace belegd::resolve {

/// The names of one kind of thing; case, accents and `-`, `_`, blank do not count.
class Names {
   public:
    /// Adds a name, or tells who has it already.
    std::optional<std::uint32_t> add(std::string_view name, std::uint32_t index);
    /// Adds a code, which is a name that nobody is asked whether it was meant.
    void add_code(std::string_view code, std::uint32_t index);
    std::optional<std::uint32_t> find(std::string_view name) const;
    /// The same of what is folded already: a name that is sought among several kinds is folded once.
    std::optional<std::uint32_t> find_folded(const std::string& name) const;
    /// As they were declared, in that order, for "did you mean".
    const std::vector<std::string>& all() const { return all_; }

   private:
    std::unordered_map<std::string, std::uint32_t> by_name_;
    std::vector<std::string> all_;
};

/// `het college` is the college, `Gemeente Delft` is Delft: an article before a name does not count.
std::string_view without_article(std::string_view name);

/// What a name stands for as sentences write it, and the part of it that is the name: whole, or without its article.
struct AsWritten {
    std::uint32_t index = 0;
    std::string_view name;
};
std::optional<AsWritten> as_written(const Names& names, std::string_view name);

/// A run of words divided at `en` / `and` into declared names, longest first: `werk en inkomen en wmo` is two names.
/// What is not declared is left as it stands, up to the next `en`. `joined` tells that there was an `en` between names.
struct Divided {
    std::vector<std::string_view> names;
    bool joined = false;
};
Divided divided(std::string_view run, const std::function<bool(std::string_view)>& declared);
/// The names of a list parted by commas, and by `en` / `and` as above.
std::vector<std::string_view> parted(std::string_view list, const std::function<bool(std::string_view)>& declared);

}  // namespace belegd::resolve
