// What stands behind a statement that has ended.
#include "syntax/mistakes/teller.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "base/fold.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "syntax/leading_article.hpp"
#include "syntax/numbers.hpp"

namespace belegd::syntax::mistaken {

void Teller::end_of_line() {
    out_.code = Code::L04;
    const auto first = words_at(text_, mistake_.offset, 3);
    out_.message = say(message::superfluous, {read(3), quoted(phrase(mistake_.statement))});
    const auto mark = first.empty() ? '\0' : first.front();
    if (mark == ',' && clause_behind(static_cast<std::uint32_t>(text_.find(',', mistake_.offset)))) return;
    if (money_left_open() || bounded_condition() || bare_limit() || bare_status() || receiver_first()) return;
    if (mark == ',' && readable(words_at(text_, mistake_.offset + 1, 1)).empty()) {
        remedy(say(message::no_end_mark, {Text(",")}));
    } else if (mark == ',') {
        const auto clause = tree_[node_before(tree_, mistake_.offset, [](const Node& node) {
                                return node.kind == Kind::clause || node.kind == Kind::statement;
                            })].word;
        out_.message =
            say(message::one_value, {quoted(phrase(clause)), Text(readable(words_at(text_, mistake_.offset + 1, 3)))});
        trim_one_value();
        remedy(say(message::one_value_remedy));
    } else if (mark == '.' && goes_on_behind_mark()) {
        name_with_marks();
    } else if (mark == ';' || mark == '.') {
        remedy(say(message::no_end_mark, {Text(first.substr(0, 1))}));
    } else if (mark == ':' || mark == '=') {
        remedy(say(message::no_colon));
    } else if (mark == '(') {
        out_.message =
            say(message::superfluous, {quoted(Text(readable(in_brackets()))), quoted(phrase(mistake_.statement))});
        out_.primary.span.end = mistake_.offset + static_cast<std::uint32_t>(in_brackets().size());
        const bool exception = begins_like(rest_.substr(1), phrases_of({Word::except_, Word::but}));
        remedy(say(exception ? message::brackets_around_tasks : message::brackets_in_name));
    } else if (mark == '"' || rest_.starts_with("\u201C") || rest_.starts_with("\u201E")) {
        remedy(say(message::text_after_title));
    } else if (const auto open = value_here(); open != Word::none) {
        remedy(say(message::comma_before, {phrase(open)}));
    } else if (mistake_.statement == Word::use) {
        file_in_quotes();
    } else if (begins_sentence()) {
        remedy(say(message::line_of_its_own));
    } else if (!is_word_character(folded_character(rest_).character) ||
               !suggest(phrases_of(taken_by(mistake_.statement)))) {
        remedy(say(message::new_line_or_quotes));
    }
}

std::uint32_t Teller::past_blanks(std::uint32_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at;
}

bool Teller::money_left_open() {
    const bool sign = rest_.starts_with("\u20AC");
    if (!sign && (folded(rest_.substr(0, 3)) != "eur" || past_blanks(mistake_.offset + 3) == mistake_.offset + 3))
        return false;
    const auto behind = past_blanks(mistake_.offset + 3);
    if (!word_at(behind, [](Word word) { return has(word, Value); })) return false;
    const auto begin = begin_of_line();
    out_.code = Code::L04;
    out_.primary.span.end = mistake_.offset + 3;
    out_.message = say(message::amount_left_open, {Text(sign ? "\u20AC" : "EUR")});
    remedy(say(message::write_instead, {Text(std::string(text_.substr(begin, mistake_.offset - begin)) +
                                             readable(words_at(text_, behind, kLongest), kLongest))}));
    return true;
}

bool Teller::bare_status() {
    if (!takes(mistake_.statement, Word::status)) return false;
    const auto status = word_at(mistake_.offset, [](Word word) { return has(word, Status); });
    if (!status) return false;
    const auto begin = begin_of_line();
    const std::string before(text_.substr(begin, mistake_.offset - begin));
    const auto rest = readable(words_at(text_, mistake_.offset, kLongest), kLongest);
    const auto& word = phrase(Word::status);
    remedy(say(message::write_instead, {{before + word.nl + " " + rest, before + word.en + " " + rest}}));
    return true;
}

bool Teller::receiver_first() {
    if (rest_.empty() || rest_.front() != ':') return false;
    const auto begin = begin_of_line();
    const auto at = node_before(tree_, mistake_.offset,
                                [](const Node& node) { return node.kind == Kind::clause && node.word == Word::to; });
    if (at == 0 || tree_[at].begin < begin) return false;
    const auto given = readable(words_at(text_, past_blanks(mistake_.offset + 1), kLongest), kLongest);
    if (given.empty()) return false;
    auto whom = std::string(text_.substr(tree_[at].begin, mistake_.offset - tree_[at].begin));
    while (!whom.empty() && whom.back() == ' ') whom.pop_back();
    remedy(say(message::write_instead,
               {Text(std::string(text_.substr(begin, tree_[at].begin - begin)) + given + " " + whom)}));
    return true;
}

std::uint32_t Teller::begin_of_line() const {
    auto begin = mistake_.offset;
    while (begin > 0 && text_[begin - 1] != '\n' && text_[begin - 1] != '{') --begin;
    while (begin < mistake_.offset && (text_[begin] == ' ' || text_[begin] == '\t')) ++begin;
    return begin;
}

bool Teller::limit_as_condition() {
    if (mistake_.expected != Expected::text || mistake_.clause != Word::provided) return false;
    const auto at = past_blanks(mistake_.offset);
    if (!word_at(at, [](Word word) { return word == Word::at_most; })) return false;
    const auto clause =
        tree_[node_before(tree_, mistake_.offset, [](const Node& node) { return node.word == Word::provided; })];
    const auto begin = begin_of_line();
    if (clause.begin < begin) return false;
    const auto before = std::string(text_.substr(begin, clause.begin - begin));
    const auto limit = " " + readable(words_at(text_, at, kLongest), kLongest);
    const auto& part = phrase(Word::insofar);
    out_.primary.span = {tree_.file, clause.begin, clause.end};
    out_.message = say(message::limit_no_condition, {quoted(phrase(Word::provided))});
    remedy(
        say(message::write_instead, {{before + std::string(part.nl) + limit, before + std::string(part.en) + limit}}));
    return true;
}

bool Teller::bare_limit() {
    if (!word_at(mistake_.offset, [](Word word) { return has(word, Bounds); })) return false;
    const auto begin = begin_of_line();
    const auto before = std::string(text_.substr(begin, mistake_.offset - begin));
    const auto rest = " " + readable(words_at(text_, mistake_.offset, kLongest), kLongest);
    const auto& part = phrase(Word::insofar);
    // `onder de € 10.000` has a word more than `minimaal 70 %`.
    const auto first = words_at(text_, mistake_.offset, 3);
    const std::size_t words = first.find_first_of("0123456789") == std::string_view::npos ? 4 : 3;
    out_.primary.span = here(words);
    out_.message = say(message::limit_behind, {read(words), quoted(part)});
    remedy(say(message::write_instead, {{before + std::string(part.nl) + rest, before + std::string(part.en) + rest}}));
    return true;
}

bool Teller::text_goes_first() {
    const auto line = words_at(text_, mistake_.offset, kLongest);
    if (!word_at(mistake_.offset, [](Word word) { return has(word, Cites); })) return false;
    const auto& of = phrase(Word::of);
    for (auto at = line.find(' '); at != std::string_view::npos; at = line.find(' ', at + 1)) {
        const auto length = std::max(of.nl.size(), of.en.size());
        auto name = line.substr(std::min(line.size(), at + 1));
        const auto said = folded(name.substr(0, name.find(' ')));
        if (said.size() > length || (said != of.nl && said != of.en)) continue;
        name = behind_article(name.substr(std::min(name.size(), said.size() + 1)));
        // Up to what belongs to the sentence again.
        const auto clause = [&](std::size_t place) {
            const auto begin = static_cast<std::uint32_t>(name.data() + place - text_.data());
            return word_at(begin, [](Word word) { return has(word, Clause | Certainty); }).has_value();
        };
        auto end = name.find_first_of(" ,");
        while (end != std::string_view::npos && name[end] == ' ' && !clause(end + 1))
            end = name.find_first_of(" ,", end + 1);
        const auto rest = end == std::string_view::npos ? std::string_view() : name.substr(end);
        const auto whose = name.substr(0, end);
        if (whose.empty()) return false;
        const auto place = readable(line.substr(0, at), kLongest), behind = readable(rest, kLongest);
        const auto& lead = phrase(word());
        const auto text = fmt::format(" {} {}{}", readable(whose, kLongest), place, behind);
        remedy(say(message::write_instead, {{std::string(lead.nl) + text, std::string(lead.en) + text}}));
        return true;
    }
    return law_goes_first(line);
}

bool Teller::law_goes_first(std::string_view line) {
    // `artikel 30`, `lid 2`: a word and a number each time.
    std::size_t place = 0;
    for (auto at = place; at < line.size();) {
        const auto part =
            word_at(mistake_.offset + static_cast<std::uint32_t>(at), [](Word word) { return has(word, Cites); });
        const auto number =
            std::min(line.find_first_not_of(" \t", std::min(line.find(' ', at), line.size())), line.size());
        if (!part || number == line.size() || line[number] < '0' || line[number] > '9') break;
        place = std::min(line.find(' ', number), line.size());
        at = std::min(line.find_first_not_of(" \t", place), line.size());
    }
    if (place == 0 || place >= line.size()) return false;
    const auto begin = line.find_first_not_of(" \t", place);
    auto end = begin;
    while (end < line.size() && !word_at(mistake_.offset + static_cast<std::uint32_t>(end),
                                         [](Word word) { return has(word, Clause | Certainty); }))
        end = std::min(line.find_first_not_of(" \t", std::min(line.find(' ', end), line.size())), line.size());
    auto law = line.substr(begin, end - begin);
    while (!law.empty() && (law.back() == ' ' || law.back() == ',')) law.remove_suffix(1);
    if (law.empty()) return false;
    auto where = line.substr(0, place);
    if (where.ends_with(',')) where.remove_suffix(1);
    const auto& lead = phrase(word());
    auto text = fmt::format(" {} {}", readable(law, kLongest), readable(where, kLongest));
    if (end < line.size()) text += " " + readable(line.substr(end), kLongest);
    remedy(say(message::write_instead, {{std::string(lead.nl) + text, std::string(lead.en) + text}}));
    return true;
}

Word Teller::other_side(Word bound) {
    switch (bound) {
        case Word::above: return Word::through;
        case Word::below: return Word::at_least;
        case Word::at_least: return Word::below;
        case Word::at_most:
        case Word::through: return Word::above;
        default: return Word::none;
    }
}

bool Teller::bounded_condition() {
    static const Lexicon words;
    const auto at = node_before(tree_, mistake_.offset, [](const Node& node) {
        return node.kind == Kind::clause && (node.word == Word::provided || node.word == Word::unless);
    });
    const auto begin = begin_of_line();
    if (at == 0 || tree_[at].begin < begin) return false;
    const auto clause = tree_[at];
    Lexicon::Match found[Lexicon::kMost];
    const auto match_at = [&](std::uint32_t place, auto fits) -> const Lexicon::Match* {
        const auto count = words.matches(text_.substr(place), tree_.language, found);
        const auto* end = found + count;
        const auto* match = std::find_if(static_cast<const Lexicon::Match*>(found), end, fits);
        return match == end ? nullptr : match;
    };
    const auto* lead = match_at(clause.begin, [&](const auto& each) { return each.word == clause.word; });
    if (lead == nullptr) return false;
    const auto named = past_blanks(clause.begin + lead->length);
    for (auto place = named; place <= mistake_.offset && place < text_.size() && text_[place] != '\n';) {
        const auto* bound = match_at(place, [](const auto& each) { return other_side(each.word) != Word::none; });
        const auto behind = bound == nullptr ? place : past_blanks(place + bound->length);
        const auto limit = text_.substr(behind);
        const bool number = !limit.empty() && (limit.starts_with("\u20AC") || (limit[0] >= '0' && limit[0] <= '9'));
        if (bound != nullptr && number) {
            const auto side = clause.word == Word::unless ? other_side(bound->word) : bound->word;
            const auto before = std::string(text_.substr(begin, clause.begin - begin));
            const auto about = std::string(text_.substr(named, place - named));
            const auto rest = " " + readable(words_at(text_, behind, kLongest), kLongest);
            const auto &part = phrase(Word::insofar), &word = phrase(side);
            out_.code = Code::L03;
            out_.primary.span = {tree_.file, clause.begin, behind - 1};
            out_.message = say(message::limit_no_condition, {quoted(phrase(clause.word))});
            const auto written = [&](std::string_view takes_part, std::string_view up_to) {
                return fmt::format("{}{} {}{}{}", before, takes_part, about, up_to, rest);
            };
            remedy(say(message::write_instead, {{written(part.nl, word.nl), written(part.en, word.en)}}));
            return true;
        }
        const auto next = text_.find_first_of(" \n", place);
        if (next == std::string_view::npos || text_[next] == '\n') break;
        place = past_blanks(static_cast<std::uint32_t>(next));
    }
    return false;
}

bool Teller::goes_on_behind_mark() const {
    if (rest_.size() < 3) return false;
    const bool apart = rest_[1] == ' ' && rest_[2] >= 'A' && rest_[2] <= 'Z';
    return apart || is_word_character(folded_character(rest_.substr(1)).character);
}

void Teller::name_with_marks() {
    const auto at = node_before(tree_, mistake_.offset, [](const Node& node) { return node.kind == Kind::name; });
    const auto begin = at != 0 && tree_[at].end == mistake_.offset ? tree_[at].begin : mistake_.offset;
    auto name = words_at(text_, begin, kLongest);
    name = name.substr(0, std::min(name.find(',', mistake_.offset - begin), name.size()));
    remedy(say(message::quote_name, {Text(readable(name, kLongest))}));
}

Word Teller::value_here() const {
    static const Lexicon words;
    Lexicon::Match found[Lexicon::kMost];
    const auto count = words.matches(rest_, tree_.language, found);
    for (std::size_t i = 0; i < count; ++i)
        if (found[i].word == Word::open_list) return found[i].word;
    return Word::none;
}

void Teller::file_in_quotes() {
    auto begin = mistake_.offset;
    while (begin > 0 && std::string_view(" \t\n,").find(text_[begin - 1]) == std::string_view::npos) --begin;
    auto name = std::string(words_at(text_, begin, 1));
    name.erase(std::min(name.find(','), name.size()));
    if (name.empty() || name.find_first_of("\"{}") != std::string::npos) return;
    if (!name.ends_with(".belegd") && !name.ends_with(".md")) name += ".belegd";
    remedy(say(message::own_file_in_quotes, {phrase(Word::use), Text(readable(name))}));
}

bool Teller::begins_sentence() const {
    auto known = verbs();
    const auto add = [&](const std::vector<Word>& words) {
        const auto more = phrases_of(words);
        known.insert(known.end(), more.begin(), more.end());
    };
    add(held_by(mistake_.enclosing));
    if (mistake_.enclosing != Word::none) add(taken_by(mistake_.enclosing));
    return std::any_of(known.begin(), known.end(), [&](const std::string& phrase) {
        return folded(words_at(text_, mistake_.offset, 1)) == folded(phrase) ||
               folded(words_at(text_, mistake_.offset, 2)) == folded(phrase);
    });
}

void Teller::trim_one_value() {
    auto& text = out_.message;
    for (auto* each : {&text.nl, &text.en})
        for (auto at = each->find("\u2018 "); at != std::string::npos; at = each->find("\u2018 "))
            each->erase(at + 3, 1);
}

std::string_view Teller::in_brackets() const {
    const auto line = words_at(text_, mistake_.offset, 12);
    const auto close = line.find(')');
    return close == std::string_view::npos ? words_at(text_, mistake_.offset, 3) : line.substr(0, close + 1);
}

}  // namespace belegd::syntax::mistaken
