#pragma once
// What a fuzz target does to a text: half of the changes are made to bytes, the others to lines and words, with the words
// of the table, so that many texts stay readable and reach the later stages.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/words.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace belegd::fuzz {

using Random = std::minstd_rand;

/// The other file of the folder; a model may use it and it uses itself.
inline std::optional<std::string> other_file(const std::string& path) {
    if (path != "taken.belegd") return std::nullopt;
    return "gebruik \"taken.belegd\"\ndomein zorg { vergt uitvoering\n taak hulp\n taak opvang }\n";
}

using Lines = std::vector<std::string>;

inline Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

inline std::string text_of(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

inline std::size_t any_of(Random& random, std::size_t count) { return random() % count; }

/// A phrase of the table in either language, or a value that is easily wrong.
inline std::string any_phrase(Random& random) {
    static const std::vector<std::string> values{"1 januari 2023",
                                                 "31-12-2022",
                                                 "2024-02-30",
                                                 "Q3 2022",
                                                 "medio 2022",
                                                 "2021",
                                                 "{",
                                                 "}",
                                                 ",",
                                                 "\"tekst\"",
                                                 "€ 1.000,50",
                                                 "70 %",
                                                 "raad",
                                                 "college",
                                                 "Leiden",
                                                 "#",
                                                 "of",
                                                 "en",
                                                 "uitvoering",
                                                 "wmo",
                                                 "hosting",
                                                 "bijstand",
                                                 "'s",
                                                 "de gemeente zelf"};
    const auto words = static_cast<std::size_t>(syntax::Word::count_);
    const auto at = any_of(random, words + values.size());
    if (at >= words) return values[at - words];
    return std::string(
        syntax::info(static_cast<syntax::Word>(at)).phrase.in(random() % 4 == 0 ? Language::en : Language::nl));
}

/// Where a word of the line begins and ends; the whole line when it has none.
inline std::pair<std::size_t, std::size_t> any_word(Random& random, std::string_view line) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        words.emplace_back(at, end);
        at = line.find_first_not_of(' ', end);
    }
    return words.empty() ? std::pair<std::size_t, std::size_t>{0, line.size()} : words[any_of(random, words.size())];
}

inline void change(Lines& lines, Random& random) {
    const auto here = any_of(random, lines.size()), there = any_of(random, lines.size());
    auto& line = lines[here];
    const auto [begin, end] = any_word(random, line);
    switch (random() % 8) {
        case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(here)); break;
        case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(here), std::string(lines[there])); break;
        case 2: std::swap(lines[here], lines[there]); break;
        case 3: line.erase(begin, end - begin); break;
        case 4: line.insert(end, " " + any_phrase(random)); break;
        case 5: line += " " + any_phrase(random) + " " + any_phrase(random); break;
        case 6: {
            const auto [from, to] = any_word(random, lines[there]);
            line.replace(begin, end - begin, std::string(lines[there], from, to - from));
            break;
        }
        default: line.replace(begin, end - begin, any_phrase(random)); break;
    }
}

/// Changes a text in place, as libFuzzer asks for; now and then it begins from one of the models given.
template <std::size_t Count>
std::size_t changed(const std::string_view (&models)[Count], std::uint8_t* data, std::size_t size, std::size_t most,
                    unsigned seed) {
    Random random(seed);
    if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    const bool fresh = size < 8 || random() % 16 == 0;
    auto lines =
        lines_of(fresh ? models[any_of(random, Count)] : std::string_view(reinterpret_cast<const char*>(data), size));
    for (auto changes = 1 + random() % 4; changes > 0 && !lines.empty(); --changes) change(lines, random);
    const auto text = text_of(lines);
    const auto length = std::min(text.size(), most);
    std::memcpy(data, text.data(), length);
    return length;
}

}  // namespace belegd::fuzz
