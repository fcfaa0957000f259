// Who gives what to whom, as one sentence says it.
#include <algorithm>
#include <functional>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/by_organ.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/phrases/formulas.hpp"
#include "resolve/resolution.hpp"
#include "resolve/statements/transfer_rows.hpp"
#include "resolve/values/conditions.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

TransferKind transfer_kind(Word word) {
    switch (word) {
        case Word::delegates:
        case Word::delegates_nothing: return TransferKind::delegates;
        case Word::mandates:
        case Word::mandates_nothing:
        case Word::trio: return TransferKind::mandates;
        case Word::empowers: return TransferKind::empowers;
        case Word::authorises: return TransferKind::authorises;
        case Word::entrusts: return TransferKind::entrusts;
        case Word::keeps: return TransferKind::keeps;
        default: return TransferKind::assigns;
    }
}

/// Whether a form can carry a kind of transfer; a form that is not known bars nothing.
bool can_carry(const Model& model, CooperationId cooperation, TransferKind kind) {
    if (!cooperation.valid() || !model[cooperation].form.valid() || model[cooperation].form_open) return true;
    return carries(model[model[cooperation].form], kind);
}

/// `delegeert subsidiair mandateert` is the second where the form cannot carry the first (D28).
TransferKind transfer_kind(const Model& model, Word word, CooperationId cooperation) {
    if (word != Word::delegates_else_mandates) return transfer_kind(word);
    return can_carry(model, cooperation, TransferKind::delegates) ? TransferKind::delegates : TransferKind::mandates;
}

/// One sentence in its context.
class TransferReader {
   public:
    TransferReader(Resolution& r, const Phrase& phrase, const Context& context)
        : r_(r), model_(r.model), phrase_(phrase), context_(context), tree_(*context.tree) {}

    void read() {
        before_ = r_.diagnostics.items().size();
        r_.sentence = phrase_.span;
        read_sentence();
        r_.sentence.reset();
    }

   private:
    void read_sentence() {
        if (tell_formula(r_, phrase_)) return;
        if (!matter()) return;
        head();
        for (const auto& clause : phrase_.clauses)
            if (!of_exception(clause)) see(clause);
        // In its own statutes an organisation gives what it has.
        if (context_.statutes_of.valid() && phrase_.clause(Word::by) == nullptr)
            row_.giver = Actor{Actor::Owner::party, context_.statutes_of.index, {}};
        if (!receivers()) return;
        for (const auto& clause : phrase_.clauses) {
            for (const auto& inner : clause.clauses)
                if (inner.word == Word::except_) except(inner);
            if (clause.word == Word::except_) except(clause);
        }
        if (context_.cooperation.valid()) {
            for (const auto& each : only_for_)
                if (each.item != nullptr) tell_who_takes_no_part(r_, context_.cooperation, each.party, row_.for_span);
            for (const auto& each : except_for_)
                if (each.item != nullptr)
                    tell_who_takes_no_part(r_, context_.cooperation, each.party, row_.except_span);
        }
        add_rows(r_, phrase_, context_, said_);
    }

    /// Whether a name of this sentence was found to be unknown or of another kind.
    bool unknown_name() const {
        const auto& items = r_.diagnostics.items();
        return std::any_of(items.begin() + static_cast<std::ptrdiff_t>(before_), items.end(),
                           [](const Diagnostic& item) { return item.code == Code::N01 || item.code == Code::N03; });
    }

    /// `delegeert niets`, `mandateert niets`: to somebody, or at all.
    bool nothing() const { return gives_nothing(phrase_); }

    /// `uitvoering vann bijstand`: without `van` only the first thing that is no function is told.
    bool lacks_of() {
        if (phrase_.clause(Word::of) != nullptr || phrase_.items.empty()) return false;
        if (phrase_.broken) return !r_.knows(NameKind::task, phrase_.items.front().text);
        return tell_without_of(r_, phrase_.items);
    }

    /// `bijstand van uitvoering`: said once, with the sentence as it should be.
    bool swapped() {
        const auto* of = phrase_.clause(Word::of);
        if (of == nullptr || phrase_.items.size() != 1 || of->items.size() != 1) return false;
        const auto &first = phrase_.items.front(), &second = of->items.front();
        const auto only = [&](const Item& item, NameKind is, NameKind is_not) {
            return r_.knows(is, item.text) && !r_.knows(is_not, item.text);
        };
        if (!only(first, NameKind::task, NameKind::function) || !only(second, NameKind::function, NameKind::task))
            return false;
        const Text task(first.text), function(second.text);
        r_.report(Code::N03, say(message::task_and_function_swapped, {task, function}),
                  {first.span.file, first.span.begin, second.span.end},
                  {{say(message::swapped_back,
                        {syntax::info(phrase_.word).phrase, function, syntax::info(Word::of).phrase, task})}});
        return true;
    }

    bool matter() {
        if (nothing()) return true;
        if (swapped() || lacks_of()) return false;
        matter_ = matter_of(r_, phrase_);
        note_tasks(r_, phrase_.span, matter_);
        if (matter_.functions_silent) {
            for (std::uint32_t i = 0; i < model_.functions.size(); ++i)
                if (model_.functions[i].power && model_.functions[i].children.empty()) matter_.functions.push_back({i});
            r_.report(Code::N13, say(message::all_powers_meant),
                      phrase_.items.empty() ? phrase_.span : phrase_.items.front().span);
        } else if (matter_.tasks.empty() && phrase_.clause(Word::of) == nullptr) {
            if (phrase_.broken || unknown_name()) return false;
            r_.report(Code::N05, say(message::transfer_of_what, {quoted(syntax::info(phrase_.word).phrase)}),
                      phrase_.span, {{say(message::transfer_example)}});
            return false;
        }
        return true;
    }

    void head() {
        row_.kind = transfer_kind(model_, phrase_.word, context_.cooperation);
        row_.trio = phrase_.word == Word::trio;
        row_.all_powers =
            matter_.functions_silent || std::any_of(phrase_.items.begin(), phrase_.items.end(), is_all_powers);
        row_.cooperation = context_.cooperation;
        row_.package = context_.package;
        row_.article = context_.article;
        row_.decision = context_.decision;
        row_.in_text = context_.in_text;
        row_.statutes_of = context_.statutes_of;
        row_.variant = context_.cooperation.valid() && !context_.decision.valid() ? model_[context_.cooperation].variant
                                                                                  : context_.variant;
        row_.statement = r_.statement_count++;
        row_.named_functions = matter_.functions;
        row_.named_tasks = matter_.tasks;
        row_.open_functions = matter_.open_functions;
        row_.open_tasks = matter_.open;
        row_.span = phrase_.whole;
        row_.head_span = phrase_.span;
        if (const auto* of = phrase_.clause(Word::of)) row_.head_span.end = of->span.end;
        row_.backing = backing_of(r_, phrase_);

        // The row as it would be said again: up to its source, and without what the model thinks of it.
        auto said = phrase_.whole;
        const std::function<void(const Phrase&)> cut = [&](const Phrase& clause) {
            if ((clause.word == Word::source || clause.word == Word::accept) && clause.span.begin > said.begin)
                said.end = std::min(said.end, clause.span.begin);
            for (const auto& inner : clause.clauses) cut(inner);
        };
        for (const auto& clause : phrase_.clauses) cut(clause);
        row_.text = in_order(said);

        auto term_phrase = phrase_;
        std::erase_if(term_phrase.clauses, [&](const Phrase& clause) {
            return clause.argument != 0 && (tree_[clause.argument].kind == syntax::Kind::amount ||
                                            tree_[clause.argument].kind == syntax::Kind::number);
        });
        row_.term = term_of(r_, term_phrase, tree_, Ends::by_event);
        if (const auto* length = phrase_.clause(Word::duration)) lasts(r_, row_.term, *length, tree_);
        if (const auto* back = phrase_.clause(Word::retroactive))
            row_.retroactive = work_back(r_, row_.term, *back, tree_);
        row_.condition = condition_of(r_, phrase_, tree_);
    }

    /// What the head of an article says holds for each of its sentences: who receives it before what limits it, for
    /// `ondermandaat toegestaan aan …` is something else.
    Text in_order(Span said) const {
        const auto whose = [](Word word) { return word == Word::to || word == Word::with || word == Word::by; };
        std::vector<Text> first, last;
        for (const auto& clause : phrase_.clauses) {
            if (!inherited(clause) || clause.word == Word::source || clause.word == Word::according_to) continue;
            (whose(clause.word) ? first : last).push_back(words_of(clause.whole));
        }
        if (first.empty() && last.empty()) return words_of(said);
        const auto end = std::max(said.begin, std::min(row_.head_span.end, said.end));
        std::vector<Text> parts{words_of({said.file, said.begin, end})};
        parts.insert(parts.end(), first.begin(), first.end());
        if (auto rest = words_of({said.file, end, said.end}); !rest.empty()) parts.push_back(std::move(rest));
        parts.insert(parts.end(), last.begin(), last.end());
        return joined(parts, " ");
    }

    /// A stretch of the text, with what it says of its certainty in brackets.
    Text words_of(Span span) const {
        std::vector<Span> marks;
        const std::function<void(const Phrase&)> gather = [&](const Phrase& phrase) {
            const auto& mark = phrase.certainty_span;
            if (!mark.empty() && mark.file == span.file && span.begin <= mark.begin && mark.end <= span.end)
                marks.push_back(mark);
            for (const auto& clause : phrase.clauses) gather(clause);
        };
        gather(phrase_);
        std::sort(marks.begin(), marks.end(), [](Span x, Span y) { return x.begin < y.begin; });
        std::vector<Text> parts;
        const auto add = [&](Span piece) {
            if (auto words = sentence_at(r_, piece); !words.empty()) parts.push_back(std::move(words));
        };
        auto at = span.begin;
        for (const auto& mark : marks) {
            add({span.file, at, mark.begin});
            const auto word = sentence_at(r_, mark);
            parts.push_back({"(" + word.nl + ")", "(" + word.en + ")"});
            at = mark.end;
        }
        add({span.file, at, span.end});
        return joined(parts, " ");
    }

    bool inherited(const Phrase& clause) const {
        return clause.whole.file != phrase_.whole.file || clause.whole.begin < phrase_.whole.begin ||
               clause.whole.begin >= phrase_.whole.end;
    }

    void see(const Phrase& clause) {
        switch (clause.word) {
            case Word::to:
            case Word::with: receiver(clause); break;
            case Word::by: giver(clause); break;
            case Word::for_: {
                row_.for_span = clause.span;
                Narrowing narrowing;
                if (means_all(r_, clause.items, context_, narrowing)) {
                    narrow(narrowing, clause.span);
                    break;
                }
                auto found = by_organ(clause);
                note_open_whom(r_, clause, context_, row_.whom);
                // Said on the head and in the sentence: for those of both.
                if (narrowed_)
                    only_for_ = of_both(only_for_, found);
                else
                    only_for_ = std::move(found);
                narrowed_ = true;
                break;
            }
            case Word::except_for:
                except_parties(clause);
                row_.except_span = clause.span;
                break;
            case Word::status: row_.status = status_of(clause, tree_).value_or(row_.status); break;
            case Word::jointly: joint_ = true; break;
            case Word::submandate:
                row_.submandate = true;
                if (const auto* to = clause.clause(Word::to)) row_.submandate_to = actors_of(r_, *to, context_);
                break;
            case Word::no_submandate: row_.submandate = false; break;
            case Word::remainder:
                row_.remainder = true;
                row_.remainder_span = clause.span;
                break;
            case Word::place:
                if (!clause.items.empty()) row_.place = std::string(clause.items.front().text);
                break;
            case Word::pursuant: pursuant(clause); break;
            case Word::advice:
                row_.advice = names_as_written(r_, clause);
                tell_unknown_actors(r_, clause);
                break;
            case Word::hearing:
                row_.hearing = names_as_written(r_, clause);
                tell_unknown_actors(r_, clause);
                break;
            case Word::consultation:
                row_.consultation = names_as_written(r_, clause);
                tell_unknown_actors(r_, clause);
                break;
            case Word::consent:
            case Word::assent: {
                (clause.word == Word::consent ? row_.consent : row_.assent) = names_as_written(r_, clause);
                for (const auto& actor : known_actors(r_, clause, context_)) {
                    row_.consent_by.push_back(actor);
                    if (clause.word == Word::consent) row_.permitted_by.push_back(actor);
                }
                tell_unknown_actors(r_, clause);
                break;
            }
            case Word::substitute:
                for (const auto& item : clause.items)
                    if (row_.open_substitute == Silence::none) row_.open_substitute = silence_of(item.value);
                row_.substitutes = actors_of(r_, clause, context_);
                break;
            case Word::implements: row_.under = under_of(r_, clause); break;
            default: break;
        }
    }

    void receiver(const Phrase& clause) {
        has_receiver_ = true;
        bool with_and = false;
        Narrowing narrowing;
        narrowing.together = phrase_.clause(Word::jointly) != nullptr;
        for (const auto& actor : actors_of(r_, clause, context_, &with_and, &narrowing))
            if (std::find(row_.receivers.begin(), row_.receivers.end(), actor) == row_.receivers.end())
                row_.receivers.push_back(actor);
        narrow(narrowing, clause.span);
        tell_open_list(clause);
        if (row_.receivers.empty()) row_.open_receiver = narrowing.centre;
        joint_ = joint_ || with_and;
        const auto links = [&](const std::vector<Item>& items) {
            for (std::size_t i = 0; i < items.size(); ++i) {
                if (row_.open_receiver == Silence::none) row_.open_receiver = silence_of(items[i].value);
                if (i == 0) continue;
                listed_too_ = listed_too_ || (alternatives_ && !items[i].after_or);
                alternatives_ = alternatives_ || items[i].after_or;
            }
        };
        links(clause.items);
        for (const auto& of : clause.clauses)
            if (of.word == Word::of) links(of.items);
        row_.receiver_span = clause.whole;
    }

    /// `aan X, niet uitputtend`: that there are others is another sentence, for who they are is not said.
    void tell_open_list(const Phrase& clause) {
        const auto tell = [&](const std::vector<Item>& items) {
            for (const auto& item : items)
                if (item.value == Word::open_list)
                    r_.report(Code::N04, say(message::open_receivers), item.span,
                              {{say(message::open_receivers_remedy,
                                    {syntax::info(phrase_.word).phrase, syntax::info(clause.word).phrase})}});
        };
        tell(clause.items);
        for (const auto& of : clause.clauses)
            if (of.word == Word::of) tell(of.items);
    }

    void giver(const Phrase& clause) {
        tell_open_list(clause);
        Narrowing narrowing;
        const auto givers = actors_of(r_, clause, context_, nullptr, &narrowing);
        narrow(narrowing, clause.span);
        if (givers.empty()) {
            row_.open_giver = narrowing.centre;
            for (const auto& item : clause.items)
                if (row_.open_giver == Silence::none) row_.open_giver = silence_of(item.value);
        }
        if (givers.size() == 1)
            row_.giver = givers.front();
        else if (each_gives_own(clause, givers)) {
            row_.giver = givers.front();
            said_.givers = givers;
        } else if (!givers.empty() && !told(clause.span))  // of a decision its head tells it
            r_.report(Code::N07, say(message::one_giver), clause.span, ways_to_give(clause, givers));
        row_.giver_span = clause.whole;
    }

    bool told(Span span) const {
        const auto& all = r_.diagnostics.items();
        return std::any_of(all.begin(), all.end(),
                           [&](const Diagnostic& each) { return each.code == Code::N07 && each.primary.span == span; });
    }

    /// The sentence once for each giver; of organs of one municipality also as one sentence.
    std::vector<Remedy> ways_to_give(const Phrase& clause, const std::vector<Actor>& givers) const {
        const auto& by = syntax::info(Word::by).phrase;
        std::vector<Remedy> out;
        if (inherited(clause)) {  // what an article says of all its sentences
            for (const auto& giver : givers)
                if (out.size() < kMostGivers)
                    out.push_back({say(out.empty() ? message::one_line_per_giver : message::and_the_line,
                                       {joined({Text("…"), by, name_of(model_, giver)}, " ")})});
            return out;
        }
        const auto before = sentence_at(r_, {phrase_.whole.file, phrase_.whole.begin, clause.whole.begin}),
                   behind = sentence_at(r_, {phrase_.whole.file, clause.whole.end, phrase_.whole.end});
        const auto with = [&](const Text& who) {
            std::vector<Text> parts{before, who};
            if (!behind.empty()) parts.push_back(behind);
            return joined(parts, " ");
        };
        if (organs_of_one(model_, givers))
            out.push_back(
                {say(message::each_giver_own,
                     {with(joined({sentence_at(r_, clause.whole), syntax::info(Word::each_own).phrase}, ", "))})});
        const auto first = out.size();
        for (const auto& giver : givers)
            if (out.size() < first + kMostGivers)
                out.push_back({say(out.size() == first ? message::one_line_per_giver : message::and_the_line,
                                   {with(joined({by, name_of(model_, giver)}, " "))})});
        return out;
    }
    static constexpr std::size_t kMostGivers = 4;

    /// `besluit … door college en burgemeester van X`, or a sentence that says `ieder voor zover bevoegd`: organs of one
    /// municipality, of which each gives what it has.
    bool each_gives_own(const Phrase& clause, const std::vector<Actor>& givers) const {
        return (inherited(clause) || phrase_.clause(Word::each_own) != nullptr) && organs_of_one(model_, givers);
    }

    void narrow(const Narrowing& narrowing, Span span) {
        if (narrowing.guests != Silence::none) said_.except_open = {true, {}, narrowing.guests, span};
        for (const auto party : narrowing.except_for) except_for_.push_back({party, {}, span, nullptr});
        if (narrowing.except_for.empty()) return;
        row_.hosts = narrowing.except_for;
        row_.guests_span = span;
    }

    void except_parties(const Phrase& clause) {
        note_open_whom(r_, clause, context_, said_.except_open);
        bool open = false;
        if (clause.clause(Word::of) == nullptr) {
            const auto found = parties_on(r_, clause.items, context_, &open);
            if (open) said_.except_open.open = true;
            except_for_.insert(except_for_.end(), found.begin(), found.end());
            return;
        }
        // What their other organs give goes over all the same.
        for (const auto& each : parties_by_organ(r_, clause, context_, &open)) {
            if (row_.giver && std::find(each.organs.begin(), each.organs.end(), row_.giver->organ) == each.organs.end())
                continue;
            except_for_.push_back(each.party);
            if (row_.giver || !context_.cooperation.valid()) continue;
            for (const auto organ : other_organs(model_, context_.cooperation, each))
                given_by_.push_back({each.party, {organ}});
        }
        if (open) said_.except_open.open = true;
    }

    /// Who is named behind `voor`: those meant whole; of whom one organ is meant its part is noted.
    std::vector<PartyOn> by_organ(const Phrase& clause) {
        auto* open = &row_.whom.open;
        if (clause.clause(Word::of) == nullptr) return parties_on(r_, clause.items, context_, open);
        std::vector<PartyOn> out;
        for (const auto& each : parties_by_organ(r_, clause, context_, open))
            if (row_.giver || !context_.cooperation.valid() || other_organs(model_, context_.cooperation, each).empty())
                out.push_back(each.party);
            else
                given_by_.push_back(each);
        return out;
    }

    /// `krachtens besluit D`: as certain as that decision, and one that is not in the model is at most intended (D19).
    void pursuant(const Phrase& clause) {
        row_.names_decision = clause.span.file == row_.span.file && row_.span.begin <= clause.span.begin &&
                              clause.span.end <= row_.span.end;
        if (clause.items.empty() || clause.items.front().value != Word::none) {
            row_.status = std::min(row_.status, Status::intended);
            return;
        }
        const auto& item = clause.items.front();
        if (const auto known = r_.names[NameKind::decision].find(item.text);
            known && r_.planned[*known].decision.valid()) {
            row_.decision = r_.planned[*known].decision;
            r_.used(NameKind::decision, *known, item.span);
            return;
        }
        row_.other_decision = std::string(item.text);
        row_.status = std::min(row_.status, Status::intended);
        std::vector<Remedy> remedies;
        const bool seeks = r_.may_seek(r_.names[NameKind::decision].all().size());
        if (const auto own = seeks ? titled(r_, NameKind::decision, item.text) : std::nullopt)
            remedies.push_back({say(message::did_you_mean_titled, {to_write(r_, *own), Text(item.text)})});
        else if (const auto near = r_.nearest_to(item.text, r_.names[NameKind::decision].all()))
            remedies.push_back(meant(r_, *near));
        remedies.push_back({say(message::declare_decision, {to_write(r_, item.text)})});
        r_.report(Code::N17, say(message::decision_not_there, {quoted(Text(item.text))}), item.span,
                  std::move(remedies));
    }

    bool receivers() {
        if (!has_receiver_) {
            if (nothing()) return true;
            // Who it is may stand in what could not be read, or in what was read as part of a name.
            if (phrase_.broken || unknown_name()) return false;
            const bool with = phrase_.word == Word::keeps || phrase_.word == Word::assigns;
            r_.report(Code::N05,
                      say(with ? message::transfer_with_whom : message::transfer_to_whom,
                          {quoted(syntax::info(phrase_.word).phrase)}),
                      phrase_.span, {{say(with ? message::receiver_example_with : message::receiver_example)}});
            return false;
        }
        if (row_.receivers.empty()) return row_.open_receiver != Silence::none;  // said already
        if (row_.receivers.size() < 2) return true;
        row_.together = joint_          ? Transfer::Together::joint
                        : alternatives_ ? Transfer::Together::either
                                        : Transfer::Together::none;
        // `A en B of C`, `A of B, C`: which belong together is not said.
        const bool mixed = alternatives_ && (joint_ || listed_too_);
        if (row_.together == Transfer::Together::none || mixed)
            r_.report(Code::N07, say(message::receivers_unclear), row_.receiver_span, ways_to_receive());
        return true;
    }

    /// The three readings of a list of receivers, with the names that stand there.
    std::vector<Remedy> ways_to_receive() const {
        const Phrase* clause = nullptr;
        for (const auto& each : phrase_.clauses)
            if (each.word == Word::to || each.word == Word::with) clause = &each;
        if (clause == nullptr) return {{say(message::receivers_each)}};
        // `college van Oostdam, Rijnhof` has the names behind `van`.
        const auto* of = clause->clause(Word::of);
        const auto& items = of != nullptr ? of->items : clause->items;
        std::string before(syntax::info(clause->word).phrase.nl), before_en(syntax::info(clause->word).phrase.en);
        if (of != nullptr && !items.empty() && !clause->items.empty()) {
            const auto organ = std::string(
                r_.sources.text({clause->span.file, clause->items.front().span.begin, items.front().span.begin}));
            before += " " + organ.substr(0, organ.find_last_not_of(" \t\r\n") + 1);
            before_en += " " + organ.substr(0, organ.find_last_not_of(" \t\r\n") + 1);
        }
        std::vector<Text> names;
        for (const auto& item : divided_items(r_, items, {NameKind::party})) {
            // Brackets, `en` and `of` beside each other: the names alone.
            std::string name(r_.sources.text(item.span));
            std::erase_if(name, [](char c) { return c == '(' || c == ')'; });
            names.emplace_back(name);
        }
        const Text lead{before + " ", before_en + " "}, last = syntax::info(Word::jointly).phrase;
        const Text or_ = syntax::info(Word::or_).phrase;
        const auto listed = joined(names, ", ");
        Text each{lead.nl, lead.en};
        for (std::size_t i = 0; i < names.size(); ++i) {
            each.nl += (i == 0 ? "" : " " + or_.nl + " ") + names[i].nl;
            each.en += (i == 0 ? "" : " " + or_.en + " ") + names[i].en;
        }
        return {{say(message::receivers_joint,
                     {{lead.nl + listed.nl + " " + last.nl, lead.en + listed.en + " " + last.en}})},
                {say(message::receivers_either, {each})},
                {say(message::receivers_each)}};
    }

    /// `behalve verordening van wmo voor Houten`: directly behind an exception `voor` says for whom it is made.
    const Phrase* exception_before(const Phrase& clause) const {
        if (clause.word != Word::for_) return nullptr;
        const Phrase* out = nullptr;
        const auto see_before = [&](const Phrase& each) {
            if (each.word == Word::except_ && each.whole.file == clause.span.file &&
                each.whole.end <= clause.span.begin && (out == nullptr || out->whole.end < each.whole.end))
                out = &each;
        };
        for (const auto& each : phrase_.clauses) {
            see_before(each);
            for (const auto& inner : each.clauses) see_before(inner);
        }
        if (out == nullptr) return nullptr;
        const auto between = r_.sources.text({clause.span.file, out->whole.end, clause.span.begin});
        return between.find_first_not_of(" \t\r\n") == std::string_view::npos ? out : nullptr;
    }
    bool of_exception(const Phrase& clause) const { return exception_before(clause) != nullptr; }

    void except(const Phrase& clause) {
        row_.except_span = clause.whole;
        const auto named = divided_items(r_, clause.items, {NameKind::party});
        const auto parties_only =
            !named.empty() && clause.clauses.empty() && std::all_of(named.begin(), named.end(), [&](const Item& item) {
                return r_.knows(NameKind::party, item.text) && !r_.knows(NameKind::task, item.text) &&
                       !r_.knows(NameKind::function, item.text);
            });
        if (parties_only || names_organs(r_, clause)) {
            except_parties(clause);
            return;
        }
        if (unknown_exception(clause)) return;
        said_.fill_kept(r_);
        auto within = said_.kept;
        // `hulp, niet uitputtend behalve opvang`: opvang is not among the others either.
        if (matter_.open)
            for (auto& tasks : within)
                for (std::size_t leaf = 0; leaf < model_.leaf_tasks.size(); ++leaf) tasks.set(leaf);
        const auto out = excepted_by_function(r_, clause, within);
        const auto behind = std::find_if(phrase_.clauses.begin(), phrase_.clauses.end(),
                                         [&](const Phrase& each) { return exception_before(each) == &clause; });
        if (behind != phrase_.clauses.end()) {
            row_.except_span.end = behind->span.end;
            TransferSaid::Stretch some{out, {}};
            some.except_for = parties_on(r_, behind->items, context_, &some.except_open.open);
            note_open_whom(r_, *behind, context_, some.except_open);
            said_.for_some.push_back(std::move(some));
            return;
        }
        for (std::size_t f = 0; f < said_.kept.size(); ++f) {
            said_.dropped[f] |= out[f];
            said_.kept[f] -= out[f];
        }
    }

    /// What is excepted may be a function, a task or a participant: a name that is none of these is told as such.
    bool unknown_exception(const Phrase& clause) {
        if (clause.clause(Word::of) != nullptr) return false;
        const std::vector<NameKind> kinds{NameKind::function, NameKind::task, NameKind::party};
        bool any = false;
        for (const auto& item : divided_items(r_, clause.items, kinds)) {
            const bool name = (item.kind == Item::Kind::name || item.kind == Item::Kind::string) &&
                              item.parts.empty() && !is_all_powers(item);
            if (name && !is_tasks_above(r_, item) && !r_.knows(NameKind::statute, item.text) &&
                unknown_to_all(r_, kinds, item))
                any = true;
        }
        return any;
    }

    Resolution& r_;
    Model& model_;
    const Phrase& phrase_;
    const Context& context_;
    std::size_t before_ = 0;  ///< how many findings there were
    const syntax::Tree& tree_;
    TransferSaid said_;
    Matter& matter_ = said_.matter;
    Transfer& row_ = said_.row;
    std::vector<PartyOn>&only_for_ = said_.only_for, &except_for_ = said_.except_for;
    bool& narrowed_ = said_.narrowed;
    std::vector<PartyByOrgan>& given_by_ = said_.given_by;
    bool has_receiver_ = false, joint_ = false, alternatives_ = false, listed_too_ = false;
};

}  // namespace

void resolve_transfer(Resolution& r, const Phrase& phrase, const Context& context) {
    TransferReader(r, phrase, context).read();
}

}  // namespace belegd::resolve
