// Cooperations: form, participants, dates and scope.
#include "resolve/statements/cooperations.hpp"

#include <algorithm>
#include <functional>

#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"

#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/boards.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"
#include "syntax/examples.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

/// Whether a form is, or belongs to, the family.
bool belongs_to(const Model& model, FormId form, FormId family) {
    for (auto at = form; at.valid(); at = model[at].family)
        if (at == family) return true;
    return false;
}

/// How far the word that begins a clause goes, with the blanks behind it.
std::size_t word_length(const Phrase& clause, const Tree& tree) {
    auto first = tree[clause.node].end;
    for (const auto child : tree.children(clause.node)) {
        first = tree[child].begin;
        break;
    }
    return first > clause.whole.begin ? first - clause.whole.begin : 0;
}

Endless endless_of(Word word) { return word == Word::until_notice ? Endless::until_notice : Endless::indefinite; }

void add_organ(Cooperation& cooperation, OrganId organ) {
    if (std::find(cooperation.organs.begin(), cooperation.organs.end(), organ) == cooperation.organs.end())
        cooperation.organs.push_back(organ);
}

/// What stands behind something that a cooperation has once; nothing for what it may say again.
Backing* backing_of(Cooperation& cooperation, Word word) {
    switch (word) {
        case Word::form: return &cooperation.form_backing;
        case Word::valid: return &cooperation.term_backing;
        case Word::notice:
        case Word::no_notice: return &cooperation.notice_backing;
        case Word::seat: return &cooperation.seat_backing;
        case Word::status: return &cooperation.status_backing;
        case Word::concluded_on: return &cooperation.concluded_backing;
        case Word::published: return &cooperation.published_backing;
        case Word::centre: return &cooperation.centre_backing;
        default: return nullptr;
    }
}

std::optional<OtherReading::Of> fact_of(Word word) {
    switch (word) {
        case Word::form: return OtherReading::Of::form;
        case Word::valid: return OtherReading::Of::term;
        case Word::notice:
        case Word::no_notice: return OtherReading::Of::notice;
        case Word::seat: return OtherReading::Of::seat;
        case Word::status: return OtherReading::Of::status;
        case Word::concluded_on: return OtherReading::Of::concluded;
        case Word::published: return OtherReading::Of::published;
        case Word::centre: return OtherReading::Of::centre;
        case Word::participants: return OtherReading::Of::participants;
        default: return std::nullopt;
    }
}

/// Takes back what the first of two readings said, where the second counts.
void forget(Cooperation& cooperation, Word word, FormId family) {
    switch (word) {
        case Word::form:
            cooperation.form = family;
            cooperation.form_span = {};
            break;
        case Word::valid:
            cooperation.renewed.reset();
            cooperation.renewed_once = cooperation.no_renewal = false;
            cooperation.retroactive.reset();
            break;
        case Word::notice:
        case Word::no_notice: cooperation.notice.reset(); break;
        case Word::status: cooperation.status = Status::decided; break;
        case Word::concluded_on: cooperation.concluded.reset(); break;
        case Word::published: cooperation.published.reset(); break;
        default: break;
    }
}

}  // namespace

void Cooperations::declared(const Tree& tree, const Phrase& phrase, VariantId variant) {
    if (phrase.items.empty()) return;
    const auto known = r_.names[NameKind::party].find(phrase.items.front().text);
    if (!known || !r_.owners[*known].cooperation.valid()) return;
    const auto id = r_.owners[*known].cooperation;
    if (model_[id].name_span.begin != name_span(phrase).begin || model_[id].name_span.file != name_span(phrase).file)
        return;
    model_[id].form = family_of(model_[id].word);
    model_[id].backing = backing_of(r_, phrase);
    body({id, {}, false}, tree, phrase, {&tree, id, std::nullopt, variant, {}, {}});
    weigh_participants(id);
    finish_form(id);
    finish_later();
}

void Cooperations::body(const Place& place, const Tree& tree, const Phrase& phrase, const Context& context) {
    // Participants and form first, so that the order of the lines does not matter.
    each_clause(
        r_, tree, phrase, [&](const Phrase& clause) { head(place, tree, clause); },
        [&](const Phrase& each) { inner(place, tree, each, context, {}, {}); });
}

/// The two special words ask for a form of their family.
FormId Cooperations::family_of(Cooperation::Word word) const {
    if (word == Cooperation::Word::cooperation) return {};
    const auto& phrase =
        syntax::info(word == Cooperation::Word::arrangement ? Word::arrangement : Word::agreement).phrase;
    const auto family = r_.names[NameKind::form].find(phrase.nl);
    return family ? FormId{*family} : FormId{};
}

void Cooperations::form(CooperationId id, const Phrase& clause) {
    const auto family = family_of(model_[id].word);
    bool open = false;
    for (const auto& item : clause.items) {
        if (item.kind == Item::Kind::value) {
            open = true;
            continue;
        }
        const auto found = named(r_, NameKind::form, item.text, item.span);
        if (!found) {
            r_.unknown_forms.insert(model_[id].first_version.index);
            continue;
        }
        if (family.valid() && !belongs_to(model_, {*found}, family)) {
            r_.report(Code::N03,
                      say(message::form_of_other_family,
                          {quoted(Text(model_.forms[*found].name)), quoted(Text(model_[family].name))}),
                      item.span,
                      {{say(message::other_family_way,
                            {quoted(syntax::info(model_[id].word == Cooperation::Word::arrangement ? Word::arrangement
                                                                                                   : Word::agreement)
                                        .phrase)})}});
            continue;
        }
        model_[id].form = {*found};
        model_[id].form_span = item.span;
    }
    model_[id].form_backing = backing_of(r_, clause);
    model_[id].form_open = open;
}

void Cooperations::package_holds(Package& package, const Tree& tree, const Phrase& clause) {
    package.term = term_of(r_, clause, tree, Ends::by_event);
    package.term_backing = backing_of(r_, clause);
    package.endless = Endless::not_said;
    for (const auto& inner : clause.clauses) {
        if (inner.word == Word::duration) lasts(r_, package.term, inner, tree);
        if (inner.word == Word::indefinite || inner.word == Word::until_notice) {
            package.endless = endless_of(inner.word);
            tell_end(package.term, package.endless, inner.span);
        }
        // The cooperation is renewed or works back as a whole.
        if (inner.word == Word::renewed || inner.word == Word::renewed_once || inner.word == Word::retroactive ||
            inner.word == Word::no_renewal)
            r_.report(Code::N04,
                      say(message::clause_elsewhere,
                          {word_written(r_.sources, inner), quoted(syntax::info(Word::package).phrase)}),
                      inner.span, {{say(message::of_the_whole)}});
    }
}

void Cooperations::finish_form(CooperationId id) {
    auto& cooperation = model_[id];
    tell_end(cooperation.term, cooperation.endless, cooperation.endless_span);
    if (!cooperation.form.valid()) {
        cooperation.form_open = true;
        return;
    }
    // A family with kinds says which family it is, not which form.
    for (const auto& other : model_.forms)
        if (other.family == cooperation.form) cooperation.form_open = true;
    for (auto at = cooperation.form; at.valid(); at = model_[at].family)
        for (const auto organ : model_[at].organs) add_organ(cooperation, organ);
}

void Cooperations::head(const Place& place, const Tree& tree, const Phrase& clause) {
    const auto id = place.id;
    auto& cooperation = model_[id];
    if (!place.amending && said_before(id, tree, clause)) return;
    if (place.amending)
        std::erase_if(cooperation.other_readings,
                      [&](const OtherReading& each) { return each.of == fact_of(clause.word); });
    if ((clause.word == Word::participants || clause.word == Word::scope || clause.word == Word::includes) &&
        clause.items.empty()) {
        const auto& word = syntax::info(clause.word).phrase;
        if (!clause.broken)
            r_.report(Code::N05, say(message::missing_after, {quoted(word), say(message::what_list)}), clause.span,
                      {{say(message::for_example, {syntax::example_of(clause.word)})}});
        return;
    }
    switch (clause.word) {
        case Word::form: form(id, clause); break;
        case Word::participants: participants(place, tree, clause); break;
        case Word::centre:
            if (clause.items.empty()) break;  // the reader has said so
            cooperation.centres = parties_named(r_, clause.items);
            cooperation.centre_open = silence_of(clause.items.front().value);
            cooperation.centre_backing = backing_of(r_, clause);
            break;
        case Word::implements: cooperation.under = under_of(r_, clause); break;
        case Word::valid: valid(place, tree, clause); break;
        case Word::indefinite:
        case Word::until_notice: endless(place, clause); break;
        case Word::no_renewal: not_renewed(place, clause); break;
        case Word::notice:
        case Word::no_notice: notice(cooperation.notice, cooperation.notice_backing, tree, clause); break;
        case Word::seat:
            if (clause.items.empty()) break;  // the reader has said so
            cooperation.seat_open = silence_of(clause.items.front().value);
            cooperation.seat = cooperation.seat_open == Silence::none ? std::string(clause.items.front().text) : "";
            cooperation.seat_backing = backing_of(r_, clause);
            break;
        case Word::includes:
        case Word::signed_by:
        case Word::scope: later_.emplace_back(place, clause); break;
        case Word::organs:
            for (const auto& item : divided_items(r_, clause.items, {NameKind::party}))
                add_organ(cooperation, named_organ(r_, item));
            break;
        case Word::status:
            cooperation.status = status_of(clause, tree).value_or(cooperation.status);
            cooperation.status_stated = true;
            cooperation.status_backing = backing_of(r_, clause);
            break;
        case Word::provides:
        case Word::provides_not: provides(place, clause); break;
        case Word::full_text: cooperation.full_text = true; break;
        case Word::short_title:
            if (!clause.items.empty()) cooperation.short_title = std::string(clause.items.front().text);
            break;
        case Word::concluded_on:
        case Word::published: adoption(cooperation, tree, clause); break;
        case Word::remark: cooperation.remarks.push_back(remark_of(clause)); break;
        case Word::source:
        case Word::according_to: merge(cooperation.backing, backing_of_clause(r_, clause)); break;
        default: break;
    }
}

Text with_sources(const Model& model, const Text& says, const Backing& backing) {
    std::vector<Text> titles;
    for (const auto& each : backing.documents) {
        const auto& document = model[each.document];
        titles.push_back(document.title.empty() ? Text(document.name) : document.title);
    }
    return titles.empty() ? quoted(says) : say(message::says_where, {quoted(says), listed(titles)});
}

bool prevails_in(const Phrase& clause) {
    return clause.word == Word::prevails || std::any_of(clause.clauses.begin(), clause.clauses.end(),
                                                        [](const Phrase& each) { return prevails_in(each); });
}

/// What a cooperation has once: the first sentence counts, a second is told (and where it says something else).
bool Cooperations::said_before(CooperationId id, const Tree& tree, const Phrase& clause) {
    auto* const backing = backing_of(model_[id], clause.word);
    if (backing == nullptr) return false;
    // What it says, up to its sources.
    auto said = clause.whole;
    said.begin += static_cast<std::uint32_t>(std::min<std::size_t>(said.end - said.begin, word_length(clause, tree)));
    const std::function<void(const Phrase&)> cut = [&](const Phrase& inner) {
        if (inner.word == Word::source || inner.word == Word::according_to || inner.word == Word::prevails)
            said.end = std::min(said.end, inner.span.begin);
        for (const auto& deeper : inner.clauses) cut(deeper);
    };
    for (const auto& inner : clause.clauses) cut(inner);
    auto says = sentence_at(r_, {said.file, said.begin, std::max(said.begin, said.end)});
    const bool prevails = prevails_in(clause);
    // `geen opzegtermijn` and `opzegtermijn 3 maanden` say the same thing differently.
    const auto fact = clause.word == Word::no_notice ? Word::notice : clause.word;
    if (clause.word == Word::no_notice) says = syntax::info(clause.word).phrase;
    const auto [first, is_new] = once_.try_emplace({id.index, fact}, Said{clause.whole, says, prevails});
    if (is_new) return false;
    if (folded(first->second.says.nl) == folded(says.nl)) {
        // The same from another document: both stand behind it.
        auto more = backing_of(r_, clause);
        if (!more.documents.empty() || !more.citations.empty()) {
            merge(*backing, std::move(more));
            return true;
        }
    }
    if (clause.word == Word::valid && completes(id, tree, clause)) return true;
    const auto word = quoted(syntax::info(fact).phrase);
    const auto before = first->second;
    if (folded(before.says.nl) == folded(says.nl)) {
        r_.report(Code::N11, say(message::said_twice, {word, Text(model_[id].name)}), clause.whole,
                  {{say(message::first_counts)}}, {{before.span, say(message::this_counts)}});
        return true;
    }
    const auto more = backing_of(r_, clause);
    const auto message = say(
        message::said_differently,
        {word, Text(model_[id].name), with_sources(model_, before.says, *backing), with_sources(model_, says, more)});
    auto& readings = model_[id].other_readings;
    if (prevails && !before.prevails) {
        r_.report(Code::N11, message, before.span, {}, {{clause.whole, say(message::this_prevails)}});
        readings.push_back({*fact_of(clause.word), before.says, *backing, before.span});
        forget(model_[id], clause.word, family_of(model_[id].word));
        first->second = {clause.whole, says, true};
        return false;
    }
    readings.push_back({*fact_of(clause.word), says, more, clause.whole});
    if (prevails)
        r_.report(Code::N11, message, clause.whole, {{say(message::one_prevails)}},
                  {{before.span, say(message::this_prevails)}});
    else if (before.prevails)
        r_.report(Code::N11, message, clause.whole, {}, {{before.span, say(message::this_prevails)}});
    else
        r_.report(Code::N11, message, clause.whole, {{say(message::first_counts_unless)}},
                  {{before.span, say(message::this_counts)}});
    return true;
}

/// `geldt vanaf 1 januari 2020` and `geldt tot en met 31 december 2022`: each says one side of one period.
bool Cooperations::completes(CooperationId id, const Tree& tree, const Phrase& clause) {
    auto& row = model_[id];
    auto& term = row.term;
    const bool begins = clause.clause(Word::from) != nullptr || clause.clause(Word::as_of) != nullptr;
    const bool ends = clause.clause(Word::until) != nullptr || clause.clause(Word::through) != nullptr;
    const bool more = std::any_of(clause.clauses.begin(), clause.clauses.end(), [](const Phrase& each) {
        switch (each.word) {
            case Word::from:
            case Word::as_of:
            case Word::until:
            case Word::through:
            case Word::source:
            case Word::according_to: return false;
            default: return true;
        }
    });
    if (begins == ends || more || row.renewed || !row.endless_span.empty()) return false;
    const bool has_begin = !term.from_span.empty() || term.from_open != Silence::none;
    const bool has_end = !term.until_span.empty() || !term.until_event.empty() || term.until_open != Silence::none;
    if (begins ? has_begin || !has_end : has_end || !has_begin) return false;
    const auto other = term_of(r_, clause, tree, Ends::by_event);
    const auto &from = begins ? other : term, &until = begins ? term : other;
    auto whole = from;
    whole.days.until = until.days.until;
    whole.until_span = until.until_span;
    whole.until_precision = until.until_precision;
    whole.imprecise_until = until.imprecise_until;
    whole.until_event = until.until_event;
    whole.until_open = until.until_open;
    whole.through = until.through;
    if (whole.certainty == Certainty::stated) whole.certainty = until.certainty;
    if (whole.days.empty()) return false;
    term = whole;
    row.dates_open = term.from_span.empty();
    merge(row.term_backing, backing_of(r_, clause));
    return true;
}

void Cooperations::notice(std::optional<Notice>& into, Backing& backing, const Tree& tree, const Phrase& clause) {
    backing = backing_of(r_, clause);
    if (clause.word == Word::no_notice) {
        into = Notice{{0, Duration::Unit::days}, {}, true};
        return;
    }
    const auto length = duration_of(r_, clause, tree);
    if (!length) return;
    into = Notice{*length, {}};
    if (const auto* against = clause.clause(Word::against); against != nullptr && against->argument != 0) {
        into->against = day_of_year(r_, *against, tree);
        if (backing.certainty == Certainty::stated) backing.certainty = against->certainty;
    }
}

/// `voor onbepaalde tijd`, in an article of its own too: what an amendment says so has no end from then on.
void Cooperations::endless(const Place& place, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.endless = endless_of(clause.word);
    cooperation.endless_span = clause.whole;
    if (!place.amending) return;
    cooperation.term.days.until = kNoEnd;
    cooperation.term.until_span = {};
    cooperation.term.until_event.clear();
    cooperation.term.renewed_from.reset();
    cooperation.renewed.reset();
    cooperation.renewed_once = false;
}

/// `geen verlenging`, behind `geldt` or in an article of its own: what an amendment says so ends as it says.
void Cooperations::not_renewed(const Place& place, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.no_renewal = true;
    if (!cooperation.renewed) return;
    if (!place.amending) {
        r_.report(Code::N05, say(message::renewed_and_not, {word_written(r_.sources, clause)}), clause.span,
                  {{say(message::renewed_and_not_remedy)}});
        return;
    }
    if (cooperation.term.renewed_from) cooperation.term.days.until = *cooperation.term.renewed_from;
    cooperation.term.renewed_from.reset();
    cooperation.renewed.reset();
    cooperation.renewed_once = false;
}

void Cooperations::tell_end(const Term& term, Endless endless, Span span) {
    if (endless == Endless::not_said || (term.until_span.empty() && term.until_event.empty())) return;
    r_.report(Code::N05, say(message::endless_and_ends, {quoted(name_of(endless))}), span,
              {{say(message::endless_remedy)}});
}

void Cooperations::valid(const Place& place, const Tree& tree, const Phrase& clause) {
    auto& cooperation = model_[place.id];
    cooperation.term = term_of(r_, clause, tree, Ends::by_event);
    cooperation.term_backing = backing_of(r_, clause);
    cooperation.dates_open = cooperation.term.from_span.empty();
    cooperation.retroactive.reset();
    const auto within = [&](const Phrase& inner) {
        if (inner.word == Word::duration) lasts(r_, cooperation.term, inner, tree);
        if (inner.word == Word::indefinite || inner.word == Word::until_notice) {
            cooperation.endless = endless_of(inner.word);
            cooperation.endless_span = inner.span;
        }
        if (inner.word == Word::retroactive) cooperation.retroactive = work_back(r_, cooperation.term, inner, tree);
        if (inner.word == Word::renewed || inner.word == Word::renewed_once) {
            cooperation.renewed = renew(r_, cooperation.term, inner, tree);
            cooperation.renewed_once = inner.word == Word::renewed_once;
            if (place.amending) cooperation.no_renewal = false;
        }
        if (inner.word == Word::no_renewal && place.amending) not_renewed(place, inner);
        if (inner.word == Word::no_renewal) cooperation.no_renewal = true;
    };
    // How long it lasts before what comes after that.
    std::vector<const Phrase*> in_order;
    for (const auto& inner : clause.clauses) in_order.push_back(&inner);
    std::stable_partition(in_order.begin(), in_order.end(),
                          [](const Phrase* inner) { return inner->word == Word::duration; });
    for (const auto* inner : in_order) within(*inner);
    const auto* never = clause.clause(Word::no_renewal);
    if (never != nullptr && cooperation.renewed) not_renewed({place.id, {}, false}, *never);
}

void Cooperations::finish_later() {
    const auto waiting = std::move(later_);
    later_.clear();
    for (const auto& [place, clause] : waiting)
        if (clause.word == Word::signed_by)
            signatures(place.id, clause);
        else if (clause.word == Word::board)
            board(place, clause);
        else
            scope(place, clause);
}

void Cooperations::scope(const Place& place, const Phrase& clause) {
    Scope out;
    out.backing = backing_of(r_, clause);
    out.span = clause.whole;
    out.list_span = clause.span;
    out.article = place.article;
    const Phrase* of = clause.clause(Word::of);
    if (of == nullptr && (clause.broken || tell_without_of(r_, clause.items))) return;
    if (of != nullptr) {
        out.named_functions = functions_named(r_, clause.items);
        for (const auto& item : clause.items) {
            if (item.value == Word::none) continue;
            out.open_functions = true;
            if (out.silence == Silence::none) out.silence = silence_of(item.value);
        }
        if (!out.named_functions.empty() || out.open_functions) out.functions = leaves_of(r_, out.named_functions);
        out.list_span = {clause.span.file, clause.items.empty() ? clause.span.begin : clause.items.front().span.begin,
                         of->span.end};
    }
    r_.sentence = clause.span;
    auto matter = matter_of_tasks(r_, of != nullptr ? *of : clause);
    note_tasks(r_, clause.span, matter);
    auto& tasks = matter.task_leaves;
    if (out.functions) tasks.only(*out.functions);
    out.named_tasks = matter.tasks;
    for (const auto& item : (of != nullptr ? *of : clause).items)
        if (out.silence == Silence::none) out.silence = silence_of(item.value);
    out.open_list = matter.open || matter.tasks_unknown;
    const auto& list = of != nullptr ? *of : clause;
    const auto* pinned = list.clause(Word::reads_on);
    for (const auto& item : list.items)
        if (item.value == Word::none && is_citation(r_, item)) {
            auto said = item.span;
            if (pinned != nullptr && &item == &list.items.back()) said.end = std::max(said.end, pinned->whole.end);
            out.places_said = out.places_said.empty() ? sentence_at(r_, said)
                                                      : joined({out.places_said, sentence_at(r_, said)}, ", ");
        }
    Context context;
    context.cooperation = place.id;
    std::vector<PartyOn> only_for, except_for;
    bool narrowed = false;
    OpenWhom except_open;
    const auto said = [&](const Phrase& inner, const OpenWhom& open) {
        if (open.open) out.whom_said = joined(std::vector<Text>{out.whom_said, sentence_at(r_, inner.whole)}, " ");
    };
    const auto within = [&](const Phrase& inner) {
        Narrowing narrowing;
        if (inner.word == Word::for_ && means_all(r_, inner.items, context, narrowing)) {
            for (const auto party : narrowing.except_for) except_for.push_back({party, {}, inner.span, nullptr});
        } else if (inner.word == Word::for_) {
            only_for = parties_on(r_, inner.items, context, &out.whom.open);
            note_open_whom(r_, inner, context, out.whom);
            said(inner, out.whom);
            narrowed = true;
        }
        if (inner.word == Word::except_for) {
            for (const auto& each : parties_on(r_, inner.items, context, &except_open.open)) except_for.push_back(each);
            note_open_whom(r_, inner, context, except_open);
            said(inner, except_open);
        }
        if (inner.word == Word::except_) tasks -= excepted_tasks(r_, inner, tasks);
    };
    for (const auto& inner : clause.clauses) {
        within(inner);
        for (const auto& deeper : inner.clauses) within(deeper);
    }
    r_.sentence.reset();
    for (const auto& each : only_for) tell_who_takes_no_part(r_, place.id, each.party, clause.whole);
    // A citation may mean other tasks for one function than for another.
    std::vector<Scope> rows;
    out.tasks = tasks.all();
    if (!tasks.differs()) rows.push_back(out);
    for (std::size_t f = 0; tasks.differs() && f < model_.leaf_functions.size(); ++f) {
        if (tasks.of(f).none() || (out.functions && !out.functions->has(f))) continue;
        auto same = std::find_if(rows.begin(), rows.end(), [&](const Scope& row) { return row.tasks == tasks.of(f); });
        if (same == rows.end()) {
            same = rows.insert(rows.end(), out);
            same->tasks = tasks.of(f);
            same->functions = BitSet(model_.leaf_functions.size());
        }
        same->functions->set(f);
    }
    for (const auto& each : rows)
        for (const auto& days : unchanged({&only_for, &except_for})) {
            auto row = each;
            row.days = days;
            if (narrowed) row.only_for = meant_on(only_for, days.from);
            row.except_for = meant_on(except_for, days.from);
            // Where it is not known who is excepted, nobody is known for whom it holds.
            if (except_open.open) {
                if (narrowed)
                    for (const auto& member : model_[place.id].participants)
                        if (!names(*row.only_for, member.party)) row.except_for.push_back(member.party);
                row.only_for = std::vector<PartyId>{};
                row.whom = except_open;
            }
            if (!row.only_for || !row.only_for->empty() || row.whom.open)
                model_[place.id].scopes.push_back(std::move(row));
        }
}

void Cooperations::resolve_transfers() {
    const auto waiting = std::move(transfers_);
    transfers_.clear();
    for (const auto& [phrase, context] : waiting) speak(phrase, context);
}

namespace {

/// `college van centrum`, `voor gastgemeenten`
bool names_a_part(const Phrase& phrase) {
    return std::any_of(phrase.items.begin(), phrase.items.end(),
                       [](const Item& item) { return item.kind == Item::Kind::name && part_named(item.text); }) ||
           std::any_of(phrase.clauses.begin(), phrase.clauses.end(), names_a_part);
}

}  // namespace

void Cooperations::speak(const Phrase& sentence, const Context& where) {
    const auto number = r_.statement_count;
    resolve_transfer(r_, sentence, where);
    if (where.cooperation.valid() && r_.statement_count > number && names_a_part(sentence))
        by_part_.emplace(number, std::pair(sentence, where));
}

namespace {

/// A sentence that gives several rows, by its parts or by the versions of its cooperation: `lv/3~1`, `lv/3~2`.
void number_rows(Model& model) {
    std::map<std::string, std::uint32_t> rows, given;
    for (const auto& transfer : model.transfers) ++rows[transfer.id];
    for (auto& transfer : model.transfers) {
        if (rows[transfer.id] < 2) continue;
        const auto number = ++given[transfer.id];
        transfer.id += "~" + std::to_string(number);
    }
}

}  // namespace

namespace {

/// Of each function the tasks of which `from` delegates it to `to`, with what follows it (D29).
std::vector<BitSet> delegated(const Model& model, const Actor& from, const Actor& to) {
    const auto is = [](const Actor& named, const Actor& who) {
        return named == who || (named.owner == Actor::Owner::own && named.organ == who.organ);
    };
    std::vector<BitSet> out(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    for (const auto& x : model.transfers) {
        const auto to_him = [&](const Actor& receiver) { return is(receiver, to); };
        if (x.kind == TransferKind::delegates && (!x.giver || is(*x.giver, from)) &&
            std::any_of(x.receivers.begin(), x.receivers.end(), to_him))
            x.functions.each([&](std::size_t f) { out[f] |= x.tasks; });
    }
    for (bool more = true; more;) {
        more = false;
        for (std::size_t f = 0; f < out.size(); ++f) {
            const auto followed = model[model.leaf_functions[f]].follows;
            if (!followed.valid()) continue;
            auto its = out[f];
            model[followed].leaves.each([&](std::size_t each) { its |= out[each]; });
            more = more || its != out[f];
            out[f] = std::move(its);
        }
    }
    return out;
}

/// `door raad en college, ieder voor zover bevoegd`: what one of them has by law another may have received from him,
/// and gives that one where the chain stands at him.
void give_what_was_received(Resolution& r) {
    auto& model = r.model;
    const auto written = model.transfers.size();
    for (std::size_t i = 0; i < written; ++i) {
        const auto givers = r.givers_of.find(model.transfers[i].statement);
        if (givers == r.givers_of.end() || model.transfers[i].all_powers) continue;
        for (const auto& other : givers->second) {
            const auto row = model.transfers[i];
            if (other == *row.giver) continue;
            const auto received = delegated(model, *row.giver, other);
            std::map<BitSet, BitSet> lots;  // functions by tasks
            row.functions.each([&](std::size_t f) {
                if (auto tasks = row.tasks & received[f]; tasks.any())
                    lots.try_emplace(std::move(tasks), model.leaf_functions.size()).first->second.set(f);
            });
            for (const auto& [tasks, functions] : lots) {
                auto& more = model.transfers.emplace_back(row);
                more.giver = other;
                more.tasks = tasks;
                more.functions = functions;
            }
        }
    }
}

/// `voor het overige` is the rest of something: of what another sentence says of these functions or tasks.
void check_remainders(Resolution& r) {
    const auto& all = r.model.transfers;
    std::vector<std::uint32_t> told;
    for (const auto& rest : all) {
        if (!rest.remainder || std::find(told.begin(), told.end(), rest.statement) != told.end()) continue;
        const bool of_something = std::any_of(all.begin(), all.end(), [&](const Transfer& other) {
            return other.statement != rest.statement && (other.tasks | other.excepted).intersects(rest.tasks);
        });
        if (of_something) continue;
        told.push_back(rest.statement);
        r.report(Code::N05, say(message::rest_of_nothing), rest.remainder_span, {{say(message::rest_remedy)}});
    }
}

}  // namespace

void resolve_cooperations(Resolution& r) {
    Cooperations cooperations(r);
    for (const auto& [tree, phrase] : r.statements) {
        const Context context{tree, {}, std::nullopt, {}, {}, {}};
        switch (phrase.word) {
            case Word::cooperation:
            case Word::arrangement:
            case Word::agreement: cooperations.declared(*tree, phrase, {}); break;
            case Word::organisation: cooperations.statutes(*tree, phrase); break;
            case Word::variant: cooperations.variant(*tree, phrase); break;
            case Word::decision: cooperations.decision(*tree, phrase, {}); break;
            case Word::amendment:
            case Word::addendum: cooperations.amends(*tree, phrase, {}, {}); break;
            case Word::milestone:
            case Word::procedure:
            case Word::decision_rule:
            case Word::cost:
            case Word::settlement:
            case Word::actual_cost:
            case Word::cost_ceiling: resolve_planning(r, *tree, phrase, context); break;
            case Word::division_key:
            case Word::price_index: resolve_money(r, *tree, phrase, context); break;
            default:
                if (syntax::has(phrase.word, syntax::Verb)) cooperations.transfer(phrase, context);
                break;
        }
    }
    cooperations.resolve_consulted();
    cooperations.resolve_transfers();
    cooperations.amend();
    give_what_was_received(r);
    check_bodies(r);
    check_participants(r);
    check_remainders(r);
    link_money(r);
    link_boards(r);
    number_rows(r.model);
}

}  // namespace belegd::resolve
