// Money: items of cost, keys, indices, actual figures, ceilings and settlements, read as the papers give them.
#include <algorithm>
#include <numeric>
#include <utility>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "syntax/examples.hpp"
#include "syntax/numbers.hpp"

namespace belegd::resolve {
std::optional<PartyId> payer_named(Resolution& r, const Item& item) {
    // Without the quotation marks around it.
    const auto begin = static_cast<std::uint32_t>(item.text.data() - r.sources[item.span.file].text().data());
    const Span name{item.span.file, begin, begin + static_cast<std::uint32_t>(item.text.size())};
    const auto known = named(r, NameKind::party, item.text, name);
    if (!known || !r.owners[*known].party.valid()) return std::nullopt;
    mention_party(r, r.owners[*known].party, name);
    return r.owners[*known].party;
}

namespace {

using syntax::Tree;

/// Whom `voor` names; where that cannot be said of all, its words are kept.
std::vector<PartyId> whom(Resolution& r, const Phrase& clause, const Context& context, Text& words) {
    OpenWhom open;
    auto out = parties_named(r, clause.items, context, &open.open);
    note_open_whom(r, clause, context, open);
    if (open.open) words = sentence_at(r, clause.whole);
    return out;
}

std::optional<Quantity> quantity_at(Resolution& r, const Tree& tree, const Item& item) {
    Phrase holder;
    holder.argument = item.argument;
    return quantity_of(r, holder, tree);
}

std::optional<LabelledAmount> labelled_amount(Resolution& r, const Tree& tree, const Item& item) {
    LabelledAmount out{std::string(item.text), std::nullopt, silence_of(item.value)};
    if (item.argument == 0) return item.value == Word::none ? std::nullopt : std::optional(out);
    if (const auto amount = quantity_at(r, tree, item)) out.cents = amount->hundredths;
    if (const auto next = tree[item.argument].next;
        next < tree.nodes.size() && tree[next].kind == syntax::Kind::per_unit) {
        // Without `per` itself.
        const auto written = sentence_at(r, tree.span(next)).nl;
        out.per = written.substr(written.find(' ') + 1);
        out.price = std::exchange(out.cents, std::nullopt);
    }
    return out;
}

/// An amount where a price of one says nothing: of a ceiling, or of what something has cost.
std::optional<LabelledAmount> whole_amount(Resolution& r, const Tree& tree, const Item& item) {
    auto out = labelled_amount(r, tree, item);
    if (out && out->price)
        r.report(Code::N05, say(message::price_only_of_cost, {Text(out->per)}), item.span,
                 {{say(message::price_as_amount)}});
    return out;
}

/// A noun without the ending of its plural, so that `inwoners` and `inwoner` are one.
std::string without_plural(std::string_view words) {
    constexpr std::size_t kShortest = 3;
    auto out = folded(words);
    const auto drop = [&](std::string_view ending) {
        if (out.size() < ending.size() + kShortest - 1 || !out.ends_with(ending)) return false;
        out.resize(out.size() - ending.size());
        return true;
    };
    if (!drop("'s") && !drop("\u2019s")) drop("s");
    if (!drop("eren")) drop("en");
    // `uur`, `uren`: a vowel is doubled in a closed syllable, a consonant before an ending.
    for (std::size_t i = out.size(); i > 1 && i + 2 > out.size(); --i)
        if (out[i - 1] == out[i - 2]) {
            out.erase(i - 1, 1);
            break;
        }
    return out;
}
bool is_unit(const std::string& one, const std::string& other) {
    return !one.empty() && without_plural(one) == without_plural(other);
}

/// The unit to which amounts are rounded, in cents: of `hele euro's` a hundred.
std::optional<long long> unit_named(const std::string& words) {
    struct Unit {
        std::string_view words;
        long long cents;
    };
    static constexpr Unit kUnits[] = {
#define ROUNDED_TO(words, cents) {words, cents},
#include "set_phrases.def"
    };
    const auto wanted = folded(words);
    for (const auto& unit : kUnits)
        if (folded(unit.words) == wanted) return unit.cents;
    return std::nullopt;
}

/// A price times a number of units, to the cent; nothing where it cannot be counted.
std::optional<long long> times_exact(long long price, Ratio count) {
    long long product = 0;
    if (__builtin_mul_overflow(price, count.over, &product)) return std::nullopt;
    return (product + count.under / 2) / count.under;
}

DecisionId decision_named(Resolution& r, const Phrase& clause) {
    if (clause.items.empty()) return {};
    const auto& item = clause.items.front();
    if (item.value != Word::none) return {};
    const auto known = named(r, NameKind::decision, item.text, item.span);
    if (!known) return {};
    r.used(NameKind::decision, *known, item.span);
    return r.planned[*known].decision;
}

class CostReader {
   public:
    CostReader(Resolution& r, const Tree& tree, const Context& context) : r_(r), tree_(tree), context_(context) {}

    void read(const Phrase& phrase) {
        row_.name = phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
        row_.title = phrase.title.empty() ? Text(row_.name) : phrase.title;
        row_.cooperation = context_.cooperation;
        row_.article = context_.article;
        row_.variant = context_.variant;
        row_.span = phrase.whole;
        row_.backing = backing_of(r_, phrase);
        for (std::size_t i = 1; i < phrase.items.size(); ++i)
            if (const auto amount = labelled(phrase.items[i])) row_.amounts.push_back(*amount);
        // Its days may stand in its block too.
        auto dated = phrase;
        dated.clauses.clear();
        each_clause(r_, tree_, phrase, [&](const Phrase& clause) {
            see(clause);
            dated.clauses.push_back(clause);
        });
        row_.term = term_of(r_, dated, tree_, Ends::by_event);
        count_units();
        // How the costs are divided is often all that a text says.
        const bool divided = !row_.shares.empty() || !row_.shared_by.empty();
        if (row_.amounts.empty() && !row_.total && !divided && !phrase.broken)
            r_.report(Code::N05, say(message::cost_of_what), phrase.span,
                      {{say(message::for_example, {syntax::example_of(Word::cost)})}});
        r_.model.costs.push_back(std::move(row_));
    }

   private:
    void see(const Phrase& clause) {
        switch (clause.word) {
            case Word::once: row_.frequency = Cost::Frequency::once; break;
            case Word::once_in:
                row_.frequency = Cost::Frequency::once;
                row_.once_in = date_in(r_, clause, tree_);
                break;
            case Word::per_year: row_.frequency = Cost::Frequency::per_year; break;
            case Word::per_month: row_.frequency = Cost::Frequency::per_month; break;
            case Word::total:
                if (!clause.items.empty()) row_.total = whole_amount(r_, tree_, clause.items.front());
                break;
            case Word::cover:
                for (const auto& item : clause.items)
                    if (const auto amount = whole_amount(r_, tree_, item)) row_.cover.push_back(*amount);
                break;
            case Word::shared: shares(clause, row_.shares); break;
            case Word::shared_by: row_.shared_by = text_of(r_, clause); break;
            case Word::indexed: row_.indexed = text_of(r_, clause); break;
            case Word::base_year: row_.base_year = year_in(r_, clause, tree_); break;
            case Word::rounded:
                row_.rounded = text_of(r_, clause);
                row_.unit = left_open(clause) ? std::nullopt : unit_named(row_.rounded);
                break;
            case Word::of_which: shares(clause, row_.stated); break;
            case Word::advance:
                if (const auto part = quantity_of(r_, clause, tree_)) row_.advance = Ratio{part->hundredths, 10'000};
                break;
            case Word::price_level: row_.price_level = date_in(r_, clause, tree_); break;
            case Word::structural:
            case Word::incidental: nature(clause); break;
            case Word::cover_by: row_.cover_by = decision_named(r_, clause); break;
            case Word::cover_pending: row_.cover_pending = true; break;
            case Word::for_:
                if (clause.argument != 0)
                    units(clause);
                else
                    row_.only_for = whom(r_, clause, context_, row_.open_for);
                break;
            case Word::status: row_.status = status_of(clause, tree_).value_or(row_.status); break;
            case Word::remark: row_.remarks.push_back(remark_of(clause)); break;
            case Word::source:
            case Word::according_to: merge(row_.backing, backing_of_clause(r_, clause)); break;
            default: break;
        }
    }

    /// `voor 400 uur`
    void units(const Phrase& clause) {
        const auto written = r_.sources.text(tree_.span(clause.argument));
        const auto percentage = percentage_of(written, tree_.language);
        if (!percentage) {
            tell_unclear_number(r_, written, tree_, clause.argument);
            return;
        }
        const auto unit = tree_[clause.argument].next;
        Cost::Units out{*percentage, std::string(written), sentence_at(r_, tree_.span(unit)).nl};
        // A percentage is of a hundred.
        const auto common = std::gcd(out.count.under, 100LL);
        out.count = {out.count.over * (100 / common), out.count.under / common};
        row_.units.push_back(std::move(out));
        units_spans_.push_back(clause.whole);
    }

    /// What prices come to, of which the line has the number of units.
    void count_units() {
        for (std::size_t i = 0; i < row_.units.size(); ++i) {
            const auto& each = row_.units[i];
            bool used = false;
            for (auto& amount : row_.amounts) {
                if (!amount.price || !is_unit(amount.per, each.of)) continue;
                amount.cents = times_exact(*amount.price, each.count);
                used = true;
            }
            if (used) continue;
            r_.report(Code::N05, say(message::units_without_price, {Text(each.written), Text(each.of)}),
                      units_spans_[i], {{say(message::units_example)}});
        }
    }

    void nature(const Phrase& clause) {
        const auto said = clause.word == Word::structural ? Cost::Nature::structural : Cost::Nature::incidental;
        if (row_.nature != Cost::Nature::not_stated && row_.nature != said)
            r_.report(Code::N02,
                      say(message::both_natures,
                          {syntax::info(Word::structural).phrase, syntax::info(Word::incidental).phrase}),
                      clause.span, {{say(message::one_of_both_out)}});
        row_.nature = said;
    }

    std::optional<LabelledAmount> labelled(const Item& item) { return labelled_amount(r_, tree_, item); }

    void shares(const Phrase& clause, std::vector<Cost::Share>& into) {
        for (const auto& item : clause.items) {
            if (item.kind == Item::Kind::value) {
                row_.shared_by = syntax::info(item.value).phrase.nl;
                continue;
            }
            Cost::Share share{std::string(item.text), payer_named(r_, item), std::nullopt, std::nullopt, {}};
            if (item.argument != 0) value_of(item, share);
            into.push_back(std::move(share));
        }
    }

    void value_of(const Item& item, Cost::Share& share) {
        const auto kind = tree_[item.argument].kind;
        const auto text = r_.sources.text(tree_.span(item.argument));
        if (kind == syntax::Kind::amount) {
            if (const auto amount = quantity_at(r_, tree_, item)) share.cents = amount->hundredths;
        } else if (kind == syntax::Kind::fraction) {
            share.part = fraction_of(text);
            // In figures it reads in both languages.
            const auto named = syntax::fraction_at(text);
            share.fraction =
                named ? std::to_string(named->over) + "/" + std::to_string(named->under) : std::string(text);
            if (!share.part)
                r_.report(Code::L09, say(message::no_number, {quoted(Text(text))}), tree_.span(item.argument),
                          {{say(message::numbers_look_like)}});
        } else if (share.part = percentage_of(text, tree_.language); !share.part) {
            tell_unclear_number(r_, text, tree_, item.argument);
        }
    }

    Resolution& r_;
    const Tree& tree_;
    const Context& context_;
    Cost row_{};
    std::vector<Span> units_spans_{};
};

void settlement(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    Settlement row{};
    row.cooperation = context.cooperation;
    row.article = context.article;
    row.variant = context.variant;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        if (clause.word == Word::deviation || clause.word == Word::overrun || clause.word == Word::underrun) {
            row.direction = clause.word == Word::overrun    ? Settlement::Direction::over
                            : clause.word == Word::underrun ? Settlement::Direction::under
                                                            : Settlement::Direction::both;
            if (const auto above = quantity_of(r, clause, tree)) {
                row.above = above->hundredths;
                row.money = above->money;
            }
            if (const auto* of = clause.clause(Word::of)) row.of = text_of(r, *of);
        } else if (clause.word == Word::on_excess || clause.word == Word::on_whole) {
            row.excess_only = clause.word == Word::on_excess;
        } else if (clause.word == Word::next_year) {
            row.next_year = true;
        } else if (clause.word == Word::latest) {
            row.at_the_latest = day_of_year(r, clause, tree);
        } else if (clause.word == Word::for_) {
            // `vóór 1 juli` reads as `voor`.
            const bool a_day = !clause.items.empty() && clause.items.front().text.find_first_of("0123456789") == 0;
            if (a_day)
                r.report(Code::N05, say(message::settled_when, {quoted(Text(std::string(clause.items.front().text)))}),
                         clause.span, {{say(message::settled_example)}});
            else
                row.only_for = whom(r, clause, context, row.open_for);
        } else if (clause.word == Word::status) {
            row.status = status_of(clause, tree).value_or(row.status);
        } else if (clause.word == Word::remark) {
            row.remarks.push_back(remark_of(clause));
        } else if (clause.word == Word::source || clause.word == Word::according_to) {
            merge(row.backing, backing_of_clause(r, clause));
        }
    });
    r.model.settlements.push_back(std::move(row));
}

void division_key(Resolution& r, const Tree& tree, const Phrase& phrase) {
    DivisionKey row{};
    row.name = phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
    row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        switch (clause.word) {
            case Word::values: {
                auto& values = row.values.emplace_back();
                values.term = term_of(r, clause, tree);
                values.backing = backing_of(r, clause);
                for (const auto& item : clause.items) {
                    if (item.kind == Item::Kind::value) continue;
                    DivisionKey::Value value{std::string(item.text), payer_named(r, item), std::nullopt, {}};
                    if (item.argument != 0) {
                        const auto written = r.sources.text(tree.span(item.argument));
                        value.written = written;
                        value.value = percentage_of(written, tree.language);
                        if (!value.value) tell_unclear_number(r, written, tree, item.argument);
                    }
                    values.all.push_back(std::move(value));
                }
                break;
            }
            case Word::remark: row.remarks.push_back(remark_of(clause)); break;
            case Word::source:
            case Word::according_to: merge(row.backing, backing_of_clause(r, clause)); break;
            default: break;
        }
    });
    if (row.values.empty() && !phrase.broken)
        r.report(Code::N05, say(message::key_without_values, {quoted(Text(row.name))}), phrase.span,
                 {{say(message::for_example, {syntax::example_of(Word::division_key)})}});
    r.model.division_keys.push_back(std::move(row));
}

void price_index(Resolution& r, const Tree& tree, const Phrase& phrase) {
    PriceIndex row{};
    row.name = phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
    row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        if (clause.word == Word::rise) {
            const auto by = quantity_of(r, clause, tree);
            const auto* over = clause.clause(Word::over_year);
            const auto year = over != nullptr ? year_in(r, *over, tree) : std::nullopt;
            if (by && year && !by->money && by->unit == Word::percent) {
                const int over_year = *year;
                const bool twice = std::any_of(row.rises.begin(), row.rises.end(),
                                               [&](const PriceIndex::Rise& each) { return each.year == over_year; });
                if (twice)
                    r.report(Code::N02, say(message::rise_twice, {number(over_year)}), clause.span);
                else
                    row.rises.push_back({over_year, Ratio{by->hundredths, 10'000}, backing_of(r, clause)});
            } else if (by) {
                r.report(Code::N05, say(message::rise_of_what), clause.span,
                         {{say(message::for_example, {syntax::example_of(Word::rise)})}});
            }
        } else if (clause.word == Word::remark) {
            row.remarks.push_back(remark_of(clause));
        } else if (clause.word == Word::source || clause.word == Word::according_to) {
            merge(row.backing, backing_of_clause(r, clause));
        }
    });
    std::sort(row.rises.begin(), row.rises.end(), [](const auto& a, const auto& b) { return a.year < b.year; });
    r.model.price_indices.push_back(std::move(row));
}

void actual_cost(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    ActualCost row{};
    row.variant = context.variant;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    if (!phrase.items.empty()) {
        row.of = std::string(phrase.items.front().text);
        row.name_span = name_span(phrase);
    }
    for (std::size_t i = 1; i < phrase.items.size(); ++i)
        if (const auto amount = whole_amount(r, tree, phrase.items[i])) row.amounts.push_back(*amount);
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        if (clause.word == Word::over_year) row.year = year_in(r, clause, tree);
        if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
        if (clause.word == Word::source || clause.word == Word::according_to)
            merge(row.backing, backing_of_clause(r, clause));
    });
    if ((row.amounts.empty() || !row.year) && !phrase.broken)
        r.report(Code::N05, say(row.amounts.empty() ? message::cost_of_what : message::actual_of_when), phrase.span,
                 {{say(message::for_example, {syntax::example_of(Word::actual_cost)})}});
    r.model.actual_costs.push_back(std::move(row));
}

void cost_ceiling(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    CostCeiling row{};
    row.name = phrase.items.empty() ? std::string() : std::string(phrase.items.front().text);
    row.title = phrase.title.empty() ? Text(row.name) : phrase.title;
    row.cooperation = context.cooperation;
    row.article = context.article;
    row.variant = context.variant;
    row.span = phrase.whole;
    row.backing = backing_of(r, phrase);
    bool stated = false;
    for (std::size_t i = 1; i < phrase.items.size(); ++i)
        if (const auto amount = whole_amount(r, tree, phrase.items[i]); amount && !stated) {
            row.cents = amount->cents;
            row.silence = amount->silence;
            // `kostenplafond samen "Plafond" € 80.000`: of the only amount, what it is for is what it is called.
            if (phrase.title.empty() && !amount->label.empty()) row.title = Text(amount->label);
            stated = true;
        }
    auto dated = phrase;
    dated.clauses.clear();
    each_clause(r, tree, phrase, [&](const Phrase& clause) {
        dated.clauses.push_back(clause);
        if (clause.word == Word::per_year) row.per_year = true;
        if (clause.word == Word::concerns)
            for (const auto& item : clause.items) row.over.emplace_back(item.text);
        if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
        if (clause.word == Word::source || clause.word == Word::according_to)
            merge(row.backing, backing_of_clause(r, clause));
    });
    row.term = term_of(r, dated, tree);
    if (!stated && !phrase.broken)
        r.report(Code::N05, say(message::ceiling_of_what), phrase.span,
                 {{say(message::for_example, {syntax::example_of(Word::cost_ceiling)})}});
    r.model.cost_ceilings.push_back(std::move(row));
}

/// Two keys, indices or ceilings of one name: which is meant nobody could say.
template <typename Row>
void tell_doubles(Resolution& r, const std::vector<Row>& rows, Word word) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t before = 0; before < i; ++before) {
            if (rows[i].name.empty() || folded(rows[before].name) != folded(rows[i].name)) continue;
            if constexpr (requires { rows[i].variant; })
                if (rows[before].variant != rows[i].variant) continue;
            r.report(Code::N02, say(message::declared_twice, {syntax::info(word).phrase, quoted(Text(rows[i].name))}),
                     rows[i].span, {{say(message::choose_other_name)}},
                     {{rows[before].span, say(message::declared_here)}});
            break;
        }
}

}  // namespace

std::optional<int> year_in(Resolution& r, const Phrase& clause, const Tree& tree) {
    const auto date = date_in(r, clause, tree);
    return date ? std::optional(year_of(date->first)) : std::nullopt;
}

CostId cost_called(Resolution& r, const std::string& name, VariantId variant, Span span) {
    std::vector<CostId> own, present;
    for (std::uint32_t i = 0; i < r.model.costs.size(); ++i) {
        const auto& each = r.model.costs[i];
        if (!goes_by(each, name)) continue;
        if (each.variant == variant) own.push_back({i});
        if (!each.variant.valid()) present.push_back({i});
    }
    const auto& found = own.empty() ? present : own;
    if (found.size() > 1)
        r.report(Code::N07, say(message::several_costs, {quoted(Text(name))}), span,
                 {{say(message::choose_other_name)}},
                 {{r.model[found.front()].span, say(message::one_is_here)},
                  {r.model[found.back()].span, say(message::one_is_here)}});
    return found.empty() ? CostId{} : found.front();
}

void tell_unknown_cost(Resolution& r, const std::string& name, Span span) {
    std::vector<std::string> known;
    for (const auto& each : r.model.costs) known.push_back(each.name);
    std::vector<Remedy> remedies;
    if (const auto near = r.nearest_to(name, known)) remedies.push_back(meant(r, *near));
    if (remedies.empty()) remedies.push_back({say(message::declare_cost, {to_write(r, name)})});
    r.report(Code::N01, say(message::unknown_cost, {quoted(Text(name))}), span, std::move(remedies));
}

void resolve_money(Resolution& r, const Tree& tree, const Phrase& phrase, const Context& context) {
    switch (phrase.word) {
        case Word::cost: CostReader(r, tree, context).read(phrase); break;
        case Word::settlement: settlement(r, tree, phrase, context); break;
        case Word::division_key: division_key(r, tree, phrase); break;
        case Word::price_index: price_index(r, tree, phrase); break;
        case Word::actual_cost: actual_cost(r, tree, phrase, context); break;
        case Word::cost_ceiling: cost_ceiling(r, tree, phrase, context); break;
        default: break;
    }
}

void link_money(Resolution& r) {
    auto& model = r.model;
    tell_doubles(r, model.division_keys, Word::division_key);
    tell_doubles(r, model.price_indices, Word::price_index);
    tell_doubles(r, model.cost_ceilings, Word::cost_ceiling);
    for (auto& cost : model.costs) {
        for (std::uint32_t i = 0; i < model.division_keys.size() && !cost.shared_by.empty(); ++i)
            if (goes_by(model.division_keys[i], cost.shared_by)) cost.key = {i};
        for (std::uint32_t i = 0; i < model.price_indices.size() && !cost.indexed.empty(); ++i)
            if (goes_by(model.price_indices[i], cost.indexed)) cost.index = {i};
        for (auto& amount : cost.amounts)
            for (std::uint32_t i = 0; amount.price && !amount.cents && i < model.division_keys.size(); ++i)
                if (is_unit(model.division_keys[i].name, amount.per) ||
                    is_unit(model.division_keys[i].title.nl, amount.per) ||
                    is_unit(model.division_keys[i].title.en, amount.per))
                    amount.units = {i};
    }
    for (auto& actual : model.actual_costs) {
        if (actual.of.empty()) continue;
        actual.cost = cost_called(r, actual.of, actual.variant, actual.name_span);
        if (!actual.cost.valid()) tell_unknown_cost(r, actual.of, actual.name_span);
    }
    for (auto& ceiling : model.cost_ceilings) {
        for (const auto& name : ceiling.over) {
            const auto cost = cost_called(r, name, ceiling.variant, ceiling.span);
            if (cost.valid())
                ceiling.costs.push_back(cost);
            else
                tell_unknown_cost(r, name, ceiling.span);
        }
        for (std::uint32_t i = 0; ceiling.over.empty() && i < model.costs.size(); ++i)
            if (model.costs[i].cooperation == ceiling.cooperation) ceiling.costs.push_back({i});
    }
}

}  // namespace belegd::resolve
