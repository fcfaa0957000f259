// Dates, periods, quantities, sources and citations: from a clause to a value.
#include <algorithm>
#include <cctype>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "model/describe.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/names/names.hpp"
#include "resolve/resolution.hpp"
#include "resolve/values/dates.hpp"
#include "resolve/values/values.hpp"
#include "syntax/amounts.hpp"
#include "syntax/examples.hpp"
#include "syntax/numbers.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using syntax::Tree;

std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> out;
    bool inside = false;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) out.push_back(0);
        if (digit) out.back() = std::min(out.back() * 10 + (c - '0'), 99999);
        inside = digit;
    }
    return out;
}

int month_number(Word word) { return static_cast<int>(word) - static_cast<int>(Word::january) + 1; }

using Precision = DateValue::Precision;

std::optional<DateValue> stretch(int year, int first_month, int last_month, Precision precision) {
    const auto first = day_of(year, first_month, 1);
    if (!first) return std::nullopt;
    return DateValue{*first, last_day_of_month(year, last_month), precision};
}

Precision precision_of(Word season) {
    switch (season) {
        case Word::beginning: return Precision::beginning;
        case Word::spring: return Precision::spring;
        case Word::middle: return Precision::middle;
        case Word::autumn: return Precision::autumn;
        default: return Precision::end;
    }
}

/// First and last month of `begin`, `voorjaar`, `medio`, `najaar`, `eind`.
std::pair<int, int> season_months(Word word) {
    switch (word) {
        case Word::beginning: return {1, 3};
        case Word::spring: return {3, 5};
        case Word::middle: return {6, 6};
        case Word::autumn: return {9, 11};
        default: return {10, 12};
    }
}

/// Digits with `.` and `,` in hundredths, as the language of the file groups them; nothing when two readings remain.
std::optional<long long> hundredths(std::string_view text, Language language) {
    const char group = language == Language::nl ? '.' : ',', decimal = language == Language::nl ? ',' : '.';
    if (text.ends_with(",-") || text.ends_with(".-")) {
        text.remove_suffix(2);
        if (text.find(decimal) != std::string_view::npos) return std::nullopt;  // `100.000,00,-`
    }
    long long whole = 0, fraction = 0;
    std::size_t since_group = 0, decimals = 0;
    bool grouped = false, in_fraction = false;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            if (in_fraction) {
                if (++decimals > 2) return std::nullopt;
                fraction = fraction * 10 + (c - '0');
            } else {
                if (whole > 900'000'000'000'000LL) return std::nullopt;
                whole = whole * 10 + (c - '0');
                ++since_group;
            }
        } else if (c == group && !in_fraction) {
            if (grouped ? since_group != 3 : since_group == 0 || since_group > 3) return std::nullopt;
            grouped = true;
            since_group = 0;
        } else if (c == decimal && !in_fraction && (!grouped || since_group == 3)) {
            in_fraction = true;
        } else {
            return std::nullopt;
        }
    }
    if (!in_fraction && grouped && since_group != 3) return std::nullopt;
    if (in_fraction && decimals == 0) return std::nullopt;
    return whole * 100 + (decimals == 1 ? fraction * 10 : fraction);
}

}  // namespace

std::optional<Ratio> percentage_of(std::string_view text, Language language) {
    constexpr std::size_t kMostDecimals = 8;
    const auto mark = text.find(language == Language::nl ? ',' : '.');
    const auto decimals = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    if (decimals.size() > 2 && decimals.size() <= kMostDecimals && mark <= 3 &&
        decimals.find_first_not_of("0123456789") == std::string_view::npos) {
        long long over = std::stoll("0" + std::string(text.substr(0, mark))), under = 100;
        for (const char digit : decimals) over = over * 10 + (digit - '0'), under *= 10;
        return Ratio{over, under};
    }
    const auto value = hundredths(text, language);
    return value ? std::optional(Ratio{*value, 10'000}) : std::nullopt;
}

std::optional<Ratio> fraction_of(std::string_view text) {
    if (const auto named = syntax::fraction_at(text)) return Ratio{named->over, named->under};
    const auto parts = numbers_in(text);
    if (parts.size() != 2 || parts[1] == 0 || parts[1] >= 99999) return std::nullopt;
    return Ratio{parts[0], parts[1]};
}

bool is_date(Kind kind) {
    return kind == Kind::calendar_date || kind == Kind::named_date || kind == Kind::month_of_year ||
           kind == Kind::quarter || kind == Kind::season || kind == Kind::year;
}

std::optional<DateValue> date_written(const syntax::Node& node, std::string_view text) {
    const auto parts = numbers_in(text);
    const auto one = [](std::optional<Day> day) { return day ? std::optional(DateValue{*day, *day}) : std::nullopt; };
    switch (node.kind) {
        case Kind::calendar_date:
            return one(parts[0] > 31 ? day_of(parts[0], parts[1], parts[2]) : day_of(parts[2], parts[1], parts[0]));
        case Kind::named_date: return one(day_of(parts[1], month_number(node.word), parts[0]));
        case Kind::month_of_year:
            return stretch(parts[0], month_number(node.word), month_number(node.word), Precision::month);
        case Kind::quarter: return stretch(parts[1], parts[0] * 3 - 2, parts[0] * 3, Precision::quarter);
        case Kind::season: {
            const auto [first, last] = season_months(node.word);
            return stretch(parts[0], first, last, precision_of(node.word));
        }
        case Kind::year: return stretch(parts[0], 1, 12, Precision::year);
        default: return std::nullopt;
    }
}

std::optional<DateValue> date_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) {
        for (const auto& item : clause.items)
            if (item.kind == Item::Kind::string)
                r.report(Code::L05, say(message::event_is_no_date, {quoted(Text(item.text))}), item.span,
                         {{say(message::a_day_after, {syntax::info(clause.word).phrase})}});
        return std::nullopt;
    }
    const auto& node = tree[clause.argument];
    const auto span = tree.span(clause.argument);
    const auto text = r.sources.text(span);
    if (!is_date(node.kind)) {
        r.report(Code::L05, say(message::limit_is_no_date, {quoted(syntax::info(clause.word).phrase)}), span,
                 {{say(message::a_day_after, {syntax::info(clause.word).phrase})}});
        return std::nullopt;
    }
    auto out = date_written(node, text);
    if (!out)
        r.report(Code::L05, say(message::no_such_date, {quoted(Text(text))}), span, {{say(message::dates_look_like)}});
    return out;
}

Text day_of_year(const Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return {};
    const auto day = r.sources.text(tree.span(clause.argument));
    const Text number(std::string(day.substr(0, day.find_first_not_of("0123456789"))));
    return joined({number, syntax::info(tree[clause.argument].word).phrase}, " ");
}

Term term_of(Resolution& r, const Phrase& phrase, const Tree& tree, Ends may_end) {
    Term out;
    const auto imprecise = [&](const Phrase& clause) { return tree[clause.argument].kind == Kind::season; };
    for (const auto& clause : phrase.clauses) {
        const bool begins = clause.word == Word::from || clause.word == Word::as_of;
        const bool ends = clause.word == Word::until || clause.word == Word::through;
        if (!begins && !ends) continue;
        for (const auto& item : clause.items)
            if (const auto silence = silence_of(item.value); silence != Silence::none)
                (begins ? out.from_open : out.until_open) = silence;
        if (may_end == Ends::by_event && clause.word == Word::until)
            for (const auto& item : clause.items)
                if (item.kind == Item::Kind::string) {
                    out.until_event = std::string(item.text);
                    if (clause.certainty != Certainty::stated) out.certainty = clause.certainty;
                }
        if (clause.argument == 0 && !out.until_event.empty()) continue;
        const auto found = date_of(r, clause, tree);
        if (!found) continue;
        if (begins) {
            out.days.from = std::max(out.days.from, found->first);
            out.from_span = clause.span;
            out.from_precision = found->precision;
            if (imprecise(clause)) out.imprecise_from = found;
        } else {
            // An imprecise end counts as its first day, as an imprecise beginning does, so that equal words meet (D22).
            const auto until = clause.word == Word::through && !imprecise(clause) ? found->last.next() : found->first;
            out.days.until = std::min(out.days.until, until);
            out.until_span = clause.span;
            out.until_precision = found->precision;
            out.through = clause.word == Word::through;
            if (imprecise(clause)) out.imprecise_until = found;
        }
        if (clause.certainty != Certainty::stated) out.certainty = clause.certainty;
    }
    if (out.days.empty()) {
        r.report(Code::N08,
                 say(message::ends_before_begin, {spelled(out.days.from), spelled(out.days.until.previous())}),
                 out.until_span, {{say(message::swap_dates)}}, {{out.from_span, say(message::begins_here)}});
        out.days = {};
    }
    return out;
}

std::optional<DateValue> work_back(Resolution& r, Term& term, const Phrase& clause, const Tree& tree) {
    const auto back = date_of(r, clause, tree);
    if (!back) return back;
    if (term.days.from == kNoBegin) {
        r.report(Code::N05, say(message::works_back_from_when), clause.span, {{say(message::works_back_remedy)}});
        return back;
    }
    if (back->first < term.days.from) {
        term.retroactive_until = term.days.from;
        term.days.from = back->first;
    }
    return back;
}

void lasts(Resolution& r, Term& term, const Phrase& clause, const Tree& tree) {
    const auto length = duration_of(r, clause, tree);
    if (!length) return;
    if (term.from_span.empty() || !term.until_span.empty() || !term.until_event.empty()) {
        r.report(Code::N05, say(term.from_span.empty() ? message::lasts_from_when : message::lasts_and_ends),
                 clause.span, {{say(message::lasts_remedy)}});
        return;
    }
    if (const auto days = length_of(*length)) {
        term.days.until = std::max(term.days.from.next(), term.days.from + *days);
        term.until_span = clause.span;
        term.through = true;
    }
}

std::optional<Duration> renew(Resolution& r, Term& term, const Phrase& clause, const Tree& tree) {
    const auto by = duration_of(r, clause, tree);
    if (!by) return by;
    if (term.days.until == kNoEnd) {
        r.report(Code::N05, say(message::renewed_of_what), clause.span, {{say(message::renewed_remedy)}});
        return by;
    }
    const auto length = length_of(*by);
    term.renewed_from = term.days.until;
    term.days.until = clause.word == Word::renewed_once && length ? term.days.until + *length : kNoEnd;
    // Where it ends stands in both.
    if (term.days.until != kNoEnd && clause.span.begin > term.until_span.begin) term.until_span.end = clause.span.end;
    return by;
}

namespace {

/// Whether it is an organisation of whose own statutes the model has articles.
bool has_statutes(const Resolution& r, std::uint32_t owner) {
    const auto party = r.owners[owner].party;
    return party.valid() && !r.model[party].articles.empty();
}

}  // namespace

namespace {

/// The addenda in a statement, or in the decisions and variants of it: what each is beside, and its title.
void gather_addenda(Resolution& r, const Tree& tree, const Phrase& phrase,
                    std::vector<std::pair<std::string_view, Text>>& out) {
    if (phrase.word == Word::addendum && !phrase.items.empty())
        out.emplace_back(phrase.items.front().text, phrase.title);
    if (phrase.word != Word::decision && phrase.word != Word::variant) return;
    for (const auto node : phrase.block)
        if (tree[node].kind == syntax::Kind::statement) gather_addenda(r, tree, r.phrases.at(tree, node), out);
}

}  // namespace

std::optional<Place> in_addendum(Resolution& r, const Place& place) {
    std::vector<std::pair<std::string_view, Text>> all;
    for (const auto& [tree, phrase] : r.statements) gather_addenda(r, *tree, phrase, all);
    const auto bare = folded(without_article(place.name));
    const auto& word = syntax::info(Word::addendum).phrase;
    const bool the_one = all.size() == 1 && (bare == folded(word.nl) || bare == folded(word.en));
    const auto titled = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return folded(each.second.nl) == folded(place.name) || folded(each.second.en) == folded(place.name);
    });
    if (!the_one && titled == all.end()) return std::nullopt;
    const auto whose = the_one ? all.front().first : titled->first;
    // Which number each of several has is known only when they have been put in order.
    if (std::count_if(all.begin(), all.end(), [&](const auto& each) { return folded(each.first) == folded(whose); }) >
        1)
        return std::nullopt;
    const auto owner = r.names[NameKind::party].find(whose);
    if (!owner || !r.owners[*owner].cooperation.valid()) return std::nullopt;
    auto out = place;
    out.name = whose;
    out.parts.insert(out.parts.begin(), {Citation::Kind::addendum, "1"});
    return out;
}

Citation citation_of(Resolution& r, const Place& place) {
    Citation out{std::string(place.name), {}, place.parts, {}, false};
    if (const auto found = r.names[NameKind::statute].find(place.name)) {
        r.used(NameKind::statute, *found, name_span(r.sources, place));
        const auto& statute = r.model.statutes[*found];
        out.law = statute.name;
        out.bwb = statute.bwb;
        if (!place.parts.empty()) r.cited_places.push_back({{*found}, place.parts, place.span});
    } else if (const auto owner = r.names[NameKind::party].find(place.name);
               owner && r.owners[*owner].cooperation.valid()) {
        const auto id = r.owners[*owner].cooperation;
        r.used(NameKind::party, *owner, name_span(r.sources, place));
        out.law = r.model[id].name;
        if (!place.parts.empty()) r.cited_articles.push_back({id, {}, place.parts, place.span});
    } else if (owner && has_statutes(r, *owner)) {
        const auto id = r.owners[*owner].party;
        r.used(NameKind::party, *owner, name_span(r.sources, place));
        out.law = r.model[id].name;
        if (!place.parts.empty()) r.cited_articles.push_back({{}, id, place.parts, place.span});
    }
    return out;
}

std::vector<Under> under_of(Resolution& r, const Phrase& clause) {
    std::vector<Under> out;
    for (const auto& place : clause.places) {
        if (place.value != Word::none) continue;
        Under found{{}, {}, {}, {std::string(place.name), {}, place.parts, {}, false}, place.span};
        if (const auto decision = r.names[NameKind::decision].find(place.name);
            decision && r.planned[*decision].decision.valid()) {
            found.decision = r.planned[*decision].decision;
            r.used(NameKind::decision, *decision, name_span(r.sources, place));
        } else if (const auto document = r.names[NameKind::document].find(place.name)) {
            found.document = {*document};
            r.model.documents[*document].cited = true;
            r.used(NameKind::document, *document, name_span(r.sources, place));
        } else if (r.knows(NameKind::statute, place.name)) {
            found.place = citation_of(r, place);
        } else if (const auto beside = r.knows(NameKind::party, place.name) ? std::nullopt : in_addendum(r, place)) {
            found.cooperation = r.owners[*r.names[NameKind::party].find(beside->name)].cooperation;
            found.place = citation_of(r, *beside);
        } else if (const auto owner = named(r, NameKind::party, place.name, name_span(r.sources, place))) {
            if (has_statutes(r, *owner)) {
                found.place = citation_of(r, place);
                out.push_back(std::move(found));
                continue;
            }
            if (!r.owners[*owner].cooperation.valid()) {
                r.report(Code::N03, say(message::no_text_of_its_own, {quoted(Text(place.name))}), place.span,
                         a_cooperation(r));
                continue;
            }
            found.cooperation = r.owners[*owner].cooperation;
            found.place = citation_of(r, place);
        } else {
            continue;
        }
        out.push_back(std::move(found));
    }
    return out;
}

std::optional<Duration::Unit> Quantity::unit_of_time() const {
    switch (unit) {
        case Word::days: return Duration::Unit::days;
        case Word::weeks: return Duration::Unit::weeks;
        case Word::months: return Duration::Unit::months;
        case Word::years: return Duration::Unit::years;
        default: return std::nullopt;
    }
}

std::optional<Duration> duration_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    const auto found = quantity_of(r, clause, tree);
    if (!found) return std::nullopt;
    const auto unit = found->unit_of_time();
    if (!unit) {
        r.report(Code::N05, say(message::term_needs_unit), clause.span,
                 {{say(message::for_example, {syntax::example_of(clause.word)})}});
        return std::nullopt;
    }
    const Duration out{found->hundredths, *unit};
    if (!length_of(out))
        r.report(Code::L09, say(message::no_whole_duration, {quoted(name_of(out))}), clause.span,
                 {{say(message::duration_in_whole)}});
    return out;
}

std::vector<std::pair<Item, std::optional<Item>>> owned_names(const Resolution& r, const Phrase& clause) {
    std::vector<std::pair<Item, std::optional<Item>>> out;
    for (const auto& pair : pairs_of(r, clause, {NameKind::party})) {
        const auto* of = pair.clause(Word::of);
        const auto whose = of != nullptr ? divided_items(r, of->items, {NameKind::party}) : std::vector<Item>();
        // `college van Leiden, cliëntenraad`: who is no party comes after it, and is no owner.
        const auto others = std::find_if(whose.begin() + (whose.empty() ? 0 : 1), whose.end(),
                                         [&](const Item& item) { return !r.knows(NameKind::party, item.text); });
        for (const auto& item : divided_items(r, pair.items, {NameKind::party})) {
            if (whose.empty()) out.emplace_back(item, std::nullopt);
            for (auto owner = whose.begin(); owner != others; ++owner) out.emplace_back(item, *owner);
        }
        for (auto other = others; other != whose.end(); ++other) out.emplace_back(*other, std::nullopt);
    }
    return out;
}

std::vector<Text> names_as_written(Resolution& r, const Phrase& clause) {
    std::vector<Text> out;
    for (const auto& [item, owner] : owned_names(r, clause))
        out.push_back(owner ? say(message::organ_of, {Text(item.text), Text(owner->text)}) : Text(item.text));
    return out;
}

namespace {

/// `"Wpg art 5"`, `"artikel 5 van de Wpg"`: the place as it is written without quotation marks; empty when it is none.
std::string cited_in_quotes(const Resolution& r, const Place& place) {
    const auto name = place.name;
    if (!place.parts.empty() || name.find_first_of("0123456789") == std::string_view::npos) return {};
    const auto knows = [&](std::string_view law) {
        return r.knows(NameKind::statute, law) || r.knows(NameKind::statute, without_article(law));
    };
    const auto bare = [](std::string_view text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
        return text;
    };
    const auto written = [&](std::string_view law, std::string_view where) {
        return std::string(without_article(law)) + " " + std::string(where);
    };
    for (auto at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
        const auto first = bare(name.substr(0, at)), rest = bare(name.substr(at));
        if (knows(first)) return written(first, rest);
        if (!knows(rest)) continue;
        auto where = first;
        for (const std::string_view of : {" van", " of"})
            if (where.ends_with(of)) where = bare(where.substr(0, where.size() - of.size()));
        return written(rest, where);
    }
    return {};
}

}  // namespace

void tell_unknown_law(Resolution& r, const Place& place) {
    if (const auto line = cited_in_quotes(r, place); !line.empty()) {
        const auto& lead = syntax::info(Word::according_to).phrase;
        r.report(
            Code::N01, say(message::citation_without_quotes, {quoted(Text(place.name))}), place.span,
            {{say(message::write_instead, {{std::string(lead.nl) + " " + line, std::string(lead.en) + " " + line}})}});
        return;
    }
    // `artikel 7 Pw`: lawyers write the number first; the law is among the numbers.
    for (const auto& part : place.parts)
        for (std::string_view left = part.value; !left.empty();) {
            const auto blank = left.find_last_of(' ');
            const auto word = blank == std::string_view::npos ? left : left.substr(blank + 1);
            if (r.knows(NameKind::statute, word)) {
                r.report(Code::N01, say(message::law_goes_first), place.span,
                         {{say(message::law_first_example, {Text(word)})}});
                return;
            }
            left = blank == std::string_view::npos ? std::string_view() : left.substr(0, blank);
        }
    const auto& addendum = syntax::info(Word::addendum).phrase;
    if (const auto bare = folded(without_article(place.name));
        bare == folded(addendum.nl) || bare == folded(addendum.en)) {
        r.report(Code::N01, say(message::no_one_addendum), place.span, {{say(message::addendum_by_title)}});
        return;
    }
    (void)named(r, NameKind::statute, place.name, place.span);
}

Backing backing_of(Resolution& r, const Phrase& phrase) {
    Backing out;
    out.said = true;
    for (const auto& item : phrase.items)
        if (out.silence == Silence::none) out.silence = silence_of(item.value);
    out.certainty = phrase.certainty;
    for (const auto& clause : phrase.clauses) {
        if (clause.word == Word::source) {
            for (const auto& item : clause.items)
                if (out.source == Silence::none) out.source = silence_of(item.value);
            for (const auto& place : clause.places) {
                if (place.value != Word::none) continue;
                if (const auto found = named(r, NameKind::document, place.name, name_span(r.sources, place))) {
                    r.model.documents[*found].cited = true;
                    out.documents.push_back(
                        {{*found}, {std::string(place.name), {}, place.parts, {}, false}, place.span});
                }
            }
        } else if (clause.word == Word::according_to) {
            for (const auto& place : clause.places) {
                if (place.value != Word::none) continue;
                const auto owner = r.names[NameKind::party].find(place.name);
                const bool own_text = owner && (r.owners[*owner].cooperation.valid() || has_statutes(r, *owner));
                const bool known = own_text || r.knows(NameKind::statute, place.name);
                const auto beside = known ? std::nullopt : in_addendum(r, place);
                if (!known && !beside) {
                    tell_unknown_law(r, place);
                    continue;
                }
                out.citations.push_back(citation_of(r, beside.value_or(place)));
                if (clause.clause(Word::successors) != nullptr) out.citations.back().and_successors = true;
                if (const auto* pinned = clause.clause(Word::reads_on); pinned != nullptr)
                    if (const auto day = date_of(r, *pinned, *pinned->tree)) {
                        out.citations.back().worded_on = iso(day->first);
                        if (!r.cited_places.empty() && r.cited_places.back().span == place.span)
                            r.cited_places.back().worded_on = day->first;
                    }
            }
            const auto inner = backing_of(r, clause);
            out.documents.insert(out.documents.end(), inner.documents.begin(), inner.documents.end());
            if (out.certainty == Certainty::stated) out.certainty = inner.certainty;
            continue;
        }
        if (out.certainty == Certainty::stated) out.certainty = clause.certainty;
        for (const auto& deeper : clause.clauses)
            if (out.certainty == Certainty::stated) out.certainty = deeper.certainty;
    }
    return out;
}

std::optional<Status> status_of(const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return std::nullopt;
    switch (tree[clause.argument].word) {
        case Word::decided: return Status::decided;
        case Word::intended: return Status::intended;
        case Word::intent: return Status::intent;
        case Word::under_research: return Status::under_research;
        case Word::rejected: return Status::rejected;
        case Word::lapsed: return Status::lapsed;
        default: return std::nullopt;
    }
}

void tell_unclear_number(Resolution& r, std::string_view text, const Tree& tree, std::uint32_t at) {
    const auto said = quoted(Text(text));
    const auto span = tree.span(at);
    if (std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) > 13) {
        r.report(Code::L09, say(message::number_too_large, {said}), span, {{say(message::number_most)}});
        return;
    }
    const bool dutch = tree.language == Language::nl;
    const char group = dutch ? '.' : ',', decimal = dutch ? ',' : '.';
    if ((text.ends_with(",-") || text.ends_with(".-")) &&
        text.substr(0, text.size() - 2).find(decimal) != std::string_view::npos) {
        const Text read(text.substr(0, text.size() - 2));
        r.report(Code::L09, say(message::cents_twice, {said}), span, {{say(message::write_one, {read})}});
        return;
    }
    if (text.find(' ') != std::string_view::npos) {  // `1.5 miljoen`
        std::string other(text);
        for (auto& c : other) c = c == '.' ? ',' : c == ',' ? '.' : c;
        const bool reads = syntax::figure_of(other, tree.language).find(' ') == std::string::npos;
        r.report(Code::L09, say(message::no_number, {said}), span,
                 {{reads ? say(message::write_one, {Text(other)}) : say(message::numbers_look_like)}});
        return;
    }
    const auto mark = text.find_first_of(".,");
    if (mark == std::string_view::npos || mark != text.find_last_of(".,") || mark + 1 == text.size()) {
        r.report(Code::L09, say(message::no_number, {said}), span, {{say(message::numbers_look_like)}});
        return;
    }
    // One mark: it parts the thousands or the cents.
    const std::string whole(text.substr(0, mark)), rest(text.substr(mark + 1));
    const auto cents = whole + decimal + (rest.size() > 2 ? rest.substr(0, 2) : rest.size() == 1 ? rest + "0" : rest);
    const auto digits = whole + rest;
    std::string thousands;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) thousands += group;
        thousands += digits[i];
    }
    const Text first(thousands), second(cents);
    r.report(Code::L09, say(message::ambiguous_number, {said, first, second}), span,
             {{say(message::write_either, {first, second})}});
}

std::optional<Quantity> quantity_of(Resolution& r, const Phrase& clause, const Tree& tree) {
    if (clause.argument == 0) return std::nullopt;
    const auto& node = tree[clause.argument];
    const auto written = r.sources.text(tree.span(clause.argument));
    const bool money = node.kind == Kind::amount;
    const auto text = money ? syntax::figure_of(written, tree.language) : std::string(written);
    const auto named = syntax::number_named(text);
    const auto value = named ? std::optional(*named * 100LL) : hundredths(text, tree.language);
    if (!value) {
        tell_unclear_number(r, text, tree, clause.argument);
        return std::nullopt;
    }
    Word unit = Word::none;
    const auto next = node.next;
    if (next < tree.nodes.size() && tree[next].kind == Kind::unit) {
        unit = tree[next].word;
        const bool limit = clause.word == Word::from || clause.word == Word::until || clause.word == Word::through ||
                           clause.word == Word::insofar || clause.word == Word::for_ || clause.word == Word::with;
        if (unit == Word::none && !limit) return std::nullopt;  // said when it was read
        if (unit == Word::none) return Quantity{*value, unit, money, std::string(r.sources.text(tree.span(next)))};
    }
    return Quantity{*value, unit, money};
}

Text sentence_at(const Resolution& r, Span span) {
    const auto words = r.sources.text(span);
    std::string out(words.size(), '\0');
    std::size_t size = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < words.size();) {
        const char c = words[at];
        if (c == '"') quoted = !quoted;
        if (c == '#' && !quoted) {
            at = std::min(words.find('\n', at), words.size());
            continue;
        }
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank || (size > 0 && out[size - 1] != ' ')) out[size++] = blank ? ' ' : c;
        ++at;
    }
    while (size > 0 && out[size - 1] == ' ') --size;
    out.resize(size);
    return Text(out);
}

}  // namespace belegd::resolve
