#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "resolve/names/names.hpp"

namespace belegd::resolve {

/// The parties of a model by every name that a sentence of it may use: for the names on a command line or in a marker of
/// a memorandum.
class Who {
   public:
    explicit Who(const model::Model& model);

    /// A party, or those who are of a region on any day; nothing when nobody is called so.
    std::optional<std::vector<model::PartyId>> called(std::string_view name) const;
    /// Names parted by commas and `en`, as sentences part them.
    std::vector<std::string_view> parted(std::string_view list) const;
    /// Every name, for "did you mean".
    const std::vector<std::string>& all() const { return names_.all(); }

   private:
    const model::Model& model_;
    Names names_;  ///< a number from the parties on is that of a region
};

}  // namespace belegd::resolve
