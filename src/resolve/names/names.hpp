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
    std::optional<std::uint32_t> find(std::string_view name) const;
    /// As they were declared, in that order, for "did you mean".
    const std::vector<std::string>& all() const { return all_; }

   private:
    std::unordered_map<std::string, std::uint32_t> by_name_;
    std::vector<std::string> all_;
};

/// A run of words divided at `en` / `and` into declared names, longest first: `werk en inkomen en wmo` is two names.
/// What is not declared is left as it stands, up to the next `en`. `joined` tells that there was an `en` between names.
struct Divided {
    std::vector<std::string_view> names;
    bool joined = false;
};
Divided divided(std::string_view run, const std::function<bool(std::string_view)>& declared);

}  // namespace belegd::resolve
