// The next version of a cooperation: what an amendment makes of the one before, in the present and in variants.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Kind;
using syntax::Tree;

namespace {

/// What the present merely considers is no part of a variant (D20).
bool counts_for(VariantId variant, VariantId of, Status status) {
    return !variant.valid() || of.valid() || status >= Status::intended;
}

}  // namespace

/// The version of a cooperation that a variant starts from: its own last one, or the nearest base's.
std::optional<CooperationId> Cooperations::version_for(CooperationId first, VariantId variant, Status status,
                                                       std::optional<Day> begun_by) const {
    const auto own = model_[first].status;
    for (auto at = variant;; at = model_[at].based_on) {
        for (auto i = static_cast<std::uint32_t>(model_.cooperations.size()); i-- > 0;) {
            const auto& each = model_.cooperations[i];
            // A version less certain than this one is not what it rests on; the cooperation itself always is.
            const bool sure = each.status >= std::min(status, own) || each.version == 1;
            const bool in_time = !begun_by || each.term.days.from <= *begun_by;
            if (each.first_version == first && each.variant == at && sure && in_time) return CooperationId{i};
        }
        if (!at.valid()) return std::nullopt;
    }
}

void Cooperations::amends(const Tree& tree, const Phrase& phrase, VariantId variant, DecisionId decision) {
    std::optional<Day> from;
    Term term;
    for (const auto word : {Word::as_of, Word::from})
        if (const auto* per = phrase.clause(word))
            if (const auto day = date_of(r_, *per, tree)) {
                from = term.days.from = day->first;
                term.from_precision = day->precision;
            }
    // An amendment that works back makes its version count from that day on (D31).
    std::optional<DateValue> back_to;
    const auto works_back = [&](const Phrase& said) {
        if (const auto* back = said.clause(Word::retroactive); back != nullptr && from)
            back_to = work_back(r_, term, *back, tree);
    };
    works_back(phrase);
    for (const auto& clause : phrase.clauses)
        if (clause.word == Word::valid) works_back(clause);
    for (const auto node : phrase.block)
        if (tree[node].kind == Kind::statement && tree[node].word == Word::valid) works_back(r_.phrases.at(tree, node));
    if (from) from = term.days.from;
    amendments_.push_back({variant, decision, &tree, phrase, from, term, back_to});
}

void Cooperations::amend() {
    // The present before its variants, and in the order of their days, whatever the order of the text.
    auto all = std::move(amendments_);
    const auto depth = [&](VariantId variant) {
        std::size_t out = 0;
        for (auto at = variant; at.valid() && out <= model_.variants.size(); at = model_[at].based_on) ++out;
        return out;
    };
    std::vector<std::tuple<std::size_t, std::uint32_t, Day, std::size_t>> order;
    for (std::size_t i = 0; i < all.size(); ++i)
        order.emplace_back(depth(all[i].variant), all[i].variant.index, all[i].from.value_or(kNoBegin), i);
    std::sort(order.begin(), order.end());
    for (const auto& [level, variant, day, i] : order) {
        amendment(all[i]);
        if (all[i].made.valid()) applied_.push_back(all[i]);
    }
}

/// What is less certain does not go into a version that is more so: `wijziging` on `wijziging`.
Status Cooperations::status_said(const Amendment& said, CooperationId first) {
    auto out = model_[first].status;
    for (const auto& clause : said.phrase.clauses)
        if (clause.word == Word::status) out = status_of(clause, *said.tree).value_or(out);
    for (const auto node : said.phrase.block)
        if ((*said.tree)[node].kind == Kind::statement && (*said.tree)[node].word == Word::status) {
            out = status_of(r_.phrases.at(*said.tree, node), *said.tree).value_or(out);
        }
    if (said.decision.valid()) out = std::min(out, model_[said.decision].status);
    return out;
}

/// `vervalt artikel 7, 8 lid 2`: what lies in them goes.
void Cooperations::drop(CooperationId id, const Phrase& clause, std::vector<ArticleId>& gone) {
    for (const auto& place : clause.places) {
        auto parts = place.parts;
        if (!parts.empty()) parts.front().kind = Citation::Kind::article;
        bool any = false;
        for (const auto article : model_[id].articles)
            if (within(model_[article].parts, parts)) gone.push_back(article), any = true;
        if (!any) nothing_drops(id, {Word::none, {}, parts, place.span});
    }
}

void Cooperations::nothing_drops(CooperationId id, const resolve::Place& place) {
    r_.report(Code::N15,
              say(message::nothing_drops, {Text(model_[id].name), spelled(Citation{{}, {}, place.parts, {}, false})}),
              place.span);
}

void Cooperations::take_out(CooperationId id, const std::vector<ArticleId>& gone) {
    const auto is_gone = [&](ArticleId article) {
        return article.valid() && std::find(gone.begin(), gone.end(), article) != gone.end();
    };
    auto& version = model_[id];
    std::erase_if(version.articles, is_gone);
    std::erase_if(version.participants, [&](const Participant& each) { return is_gone(each.article); });
    std::erase_if(version.scopes, [&](const Scope& each) { return is_gone(each.article); });
    std::erase_if(version.boards, [&](const Board& each) { return is_gone(each.article); });
    for (auto* provided : {&version.provides, &version.provides_not})
        std::erase_if(*provided, [&](const Provided& each) { return is_gone(each.article); });
    version.dropped.insert(version.dropped.end(), gone.begin(), gone.end());
}

void Cooperations::amendment(Amendment& said) {
    const auto variant = said.variant;
    const auto& phrase = said.phrase;
    if (phrase.items.empty()) return;
    const auto& item = phrase.items.front();
    const auto found = named_cooperation(r_, item.text, item.span);
    if (!found) return;
    if (!r_.owners[*found].cooperation.valid()) {
        r_.report(Code::N03, say(message::amends_a_cooperation, {quoted(Text(item.text))}), item.span,
                  a_cooperation(r_));
        return;
    }
    const auto first = r_.owners[*found].cooperation;
    // Each version says again what the one before it says: many would be read for hours.
    constexpr std::ptrdiff_t kMostVersions = 250;
    const auto versions = std::count_if(model_.cooperations.begin(), model_.cooperations.end(),
                                        [&](const Cooperation& each) { return each.first_version == first; });
    if (versions >= kMostVersions) {
        r_.report(Code::N04, say(message::too_many_versions, {quoted(Text(item.text)), number(kMostVersions)}),
                  item.span, {{say(message::fewer_versions)}});
        return;
    }
    const auto status = status_said(said, first);
    const auto later = later_in_bases(said, first);
    auto before = later.empty() ? std::nullopt : version_for(first, variant, status, said.from);
    if (!before) before = version_for(first, variant, status);
    if (!before) {
        const auto name = quoted(Text(item.text));
        std::vector<Remedy> remedies;
        if (const auto where = model_[first].variant; variant.valid() && where.valid())
            remedies.push_back({say(message::amend_in_variant, {to_write(r_, model_[where].name)})});
        r_.report(Code::N04,
                  variant.valid() ? say(message::amends_unseen, {name, quoted(Text(model_[variant].name))})
                                  : say(message::amends_unseen_now, {name}),
                  item.span, std::move(remedies));
        return;
    }
    // What is less certain than the new version rests on the same amendment, and stands in its place where it counts.
    const auto made = said.made = apply(said, *before, status);
    const auto first_day = said.from.value_or(model_[made].term.days.from);
    for (const auto version : passed_over(*before, made)) {
        const auto less_certain = model_[version].status;
        if (!counts_for(variant, model_[version].variant, less_certain)) continue;
        const auto again = apply_again(said, variant, version, less_certain);
        ends_with(said, made, first_day, model_[again].status);
        ends_with(said, version, first_day, model_[made].status);
    }
    // What a base changes on a later day changes what this amendment made.
    auto last = made;
    for (const auto* next : later) {
        ends_with(said, next->made, first_day, model_[made].status);
        last = apply_again(*next, variant, last, model_[next->made].status);
    }
}

std::vector<const Cooperations::Amendment*> Cooperations::later_in_bases(const Amendment& said,
                                                                         CooperationId first) const {
    std::vector<const Amendment*> out;
    if (!said.from || !said.variant.valid()) return out;
    for (const auto& other : applied_) {
        bool in_base = false;
        for (auto at = said.variant; at.valid() && !in_base;) {
            at = model_[at].based_on;
            in_base = at == other.variant;
        }
        if (in_base && other.from && *other.from > *said.from && model_[other.made].first_version == first &&
            counts_for(said.variant, other.variant, model_[other.made].status))
            out.push_back(&other);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Amendment* a, const Amendment* b) { return *a->from < *b->from; });
    return out;
}

/// Of the versions made since, the last of each certainty that is less than that of the new one.
std::vector<CooperationId> Cooperations::passed_over(CooperationId before, CooperationId made) const {
    std::vector<CooperationId> out;
    for (auto i = made.index; i-- > before.index + 1;) {
        const auto& each = model_.cooperations[i];
        if (each.first_version == model_[made].first_version && each.variant == model_[before].variant &&
            each.status < model_[made].status && std::none_of(out.begin(), out.end(), [&](CooperationId later) {
                return model_[later].status == each.status;
            }))
            out.push_back({i});
    }
    return out;
}

void Cooperations::ends_with(const Amendment& said, CooperationId version, Day first_without, Status status) {
    Ending end{model_[version].first_version, std::nullopt,      {},      status,
               backing_of(r_, said.phrase),   said.phrase.whole, version, said.decision};
    end.per = {first_without, first_without};
    (said.variant.valid() ? model_[said.variant].endings : model_.endings).push_back(std::move(end));
}

CooperationId Cooperations::apply_again(Amendment said, VariantId variant, CooperationId before, Status status) {
    said.variant = variant;
    return apply(said, before, status);
}

/// Sentences that stand in a version, as they stand in another: its articles and packages are found by their words.
void Cooperations::copy_sentences(CooperationId from, CooperationId to, VariantId variant,
                                  const std::function<bool(const Transfer&)>& wanted) {
    const auto place = [&](auto& row) {
        row.cooperation = to;
        row.variant = variant;
        if (row.article.valid())
            for (const auto article : model_[to].articles)
                if (model_[article].span == model_[row.article].span) row.article = article;
        if (row.package) {
            const auto& name = model_[from].packages[*row.package].name;
            const auto& packages = model_[to].packages;
            for (std::uint32_t p = 0; p < packages.size(); ++p)
                if (packages[p].name == name) row.package = p;
        }
    };
    std::map<std::uint32_t, std::string> again;  // by number, with the id
    const auto copy = [&](std::vector<Transfer>& sentences) {
        for (std::size_t i = 0, count = sentences.size(); i < count; ++i) {
            if (sentences[i].cooperation != from || !wanted(sentences[i])) continue;
            auto status = sentences[i].status;
            if (const auto by = sentences[i].decision; by.valid()) status = std::min(status, model_[by].status);
            if (!counts_for(variant, sentences[i].variant, status)) continue;
            if (by_part_.contains(sentences[i].statement)) {
                again.emplace(sentences[i].statement, sentences[i].id);
                continue;
            }
            auto row = sentences[i];
            place(row);
            sentences.push_back(std::move(row));
        }
    };
    copy(model_.transfers);
    copy(model_.without_act);
    // Whom `centrum` or `gastgemeenten` means, this version says.
    for (const auto& [number, id] : again) {
        auto saying = by_part_.at(number);
        place(saying.second);
        const auto rows = model_.transfers.size(), others = model_.without_act.size();
        const auto numbers = r_.transfers_in;
        resolve_transfer(r_, saying.first, saying.second);
        r_.transfers_in = numbers;
        const auto same = [said = number, as = id](Transfer& row) {
            row.statement = said;
            row.id = as;
        };
        std::for_each(model_.transfers.begin() + static_cast<std::ptrdiff_t>(rows), model_.transfers.end(), same);
        std::for_each(model_.without_act.begin() + static_cast<std::ptrdiff_t>(others), model_.without_act.end(), same);
    }
}

CooperationId Cooperations::apply(const Amendment& said, CooperationId before, Status status) {
    const auto& [variant, decision, tree_of, phrase, from, term, back_to, made] = said;
    const auto& tree = *tree_of;
    const CooperationId id{static_cast<std::uint32_t>(model_.cooperations.size())};
    auto next = model_[before];
    if (const auto own = uncut_.find(before.index); own != uncut_.end()) next.term.days.until = own->second;
    const auto old_term = next.term.days;
    next.variant = variant;
    next.version = 1;
    next.dropped.clear();
    // A version from a day on works back only as far as it says of itself.
    if (from) {
        next.retroactive.reset();
        next.term.retroactive_until.reset();
    }
    // Each version has been adopted, published and signed by itself.
    next.concluded.reset();
    next.published.reset();
    next.concluded_backing = next.published_backing = {};
    next.concluded_span = next.published_span = {};
    next.signatories.clear();
    next.signed_by.clear();
    next.signed_for.clear();
    next.amended_by = phrase.whole;
    next.amendment = phrase.title;
    next.amended_in = decision;
    next.status = model_[next.first_version].status;
    next.status_stated = model_[next.first_version].status_stated;
    for (const auto& other : model_.cooperations)
        if (other.first_version == next.first_version) next.version = std::max(next.version, other.version + 1);
    model_.cooperations.push_back(std::move(next));

    // An addendum comes beside the text: it has numbers of its own, and takes nothing out.
    const bool beside = phrase.word == Word::addendum;
    std::vector<Citation::Part> outer;
    // The articles it names again or drops go first, with all that stands in them.
    std::vector<Phrase> clauses, inside;
    std::vector<ArticleId> gone;
    each_clause(
        r_, tree, phrase, [&](const Phrase& clause) { clauses.push_back(clause); },
        [&](const Phrase& each) {
            const bool lapses = !beside && each.clause(Word::lapses) != nullptr;
            if (!lapses) inside.push_back(each);
            if (beside) return;
            if ((each.word != Word::article && each.word != Word::annex) || each.places.empty()) return;
            const auto known = gone.size();
            for (const auto article : model_[id].articles)
                if (within(model_[article].parts, each.places.front().parts)) gone.push_back(article);
            if (lapses && gone.size() == known) nothing_drops(id, each.places.front());
        });
    for (const auto& clause : clauses)
        if (clause.word == Word::drops) drop(id, clause, gone);
    take_out(id, gone);
    if (beside) {
        const auto before_it =
            std::count_if(model_[id].articles.begin(), model_[id].articles.end(), [&](ArticleId article) {
                const auto& parts = model_[article].parts;
                return parts.size() == 1 && parts.front().kind == Citation::Kind::addendum;
            });
        outer = {{Citation::Kind::addendum, std::to_string(before_it + 1)}};
        add_article(id, phrase, outer);
    }

    // What it says without an article replaces the whole of its kind.
    const auto says = [&](Word word) {
        return std::any_of(clauses.begin(), clauses.end(), [&](const Phrase& c) { return c.word == word; });
    };
    if (says(Word::participants)) model_[id].participants.clear();
    if (says(Word::valid)) {
        model_[id].endless = Endless::not_said;
        model_[id].no_renewal = false;
    }
    if (says(Word::notice) || says(Word::no_notice)) model_[id].notice.reset();
    if (says(Word::form)) {
        // The organs that the old form has go with it.
        auto& organs = model_[id].organs;
        for (auto form = model_[before].form; form.valid(); form = model_[form].family)
            for (const auto organ : model_[form].organs) std::erase(organs, organ);
    }
    if (says(Word::scope) && !beside) model_[id].scopes.clear();

    std::vector<std::pair<Phrase, Context>> sentences;
    waiting_ = &sentences;
    const Place place{id, {}, !beside};
    const Context context{&tree, id, std::nullopt, variant, {}, {}};
    for (const auto& clause : clauses) {
        if (clause.word == Word::as_of || clause.word == Word::from || clause.word == Word::retroactive) continue;
        if (clause.word == Word::accedes)
            accession(place, tree, clause, from);
        else if (clause.word == Word::leaves_)
            withdrawal(id, tree, clause, from);
        else
            head(place, tree, clause);
    }
    for (const auto& each : inside) inner(place, tree, each, context, outer, {});
    finish_form(id);
    finish_later();
    waiting_ = &transfers_;
    if (from && *from < old_term.from && old_term.from != kNoBegin)
        r_.report(Code::N08,
                  say(message::amends_too_soon, {spelled(*from), Text(model_[id].name), spelled(old_term.from)}),
                  phrase.span, {{say(message::amends_too_soon_remedy)}});
    if (from && *from >= model_[id].term.days.from) {
        // It begins, and works back, as the amendment says, not as the text before it did.
        auto& own = model_[id].term;
        own.days.from = *from;
        own.from_precision = term.from_precision;
        own.imprecise_from.reset();
        own.retroactive_until = term.retroactive_until;
        model_[id].retroactive = back_to;
    }
    if (from) {
        const auto note = [day = *from, in = variant](auto& rows, const auto& known) {
            for (auto& row : rows)
                if (std::none_of(known.begin(), known.end(), [&](const auto& each) { return each.span == row.span; }))
                    row.joined = {std::max(day, row.term.days.from), in};
        };
        note(model_[id].participants, model_[before].participants);
        note(model_[id].legal_persons, model_[before].legal_persons);
    }
    model_[id].status = std::min(model_[id].status, status);
    if (decision.valid()) model_[id].status = std::min(model_[id].status, model_[decision].status);

    const auto first_day_without = from ? *from : old_term.from != kNoBegin ? old_term.from : *day_of(1, 1, 1);
    // From a day on it is as certain as the version it makes; a correction of the whole holds as it stands.
    const auto certain = from ? model_[id].status : Status::decided;
    if (!variant.valid() && certain == Status::decided) {
        // A decided version of the present ends the one before it for everybody and for good.
        auto& last = model_[before].term.days.until;
        uncut_.emplace(before.index, last);
        if (first_day_without < last) model_[before].term.until_precision = {};
        last = std::min(last, first_day_without);
    } else {
        ends_with(said, before, first_day_without, certain);
    }
    copy_sentences(before, id, variant, [&](const Transfer& each) {
        return !each.article.valid() || std::find(gone.begin(), gone.end(), each.article) == gone.end();
    });
    if (made.valid()) {
        const auto [first, last] = own_statements_.at(made.index);
        copy_sentences(made, id, variant, [from = first, until = last](const Transfer& each) {
            return from <= each.statement && each.statement < until;
        });
        return id;
    }
    auto& [first, last] = own_statements_[id.index];
    first = r_.statement_count;
    for (const auto& [sentence, where] : sentences) speak(sentence, where);
    last = r_.statement_count;
    return id;
}

}  // namespace belegd::resolve
