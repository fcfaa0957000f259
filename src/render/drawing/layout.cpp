#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

#include "render/drawing/measure.hpp"
#include "render/drawing/sketch.hpp"

namespace belegd::render {
namespace {

using nlohmann::json;

/// `12.3,45.6` and what follows, by commas and blanks.
std::vector<double> numbers_in(const std::string& text) {
    std::vector<double> out;
    const char* at = text.c_str();
    while (*at != '\0') {
        char* end = nullptr;
        const double value = std::strtod(at, &end);
        if (end == at)
            ++at;
        else
            out.push_back(value), at = end;
    }
    return out;
}

std::string string_in(const json& object, const char* name) {
    const auto at = object.find(name);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

class Placer {
   public:
    Placer(Sketch sketch, const json& answer) : out_(std::move(sketch)), answer_(answer) {}

    std::optional<Sketch> placed() {
        const auto whole = numbers_in(string_in(answer_, "bb"));
        if (whole.size() != 4 || !answer_.contains("objects")) return std::nullopt;
        out_.width = whole[2];
        out_.height = whole[3];
        std::map<std::string, const json*> by_name;
        std::map<long long, std::string> names;
        for (const auto& each : answer_["objects"]) {
            const auto name = string_in(each, "name");
            by_name[name] = &each;
            if (const auto id = each.find("_gvid"); id != each.end() && id->is_number_integer())
                names[id->get<long long>()] = name;
        }
        for (auto& box : out_.boxes) {
            const auto found = by_name.find(box.id);
            const auto centre =
                found == by_name.end() ? std::vector<double>{} : numbers_in(string_in(*found->second, "pos"));
            if (centre.size() != 2) return std::nullopt;
            box.at = {centre[0] - box.width / 2, out_.height - centre[1] - box.height / 2};
        }
        for (auto& frame : out_.frames) {
            const auto found = by_name.find("cluster_" + frame.id);
            const auto box =
                found == by_name.end() ? std::vector<double>{} : numbers_in(string_in(*found->second, "bb"));
            if (box.size() != 4) return std::nullopt;
            frame.at = {box[0], out_.height - box[3]};
            frame.width = box[2] - box[0];
            frame.height = box[3] - box[1];
        }
        return edges(names) ? std::optional(std::move(out_)) : std::nullopt;
    }

   private:
    bool edges(const std::map<long long, std::string>& names) {
        std::map<std::pair<std::string, std::string>, std::string> curves;
        if (answer_.contains("edges"))
            for (const auto& each : answer_["edges"]) {
                const auto end = [&](const char* which) {
                    const auto at = each.find(which);
                    const auto name =
                        at == each.end() || !at->is_number_integer() ? names.end() : names.find(at->get<long long>());
                    return name == names.end() ? std::string() : name->second;
                };
                curves[{end("tail"), end("head")}] = string_in(each, "pos");
            }
        for (auto& edge : out_.edges) {
            const auto found = curves.find({out_.boxes[edge.from].id, out_.boxes[edge.to].id});
            if (found == curves.end()) return false;
            auto text = found->second;
            // The point of an arrow comes first: `e,12,34 …`.
            std::optional<Spot> point;
            if (text.starts_with("e,")) {
                const auto blank = std::min(text.find(' '), text.size());
                const auto at = numbers_in(text.substr(2, blank - 2));
                if (at.size() != 2) return false;
                point = Spot{at[0], out_.height - at[1]};
                text.erase(0, blank);
            }
            const auto all = numbers_in(text);
            if (all.size() < 8 || all.size() % 2 != 0) return false;
            for (std::size_t i = 0; i + 1 < all.size(); i += 2)
                edge.curve.push_back({all[i], out_.height - all[i + 1]});
            if (edge.curve.size() % 3 != 1) return false;
            if (point) edge.curve.push_back(*point);
        }
        return true;
    }

    Sketch out_;
    const json& answer_;
};

}  // namespace

std::optional<Sketch> placed(Sketch sketch, const Positions& layout) {
    const auto answer = json::parse(layout.answer, nullptr, false);
    if (!answer.is_object()) return std::nullopt;
    return Placer(std::move(sketch), answer).placed();
}

std::string layout_asked(const report::Drawing& drawing, Language language) {
    return sketch_in_dot(sketch(drawing, language), drawing, language, true);
}

}  // namespace belegd::render
