#include "render/json_text.hpp"

#include <nlohmann/json.hpp>

namespace belegd::render {

nlohmann::ordered_json in_both(const Text& text) { return {{"nl", text.nl}, {"en", text.en}}; }

nlohmann::ordered_json in_both(const std::vector<Text>& texts) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& each : texts) out.push_back(in_both(each));
    return out;
}

}  // namespace belegd::render
