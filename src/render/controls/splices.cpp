#include "render/controls/splices.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace belegd::render::controls {
namespace {

std::size_t behind(std::string_view text, std::string_view mark, std::size_t from) {
    const auto at = text.find(mark, from);
    return at == std::string_view::npos ? text.size() : at + mark.size();
}

}  // namespace

std::size_t Splices::end_of_tag(std::size_t begin) const {
    char quote = 0;
    for (auto at = begin; at < text_.size(); ++at) {
        const char c = text_[at];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return text_.size();
}

Splices::Tags Splices::tags_of(pugi::xml_node element) const {
    const auto name = element.offset_debug();
    assert(element.type() == pugi::node_element && name > 0);
    Tags out{static_cast<std::size_t>(name) - 1, 0, 0, 0, false};
    out.after_first = end_of_tag(out.begin);
    out.empty = out.after_first >= 2 && text_[out.after_first - 2] == '/';
    out.before_last = out.end = out.after_first;
    if (out.empty) return out;
    std::size_t depth = 1;
    for (auto at = text_.find('<', out.after_first); at != std::string_view::npos;) {
        const auto rest = text_.substr(at);
        auto end = at;
        if (rest.starts_with("<!--")) {
            end = behind(text_, "-->", at + 4);
        } else if (rest.starts_with("<![CDATA[")) {
            end = behind(text_, "]]>", at);
        } else if (rest.starts_with("<?")) {
            end = behind(text_, "?>", at);
        } else {
            end = end_of_tag(at);
            if (rest.starts_with("</"))
                --depth;
            else if (text_[end - 2] != '/')
                ++depth;
        }
        if (depth == 0) {
            out.before_last = at;
            out.end = end;
            return out;
        }
        at = text_.find('<', end);
    }
    out.before_last = out.end = text_.size();
    return out;
}

std::string_view Splices::written(pugi::xml_node element) const {
    const auto tags = tags_of(element);
    return text_.substr(tags.begin, tags.end - tags.begin);
}

void Splices::remove(pugi::xml_node element) { replace(element, {}); }

void Splices::replace(pugi::xml_node element, std::string with) {
    const auto tags = tags_of(element);
    changes_.push_back({tags.begin, tags.end, std::move(with)});
}

void Splices::put_before(pugi::xml_node element, std::string what) {
    const auto begin = tags_of(element).begin;
    changes_.push_back({begin, begin, std::move(what)});
}

void Splices::put_last(pugi::xml_node parent, std::string what) {
    const auto tags = tags_of(parent);
    if (tags.empty) {
        // Of what is empty the one tag has become two, if something was put into it before.
        for (auto& each : changes_)
            if (each.end == tags.after_first)
                return static_cast<void>(
                    each.with.insert(each.with.size() - std::strlen(parent.name()) - std::strlen("</>"), what));
        return put_instead(parent, std::move(what));
    }
    changes_.push_back({tags.before_last, tags.before_last, std::move(what)});
}

void Splices::put_instead(pugi::xml_node parent, std::string what) {
    const auto tags = tags_of(parent);
    if (tags.empty)
        changes_.push_back({tags.after_first - 2, tags.after_first, ">" + what + "</" + parent.name() + ">"});
    else
        changes_.push_back({tags.after_first, tags.before_last, std::move(what)});
}

void Splices::set(pugi::xml_node element, std::string_view attribute, std::string_view value) {
    const auto tags = tags_of(element);
    const auto tag = text_.substr(tags.begin, tags.after_first - tags.begin);
    const auto name = tag.find(attribute);
    if (name == std::string_view::npos) return;
    const auto open = tag.find_first_of("\"'", name);
    const auto close = open == std::string_view::npos ? open : tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) return;
    if (!value.empty()) return changes_.push_back({tags.begin + open + 1, tags.begin + close, std::string(value)});
    const auto blank = tag.find_last_not_of(" \t\r\n", name - 1) + 1;
    changes_.push_back({tags.begin + blank, tags.begin + close + 1, {}});
}

std::string Splices::text() const {
    auto changes = changes_;
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::string out;
    std::size_t at = 0;
    for (const auto& each : changes) {
        assert(each.begin >= at);
        out.append(text_, at, each.begin - at);
        out += each.with;
        at = each.end;
    }
    out.append(text_, at);
    return out;
}

}  // namespace belegd::render::controls
