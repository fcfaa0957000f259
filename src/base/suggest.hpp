#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace belegd {

/// The known name nearest to a misspelt one (both as people write them), or nothing when none is near: at most one
/// slip in three characters, at most `most` slips. The first of equals wins, so the order of `known` decides.
/// A name that is known as it stands is no misspelling: nothing is near to it.
std::optional<std::string> nearest(std::string_view misspelt, const std::vector<std::string>& known,
                                   std::size_t most = 3);

}  // namespace belegd
