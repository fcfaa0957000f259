// Cooperations, variants, endings and amendments.
#include <algorithm>

#include "model/clauses.hpp"
#include "model/resolution.hpp"

namespace belegd::model {
namespace {

using syntax::Kind;
using syntax::Tree;

/// Whether a form is, or belongs to, the family.
bool belongs_to(const Model& model, FormId form, FormId family) {
    for (auto at = form; at.valid(); at = model[at].family)
        if (at == family) return true;
    return false;
}

class Cooperations {
   public:
    explicit Cooperations(Resolution& r) : r_(r), model_(r.model) {}

    void declared(const Tree& tree, const Phrase& phrase, VariantId variant) {
        if (phrase.items.empty()) return;
        const auto known = r_.names[NameKind::party].find(phrase.items.front().text);
        if (!known || !r_.owners[*known].cooperation.valid()) return;
        const auto id = r_.owners[*known].cooperation;
        if (model_[id].name_span.begin != name_span(phrase).begin ||
            model_[id].name_span.file != name_span(phrase).file)
            return;
        family_default(id);
        model_[id].backing = r_.backing(phrase);

        // Participants and form first, so that the order of the lines does not matter.
        const Context context{&tree, id, std::nullopt, variant};
        each_clause(
            r_, tree, phrase, [&](const Phrase& clause) { head(id, tree, clause); },
            [&](const Phrase& inner) {
                if (inner.word == Word::package)
                    package(id, tree, inner, context);
                else
                    transfer(inner, context);
            });
        finish_form(id);
        for (const auto& clause : later_) scope(id, clause);
        later_.clear();
    }

    void variant(const Tree& tree, const Phrase& phrase) {
        if (phrase.items.empty()) return;
        const auto known = r_.names[NameKind::variant].find(phrase.items.front().text);
        if (!known || model_.variants[*known].span.begin != name_span(phrase).begin) return;
        const VariantId id{*known};
        model_[id].backing = r_.backing(phrase);
        each_clause(
            r_, tree, phrase, [&](const Phrase& clause) { variant_clause(id, tree, clause); },
            [&](const Phrase& inner) {
                if (inner.word == Word::amendment)
                    amendments_.push_back({id, &tree, inner});
                else if (syntax::has(inner.word, syntax::Verb))
                    transfer(inner, {&tree, {}, std::nullopt, id});
                else
                    declared(tree, inner, id);
            });
    }

    /// Transfers wait until every cooperation has its organs and participants.
    void transfer(Phrase phrase, const Context& context) { transfers_.push_back({std::move(phrase), context}); }
    void resolve_transfers() {
        for (const auto& [phrase, context] : transfers_) resolve_transfer(r_, phrase, context);
    }

    /// After all cooperations are there: the versions that amendments make.
    void amend() {
        for (const auto& [variant, tree, phrase] : amendments_) amendment(variant, *tree, phrase);
    }

   private:
    /// The two special words ask for a form of their family.
    FormId family_of(Cooperation::Word word) const {
        if (word == Cooperation::Word::cooperation) return {};
        const auto& phrase =
            syntax::info(word == Cooperation::Word::arrangement ? Word::arrangement : Word::agreement).phrase;
        const auto family = r_.names[NameKind::form].find(phrase.nl);
        return family ? FormId{*family} : FormId{};
    }
    void family_default(CooperationId id) { model_[id].form = family_of(model_[id].word); }

    void form(CooperationId id, const Phrase& clause) {
        const auto family = family_of(model_[id].word);
        bool open = false;
        for (const auto& item : clause.items) {
            if (item.kind == Item::Kind::value) {
                open = true;
                continue;
            }
            const auto found = r_.named(NameKind::form, item.text, item.span);
            if (!found) continue;
            if (family.valid() && !belongs_to(model_, {*found}, family)) {
                r_.report(Code::N03,
                          say(Message::form_of_other_family, {say(Message::quoted, {Text(model_.forms[*found].name)}),
                                                              say(Message::quoted, {Text(model_[family].name)})}),
                          item.span);
                continue;
            }
            model_[id].form = {*found};
        }
        model_[id].form_backing = r_.backing(clause);
        model_[id].form_open = open;
    }

    void finish_form(CooperationId id) {
        auto& cooperation = model_[id];
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

    static void add_organ(Cooperation& cooperation, OrganId organ) {
        if (std::find(cooperation.organs.begin(), cooperation.organs.end(), organ) == cooperation.organs.end())
            cooperation.organs.push_back(organ);
    }

    void head(CooperationId id, const Tree& tree, const Phrase& clause) {
        auto& cooperation = model_[id];
        if (said_before(id, clause)) return;
        if ((clause.word == Word::participants || clause.word == Word::scope) && clause.items.empty()) {
            const auto word = syntax::info(clause.word).phrase;
            r_.report(Code::N05, say(Message::missing_after, {say(Message::quoted, {word}), say(Message::what_list)}),
                      clause.span, {{say(Message::for_example, {{word.nl + " …", word.en + " …"}})}});
            return;
        }
        switch (clause.word) {
            case Word::form: form(id, clause); break;
            case Word::participants: participants(id, tree, clause); break;
            case Word::valid:
                cooperation.term = r_.term(clause, tree);
                cooperation.term_backing = r_.backing(clause);
                cooperation.dates_open = cooperation.term.from_span.empty();
                break;
            case Word::notice: notice(cooperation, tree, clause); break;
            case Word::scope: later_.push_back(clause); break;
            case Word::organs:
                for (const auto& item : r_.divided_items(clause.items, {NameKind::party}))
                    add_organ(cooperation, r_.organ(item.text));
                break;
            case Word::status:
                cooperation.status = r_.status(clause, tree).value_or(cooperation.status);
                cooperation.status_stated = true;
                cooperation.status_backing = r_.backing(clause);
                break;
            case Word::remark: cooperation.remarks.push_back(remark_of(clause)); break;
            case Word::source:
            case Word::according_to: merge(cooperation.backing, backing_of_clause(r_, clause)); break;
            default: break;
        }
    }

    /// What a cooperation has once: the first sentence counts, a second is told (and where it says something else).
    bool said_before(CooperationId id, const Phrase& clause) {
        if (clause.word != Word::form && clause.word != Word::valid && clause.word != Word::notice &&
            clause.word != Word::status)
            return false;
        const auto [first, is_new] = once_.try_emplace({id.index, clause.word}, clause.whole);
        if (is_new) return false;
        const auto word = say(Message::quoted, {syntax::info(clause.word).phrase});
        r_.report(Code::N11, say(Message::said_twice, {word, Text(model_[id].name)}), clause.whole,
                  {{say(Message::first_counts)}}, {{first->second, say(Message::this_counts)}});
        return true;
    }

    void notice(Cooperation& cooperation, const Tree& tree, const Phrase& clause) {
        cooperation.notice_backing = r_.backing(clause);
        const auto term = r_.quantity(clause, tree);
        if (!term) return;
        const auto& unit = syntax::info(term->unit).phrase;
        if (term->unit == Word::none || term->money) {
            r_.report(Code::N05, say(Message::term_needs_unit), clause.span, {{say(Message::term_example)}});
            return;
        }
        const auto whole = std::to_string(term->hundredths / 100);
        const auto part =
            term->hundredths % 100 == 0
                ? std::string()
                : std::to_string(100 + term->hundredths % 100).substr(1, term->hundredths % 10 == 0 ? 1 : 2);
        Text said{whole + (part.empty() ? "" : "," + part) + " " + unit.nl,
                  whole + (part.empty() ? "" : "." + part) + " " + unit.en};
        if (const auto* against = clause.clause(Word::against); against != nullptr && against->argument != 0) {
            const auto day = r_.sources.text(tree.span(against->argument));
            const auto number = std::string(day.substr(0, day.find_first_not_of("0123456789")));
            const auto& month = syntax::info(tree[against->argument].word).phrase;
            said.nl += " tegen " + number + " " + month.nl;
            said.en += " against " + number + " " + month.en;
            if (cooperation.notice_backing.certainty == Certainty::stated)
                cooperation.notice_backing.certainty = against->certainty;
        }
        cooperation.notice_nl = said.nl;
        cooperation.notice_en = said.en;
    }

    void participants(CooperationId id, const Tree& tree, const Phrase& clause) {
        const auto* of = clause.clause(Word::of);
        std::vector<OrganId> organs;
        if (of != nullptr)
            for (const auto& item : r_.divided_items(clause.items, {NameKind::party}))
                if (const auto organ = r_.known_organ(item)) organs.push_back(*organ);
        const auto backing = r_.backing(clause);
        auto whole = clause;
        if (of != nullptr) whole.clauses.insert(whole.clauses.end(), of->clauses.begin(), of->clauses.end());
        const auto common = r_.term(whole, tree);
        const auto& items = of != nullptr ? of->items : clause.items;
        for (const auto& item : items)
            if (item.value == Word::open_list) model_[id].open_participants = true;
        // A name with a period of its own makes each name bind its own (language.md section 5).
        const bool each_own =
            std::any_of(items.begin(), items.end(), [](const Item& item) { return !item.own.empty(); });
        for (const auto& item : items) {
            Phrase own;
            own.clauses = item.own;
            const bool last = &item == &items.back();
            const auto term = !item.own.empty() ? r_.term(own, tree) : !each_own || last ? common : Term{};
            for (const auto& part : r_.divided_items({item}, {NameKind::party})) {
                const auto found = r_.named(NameKind::party, part.text, part.span);
                if (!found) continue;
                const auto party = r_.owners[*found].party;
                if (!party.valid()) {
                    r_.report(Code::N03, say(Message::cooperation_no_party, {say(Message::quoted, {Text(part.text)})}),
                              part.span);
                    continue;
                }
                r_.mention(party, part.span);
                model_[id].participants.push_back({party, organs, term, backing, part.span});
            }
        }
    }

    void scope(CooperationId id, const Phrase& clause) {
        Scope out;
        out.backing = r_.backing(clause);
        out.span = clause.whole;
        out.list_span = clause.span;
        const Phrase* of = clause.clause(Word::of);
        if (of != nullptr) {
            out.named_functions = r_.functions(clause.items);
            out.named_tasks = r_.tasks(of->items);
            out.functions = r_.leaves_of(out.named_functions);
            out.list_span = {clause.span.file,
                             clause.items.empty() ? clause.span.begin : clause.items.front().span.begin, of->span.end};
        } else {
            out.named_tasks = r_.tasks(clause.items);
        }
        out.tasks = r_.leaves_of(out.named_tasks);
        const auto within = [&](const Phrase& inner) {
            if (inner.word == Word::for_) out.only_for = r_.parties(inner.items);
            if (inner.word == Word::except_for)
                for (const auto party : r_.parties(inner.items)) out.except_for.push_back(party);
            if (inner.word == Word::except_) out.tasks -= r_.leaves_of(r_.tasks(inner.items));
        };
        for (const auto& inner : clause.clauses) {
            within(inner);
            for (const auto& deeper : inner.clauses) within(deeper);
        }
        if (out.only_for)
            for (const auto party : *out.only_for) takes_part(id, party, clause.whole);
        model_[id].scopes.push_back(std::move(out));
    }

    /// Naming somebody who does not take part is told (D7).
    void takes_part(CooperationId id, PartyId party, Span span) {
        const auto& all = model_[id].participants;
        if (std::none_of(all.begin(), all.end(), [&](const Participant& p) { return p.party == party; }))
            r_.report(Code::N09, say(Message::no_participant, {Text(model_[party].name), Text(model_[id].name)}), span);
    }

    void package(CooperationId id, const Tree& tree, const Phrase& phrase, Context context) {
        if (phrase.items.empty()) return;
        context.package = static_cast<std::uint32_t>(model_[id].packages.size());
        model_[id].packages.push_back({std::string(phrase.items.front().text), {}, name_span(phrase)});
        each_clause(
            r_, tree, phrase,
            [&](const Phrase& clause) {
                if (clause.word != Word::takers) return;
                const auto common = r_.term(clause, tree);
                for (const auto& item : clause.items) {
                    Phrase own;
                    own.clauses = item.own;
                    const auto term = item.own.empty() ? common : r_.term(own, tree);
                    for (const auto party : r_.parties({item}))
                        model_[id].packages[*context.package].takers.push_back({party, term, item.span});
                }
            },
            [&](const Phrase& inner) { transfer(inner, context); });
    }

    void variant_clause(VariantId id, const Tree& tree, const Phrase& clause) {
        switch (clause.word) {
            case Word::based_on:
                if (!clause.items.empty())
                    if (const auto base =
                            r_.named(NameKind::variant, clause.items.front().text, clause.items.front().span))
                        model_[id].based_on = {*base};
                break;
            case Word::status:
                model_[id].status = r_.status(clause, tree).value_or(model_[id].status);
                model_[id].status_stated = true;
                model_[id].status_span = clause.span;
                merge(model_[id].backing, r_.backing(clause));
                break;
            case Word::remark: model_[id].remarks.push_back(remark_of(clause)); break;
            case Word::source: merge(model_[id].backing, backing_of_clause(r_, clause)); break;
            case Word::ends: ending(id, tree, clause); break;
            default: break;
        }
    }

    void ending(VariantId id, const Tree& tree, const Phrase& clause) {
        if (clause.items.empty()) return;
        const auto& item = clause.items.front();
        const auto found = r_.named(NameKind::party, item.text, item.span);
        if (!found) return;
        if (!r_.owners[*found].cooperation.valid()) {
            r_.report(Code::N03, say(Message::ends_a_cooperation, {say(Message::quoted, {Text(item.text)})}),
                      item.span);
            return;
        }
        const auto* per = clause.clause(Word::as_of);
        if (per == nullptr) {
            r_.report(Code::N05, say(Message::ends_when), clause.span, {{say(Message::ends_example)}});
            return;
        }
        const auto day = r_.date(*per, tree);
        if (!day) return;
        Ending out{
            r_.owners[*found].cooperation, std::nullopt, *day, Status::decided, r_.backing(clause), clause.whole, {}};
        // A year, quarter or month after `per` is its first day; only a season stays a stretch.
        if (tree[per->argument].kind != Kind::season) out.per.last = out.per.first;
        if (const auto* whom = clause.clause(Word::for_)) {
            out.parties = r_.parties(whom->items);
            for (const auto party : *out.parties) {
                const auto& participants = model_[out.cooperation].participants;
                if (!participants.empty() && std::none_of(participants.begin(), participants.end(),
                                                          [&](const Participant& p) { return p.party == party; }))
                    r_.report(
                        Code::N09,
                        say(Message::no_participant, {Text(model_[party].name), Text(model_[out.cooperation].name)}),
                        whom->span);
            }
        }
        if (const auto* status = clause.clause(Word::status))
            out.status = r_.status(*status, tree).value_or(out.status);
        model_[id].endings.push_back(std::move(out));
    }

    /// The version of a cooperation that a variant starts from: its own last one, or the nearest base's.
    std::optional<CooperationId> version_for(CooperationId first, VariantId variant) const {
        for (auto at = variant;; at = model_[at].based_on) {
            for (auto i = static_cast<std::uint32_t>(model_.cooperations.size()); i-- > 0;)
                if (model_.cooperations[i].first_version == first && model_.cooperations[i].variant == at)
                    return CooperationId{i};
            if (!at.valid()) return std::nullopt;
        }
    }

    void amendment(VariantId variant, const Tree& tree, const Phrase& phrase) {
        if (phrase.items.empty()) return;
        const auto& item = phrase.items.front();
        const auto found = r_.named(NameKind::party, item.text, item.span);
        if (!found) return;
        if (!r_.owners[*found].cooperation.valid()) {
            r_.report(Code::N03, say(Message::amends_a_cooperation, {say(Message::quoted, {Text(item.text)})}),
                      item.span);
            return;
        }
        const auto before = version_for(r_.owners[*found].cooperation, variant);
        if (!before) {
            r_.report(Code::N04,
                      say(Message::amends_unseen, {say(Message::quoted, {Text(item.text)}),
                                                   say(Message::quoted, {Text(model_[variant].name)})}),
                      item.span);
            return;
        }
        const CooperationId id{static_cast<std::uint32_t>(model_.cooperations.size())};
        auto next = model_[*before];
        const auto old_term = next.term.days;
        next.variant = variant;
        next.version = 1;
        for (const auto& other : model_.cooperations)
            if (other.first_version == next.first_version) next.version = std::max(next.version, other.version + 1);
        model_.cooperations.push_back(std::move(next));

        std::optional<Day> from;
        if (const auto* per = phrase.clause(Word::as_of))
            if (const auto day = r_.date(*per, tree)) from = day->first;
        each_clause(r_, tree, phrase, [&](const Phrase& clause) {
            if (clause.word == Word::as_of) return;
            head(id, tree, clause);
        });
        for (const auto& clause : later_) scope(id, clause);
        later_.clear();
        if (from) model_[id].term.days.from = std::max(model_[id].term.days.from, *from);

        Ending end{model_[id].first_version, std::nullopt, {},     Status::decided,
                   r_.backing(phrase),       phrase.whole, *before};
        const auto first_day_without = from ? *from : old_term.from != kNoBegin ? old_term.from : *day_of(1, 1, 1);
        end.per = {first_day_without, first_day_without};
        model_[variant].endings.push_back(std::move(end));
        const auto count = model_.transfers.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (model_.transfers[i].cooperation != *before) continue;
            auto copy = model_.transfers[i];
            copy.cooperation = id;
            copy.variant = variant;
            model_.transfers.push_back(std::move(copy));
        }
    }

    struct Amendment {
        VariantId variant;
        const Tree* tree;
        Phrase phrase;
    };
    Resolution& r_;
    Model& model_;
    std::map<std::pair<std::uint32_t, Word>, Span> once_;
    std::vector<Phrase> later_;  ///< scopes, which need the participants
    std::vector<Amendment> amendments_;
    std::vector<std::pair<Phrase, Context>> transfers_;
};

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

void resolve_cooperations(Resolution& r) {
    Cooperations cooperations(r);
    for (const auto& [tree, phrase] : r.statements) {
        if (phrase.word == Word::cooperation || phrase.word == Word::arrangement || phrase.word == Word::agreement)
            cooperations.declared(*tree, phrase, {});
        else if (phrase.word == Word::variant)
            cooperations.variant(*tree, phrase);
        else if (syntax::has(phrase.word, syntax::Verb))
            cooperations.transfer(phrase, {tree, {}, std::nullopt, {}});
    }
    cooperations.resolve_transfers();
    cooperations.amend();
    number_rows(r.model);
}

}  // namespace belegd::model
