// `mits`, `tenzij`, `voor zover`, `ten hoogste`: parts of the work, and conditions on the whole.
#include "resolve/values/conditions.hpp"
#include "resolve/values/values.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "syntax/words.hpp"

namespace belegd::resolve {
namespace {

/// Whether nothing stands between two clauses.
bool follows(const Resolution& r, Span first, Span second) {
    if (first.file != second.file || first.end > second.begin) return false;
    const auto between = r.sources.text({first.file, first.end, second.begin});
    return between.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// `per verplichting` behind a limit, on one line.
std::string each_of(const Resolution& r, const Phrase& clause, const syntax::Tree& tree) {
    for (const auto child : tree.children(clause.node))
        if (tree[child].kind == syntax::Kind::per_each) return sentence_at(r, tree.span(child)).nl;
    return {};
}

/// `boven 70 %`, `tussen € 100 en € 500`, `van 60 tot 70 %`: the limits that stand within the clause.
void extend(Resolution& r, Condition& part, const Phrase& clause) {
    if (clause.argument == 0 || clause.tree == nullptr || (*clause.tree)[clause.argument].kind != syntax::Kind::extent)
        return;
    const auto& tree = *clause.tree;
    std::vector<Quantity> limits;
    for (const auto child : tree.children(clause.argument)) {
        if (tree[child].kind != syntax::Kind::number && tree[child].kind != syntax::Kind::amount) continue;
        auto one = clause;
        one.argument = child;
        if (auto limit = quantity_of(r, one, tree)) limits.push_back(std::move(*limit));
    }
    if (limits.empty()) return;
    part.unit = unit_of(limits.back());
    part.each = each_of(r, clause, tree);
    if (limits.size() == 2 && !unit_of(limits.front()).empty() && unit_of(limits.front()) != part.unit)
        r.report(Code::N05, say(message::limit_two_units, {Text(unit_of(limits.front())), Text(part.unit)}),
                 tree.span(clause.argument), {{say(message::limit_two_units_out)}});
    switch (tree[clause.argument].word) {
        case Word::below: part.upper = limits.front().hundredths; break;
        case Word::at_most:
            part.upper = limits.front().hundredths;
            part.inclusive = true;
            break;
        case Word::above: part.beyond = true; [[fallthrough]];
        default: part.lower = limits.front().hundredths; break;
    }
    if (limits.size() < 2) return;
    part.upper = limits.back().hundredths;
    part.inclusive = true;
    if (*part.lower > *part.upper)
        r.report(Code::L09, say(message::limits_reversed), tree.span(clause.argument),
                 {{say(message::limits_reversed_out)}});
}

/// `bedrag niet hoger dan € 500`: what stands before the word of the limit turns it round. False where that has no sense.
bool turn_round(Condition& part) {
    if (part.lower && part.upper) return false;
    if (part.lower) {
        part.upper = part.lower;
        part.inclusive = part.beyond;
        part.lower.reset();
        part.beyond = false;
    } else {
        part.lower = part.upper;
        part.beyond = part.inclusive;
        part.upper.reset();
        part.inclusive = false;
    }
    return true;
}

/// Whether the text before a limit ends in `niet`; takes that word off.
bool takes_not_off(std::string& text) {
    static constexpr std::string_view kWords[] = {
#define TURNS_ROUND(word) word,
#include "set_phrases.def"
    };
    for (const auto word : kWords) {
        const auto begin = text.size() - std::min(text.size(), word.size());
        if (folded(std::string_view(text).substr(begin)) != word || (begin > 0 && text[begin - 1] != ' ')) continue;
        text.erase(begin > 0 ? begin - 1 : 0);
        return true;
    }
    return false;
}

/// `bedrag`, `het bedrag`: says no more than the limit itself.
bool is_any_amount(std::string_view name) {
    const auto bare = folded(without_article(name));
    static constexpr std::string_view words[] = {
#define ANY_AMOUNT(word) word,
#include "set_phrases.def"
    };
    return std::find(std::begin(words), std::end(words), bare) != std::end(words);
}

/// The sentence with `voor zover onder € 150.000` where `tot € 150.000` stands; of a clause that stands elsewhere
/// the clause alone.
Text as_limit(const Resolution& r, const Phrase& phrase, const Phrase& clause, const syntax::Tree& tree) {
    const auto& part = syntax::info(Word::insofar).phrase;
    // `tot` leaves its bound out, as `onder` does.
    const auto word = clause.word == Word::from    ? Word::at_least
                      : clause.word == Word::until ? Word::below
                                                   : Word::at_most;
    const auto& bound = syntax::info(word).phrase;
    const auto amount = sentence_at(r, {clause.span.file, tree.span(clause.argument).begin, clause.span.end});
    std::vector<Text> parts{part, bound, amount};
    if (clause.span.file == phrase.whole.file && phrase.whole.begin < clause.span.begin &&
        clause.span.end <= phrase.whole.end) {
        parts.insert(parts.begin(), sentence_at(r, {phrase.whole.file, phrase.whole.begin, clause.span.begin}));
        if (auto rest = sentence_at(r, {phrase.whole.file, clause.span.end, phrase.whole.end}); !rest.empty())
            parts.push_back(std::move(rest));
    }
    return joined(parts, " ");
}

/// `behalve voor zover het Eersel betreft`: for whom it is, and no condition.
void tell_for_whom(Resolution& r, const Phrase& clause) {
    if (clause.word != Word::unless && clause.word != Word::insofar) return;
    if (clause.items.empty() || clause.items.front().kind != Item::Kind::name) return;
    const auto text = clause.items.front().text;
    std::string_view name;
    for (const auto& [begin, end] : {std::pair<std::string_view, std::string_view>{"het ", " betreft"},
                                     {"het ", " aangaat"},
                                     {"dit ", " betreft"},
                                     {"", " betreft"},
                                     {"it concerns ", ""},
                                     {"this concerns ", ""}})
        if (name.empty() && text.size() > begin.size() + end.size() && text.starts_with(begin) && text.ends_with(end))
            name = text.substr(begin.size(), text.size() - begin.size() - end.size());
    if (name.empty()) return;
    auto item = clause.items.front();
    item.text = without_article(name);
    for (const std::string_view lead : {"gemeente ", "municipality of "})
        if (item.text.starts_with(lead)) item.text.remove_prefix(lead.size());
    const auto names = divided_items(r, {item}, {NameKind::party});
    std::vector<Text> listed;
    for (const auto& each : names) {
        if (!r.knows(NameKind::party, each.text)) return;
        listed.emplace_back(each.text);
    }
    if (listed.empty()) return;
    const auto& lead = syntax::info(clause.word == Word::unless ? Word::except_for : Word::for_).phrase;
    const auto alike = joined(listed, ", ");
    r.report(Code::N04, say(message::no_condition_but_for_whom, {quoted(Text(text))}), clause.span,
             {{say(message::write_instead,
                   {{std::string(lead.nl) + " " + alike.nl, std::string(lead.en) + " " + alike.en}})}});
}

}  // namespace

std::string unit_of(const Quantity& amount) {
    return amount.money                   ? "€"
           : amount.unit == Word::percent ? "%"
           : amount.unit == Word::none    ? amount.own_unit
                                          : std::string(syntax::info(amount.unit).phrase.nl);
}

std::optional<Condition> condition_of(Resolution& r, const Phrase& phrase, const syntax::Tree& tree) {
    std::vector<Condition> found;
    std::vector<Span> said_at;
    Span at;
    bool named_bare = false;
    const auto text_of = [](const Phrase& clause) {
        const bool open = clause.items.empty() || clause.items.front().kind == Item::Kind::value;
        return open ? std::string() : std::string(clause.items.front().text);
    };
    const auto take = [&](Condition::Kind kind, std::string text) -> Condition& {
        Condition condition;
        condition.kind = kind;
        condition.text = std::move(text);
        said_at.push_back(at);
        found.push_back(std::move(condition));
        return found.back();
    };
    const auto set_ceiling = [&](Condition& limit, const Quantity& amount, const Phrase& clause) {
        limit.upper = amount.hundredths;
        limit.inclusive = true;
        limit.unit = unit_of(amount);
        limit.each = each_of(r, clause, tree);
    };
    for (const auto& clause : phrase.clauses) {
        tell_for_whom(r, clause);
        // `voor zover loonwaarde ten hoogste 70 %`
        if (clause.word == Word::at_most && clause.argument != 0 && !found.empty() &&
            found.back().kind == Condition::Kind::insofar && !found.back().limited() && follows(r, at, clause.span)) {
            if (const auto amount = quantity_of(r, clause, tree)) set_ceiling(found.back(), *amount, clause);
            continue;
        }
        // `mits bedrag ten hoogste € 10.000`: one limit, of what it names.
        if (clause.word == Word::at_most && clause.argument != 0 && !found.empty() && named_bare &&
            found.back().kind == Condition::Kind::provided && follows(r, at, clause.span))
            if (const auto amount = quantity_of(r, clause, tree); amount && !unit_of(*amount).empty()) {
                auto& limit = found.back();
                limit.kind = Condition::Kind::at_most;
                set_ceiling(limit, *amount, clause);
                if (is_any_amount(limit.text)) limit.text.clear();
                continue;
            }
        named_bare =
            clause.word == Word::provided && clause.items.size() == 1 && clause.items.front().kind == Item::Kind::name;
        at = clause.span;
        if (clause.word == Word::provided) take(Condition::Kind::provided, text_of(clause));
        if (clause.word == Word::unless) take(Condition::Kind::unless, text_of(clause));
        if (clause.word == Word::insofar) extend(r, take(Condition::Kind::insofar, text_of(clause)), clause);
        if (clause.word != Word::at_most) continue;
        if (!clause.items.empty()) {  // niet vermeld
            take(Condition::Kind::at_most, {});
            continue;
        }
        const auto amount = quantity_of(r, clause, tree);
        if (!amount) continue;
        if (unit_of(*amount).empty())
            r.report(Code::N05, say(message::limit_needs_unit), clause.span, {{say(message::limit_example)}});
        set_ceiling(take(Condition::Kind::at_most, {}), *amount, clause);
    }
    // `voor zover loonwaarde tot 70 %`: the limit stands behind the text, in the place of a date.
    for (const auto& clause : phrase.clauses) {
        if (clause.word != Word::until && clause.word != Word::through && clause.word != Word::from) continue;
        if (clause.argument == 0) continue;
        const auto kind = tree[clause.argument].kind;
        if (kind != syntax::Kind::amount && kind != syntax::Kind::number) continue;
        // It belongs to the `voor zover` just before it.
        auto part = found.end();
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i].kind == Condition::Kind::insofar && said_at[i] < clause.span &&
                (part == found.end() || said_at[static_cast<std::size_t>(part - found.begin())] < said_at[i]))
                part = found.begin() + static_cast<std::ptrdiff_t>(i);
        if (part == found.end() || part->kind != Condition::Kind::insofar) {
            r.report(Code::L05, say(message::limit_is_no_date, {quoted(syntax::info(clause.word).phrase)}),
                     tree.span(clause.argument), {{say(message::write_instead, {as_limit(r, phrase, clause, tree)})}});
        } else if (const auto amount = quantity_of(r, clause, tree)) {
            const auto unit = unit_of(*amount);
            if (part->limited() && !part->unit.empty() && part->unit != unit)
                r.report(Code::N05, say(message::limit_two_units, {Text(part->unit), Text(unit)}),
                         tree.span(clause.argument), {{say(message::limit_two_units_out)}});
            part->unit = unit;
            if (auto each = each_of(r, clause, tree); !each.empty()) part->each = std::move(each);
            if (clause.word == Word::from) {
                part->lower = amount->hundredths;
            } else {
                part->upper = amount->hundredths;
                part->inclusive = clause.word == Word::through;
            }
        }
    }
    if (found.empty()) return std::nullopt;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i].kind == Condition::Kind::insofar && found[i].limited() && takes_not_off(found[i].text) &&
            !turn_round(found[i]))
            r.report(Code::L09, say(message::limits_negated), said_at[i], {{say(message::limits_negated_out)}});
    const auto part =
        std::find_if(found.begin(), found.end(), [](const Condition& c) { return c.kind >= Condition::Kind::insofar; });
    if (part != found.end()) std::rotate(found.begin(), part, std::next(part));
    auto first = std::move(found.front());
    first.further.assign(std::make_move_iterator(std::next(found.begin())), std::make_move_iterator(found.end()));
    return first;
}

}  // namespace belegd::resolve
