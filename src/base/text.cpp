#include "base/text.hpp"

namespace belegd {
namespace {

Text chained(const std::vector<Text>& items, const Text& last) {
    Text out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool closes = i > 0 && i + 1 == items.size();
        out.nl += i == 0 ? "" : closes ? last.nl : ", ";
        out.en += i == 0 ? "" : closes ? last.en : ", ";
        out.nl += items[i].nl;
        out.en += items[i].en;
    }
    return out;
}

}  // namespace

Text::Text() = default;
Text::Text(std::string both) : nl(both), en(std::move(both)) {}
Text::Text(std::string_view both) : nl(both), en(both) {}
Text::Text(const char* both) : nl(both), en(nl) {}
Text::Text(std::string dutch, std::string english) : nl(std::move(dutch)), en(std::move(english)) {}
Text::Text(const Words& words) : nl(words.nl), en(words.en) {}
Text::Text(const Text&) = default;
Text::Text(Text&&) noexcept = default;
Text& Text::operator=(const Text&) = default;
Text& Text::operator=(Text&&) noexcept = default;
Text::~Text() = default;

Text number(long long value) { return Text(std::to_string(value)); }

Text listed(const std::vector<Text>& items) { return chained(items, {" en ", " and "}); }

Text alternatives(const std::vector<Text>& items) { return chained(items, {" of ", " or "}); }

Text within_sentence(Text title) {
    for (auto* each : {&title.nl, &title.en}) {
        const auto is = [&](std::size_t at, char first, char last) {
            return (*each)[at] >= first && (*each)[at] <= last;
        };
        if (each->size() > 1 && is(0, 'A', 'Z') && is(1, 'a', 'z'))
            (*each)[0] = static_cast<char>((*each)[0] - 'A' + 'a');
    }
    return title;
}

Text joined(const std::vector<Text>& items, std::string_view between) {
    Text out;
    for (const auto& item : items) {
        if (!out.empty()) {
            out.nl += between;
            out.en += between;
        }
        out.nl += item.nl;
        out.en += item.en;
    }
    return out;
}

std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (!blank)
            out += byte;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return out;
}

std::string without_marks(std::string_view markdown) {
    std::string out;
    bool code = false;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const auto rest = markdown.substr(i);
        if (rest.front() == '`') {
            code = !code;
        } else if (!code && rest.starts_with("**")) {
            ++i;
        } else if (!code && rest.front() == '\\' && rest.size() > 1) {
            out += markdown[++i];
        } else if (const auto middle = rest.find("](");
                   !code && rest.front() == '[' && middle != rest.npos && rest.find(')', middle) != rest.npos) {
            out += without_marks(rest.substr(1, middle - 1));
            i += rest.find(')', middle);
        } else {
            out += rest.front();
        }
    }
    return out;
}

}  // namespace belegd
