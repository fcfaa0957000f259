// The articles of a cooperation's own text: what their heads say holds for every sentence inside.
#include <algorithm>

#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/statements/cooperations.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

/// What an article says of the cooperation itself, not of the sentences inside.
bool of_the_cooperation(Word word) {
    switch (word) {
        case Word::form:
        case Word::participants:
        case Word::centre:
        case Word::valid:
        case Word::indefinite:
        case Word::until_notice:
        case Word::no_renewal:
        case Word::notice:
        case Word::no_notice:
        case Word::change_by:
        case Word::dissolve_by:
        case Word::seat:
        case Word::scope:
        case Word::includes:
        case Word::organs:
        case Word::provides:
        case Word::provides_not: return true;
        default: return false;
    }
}

/// `aan` and `bij` name the same thing; exceptions and conditions add up.
bool overrides(Word own, Word inherited) {
    const auto receiver = [](Word word) { return word == Word::to || word == Word::with; };
    if (receiver(own) && receiver(inherited)) return true;
    if (own == Word::submandate || own == Word::no_submandate)
        return inherited == Word::submandate || inherited == Word::no_submandate;
    switch (own) {  // these only narrow, wherever they are said
        case Word::for_:
        case Word::except_for:
        case Word::except_:
        case Word::provided:
        case Word::unless:
        case Word::insofar:
        case Word::at_most:
        case Word::from:
        case Word::as_of:
        case Word::until:
        case Word::through: return false;
        default: return own == inherited;
    }
}

/// The sentence with what the heads above it say, where it does not say so itself.
Phrase with(Phrase sentence, const std::vector<Phrase>& inherited) {
    const auto own = sentence.clauses;
    for (const auto& clause : inherited)
        if (std::none_of(own.begin(), own.end(), [&](const Phrase& each) { return overrides(each.word, clause.word); }))
            sentence.clauses.push_back(clause);
    return sentence;
}

bool is_grouping(Word word) {
    return word == Word::chapter || word == Word::section || word == Word::heading || word == Word::division;
}

}  // namespace

void Cooperations::inner(const Place& place, const Tree& tree, const Phrase& phrase, const Context& context,
                         const std::vector<Citation::Part>& outer, const std::vector<Phrase>& inherited) {
    switch (phrase.word) {
        case Word::article:
        case Word::paragraph:
        case Word::letter: article(place, tree, phrase, context, outer, inherited); break;
        case Word::annex: annex(place, tree, phrase, context, inherited); break;
        case Word::package: package(place, tree, phrase, context, inherited); break;
        case Word::cost:
        case Word::settlement:
        case Word::actual_cost:
        case Word::cost_ceiling:
        case Word::procedure: resolve_planning(r_, tree, phrase, context); break;
        case Word::board: later_.emplace_back(place, phrase); break;
        case Word::not_modelled: resolve_omission(r_, phrase, model_[place.id].first_version); break;
        default:
            if (is_grouping(phrase.word)) {
                headed(place, tree, phrase, context, outer, inherited);
            } else {
                waiting_->emplace_back(with(phrase, inherited), context);
            }
    }
}

ArticleId Cooperations::add_article(CooperationId id, const Phrase& phrase, std::vector<Citation::Part> parts) {
    const auto first = model_[id].first_version;
    for (const auto known : model_[id].articles)
        if (model_[known].parts == parts) {
            Citation place{{}, {}, parts, {}, false};
            r_.report(Code::N02, say(message::article_twice, {spelled(place), Text(model_[id].name)}), phrase.span,
                      {{say(message::article_drop_first)}}, {{model_[known].span, say(message::declared_here)}});
        }
    // An article that gets another text keeps its heading, unless that text gives another.
    auto title = phrase.title;
    for (const auto known : model_[id].dropped)
        if (title.empty() && model_[known].parts == parts) title = model_[known].title;
    const ArticleId out{static_cast<std::uint32_t>(model_.articles.size())};
    model_.articles.push_back({first, std::move(parts), std::move(title), true, backing_of(r_, phrase), phrase.span});
    model_[id].articles.push_back(out);
    return out;
}

void Cooperations::annex(Place place, const Tree& tree, const Phrase& phrase, Context context,
                         const std::vector<Phrase>& inherited) {
    if (phrase.places.empty() && phrase.title.empty()) return;
    const auto parts = phrase.places.empty()
                           ? std::vector<Citation::Part>{{Citation::Kind::annex, "‘" + phrase.title.nl + "’"}}
                           : phrase.places.front().parts;
    place.article = context.article = add_article(place.id, phrase, parts);
    headed(place, tree, phrase, context, parts, inherited);
}

/// What a head says of sentences is said of nothing when there is none; the formulas of amending belong to an amendment.
void Cooperations::check_head(const Place& place, const Phrase& article, const std::vector<Phrase>& clauses,
                              bool no_sentence) {
    for (const auto& clause : clauses) {
        const auto word = quoted(syntax::info(clause.word).phrase);
        switch (clause.word) {
            case Word::source:
            case Word::according_to:
            case Word::status:
            case Word::not_attached: break;
            case Word::lapses:
            case Word::reads_now:
                if (!place.amending)
                    r_.report(Code::N04,
                              say(message::clause_elsewhere, {word, quoted(syntax::info(article.word).phrase)}),
                              clause.span, {{say(message::only_when_amending)}});
                break;
            default:
                if (no_sentence)
                    r_.report(Code::N05, say(message::head_of_nothing, {word}), clause.span,
                              {{say(message::head_example)}});
        }
    }
}

void Cooperations::article(Place place, const Tree& tree, const Phrase& phrase, Context context,
                           std::vector<Citation::Part> outer, std::vector<Phrase> inherited) {
    if (phrase.places.empty()) return;
    const auto& own = phrase.places.front().parts;
    // A part that an amendment names alone keeps the head of the article it stands in.
    if (place.amending && outer.empty() && inherited.empty()) {
        for (const auto known : model_[place.id].articles) {
            const auto& parts = model_[known].parts;
            if (parts.size() < own.size() && within(own, parts))
                if (const auto head = heads_.find(known.index); head != heads_.end()) inherited = head->second;
        }
        // And one that it replaces keeps the heads of the chapters around it.
        for (const auto& [known, around] : around_)
            if (model_.articles[known].cooperation == model_[place.id].first_version &&
                model_.articles[known].parts == own)
                inherited = around;
    }
    outer.insert(outer.end(), own.begin(), own.end());
    place.article = context.article = add_article(place.id, phrase, outer);
    around_[place.article.index] = inherited;
    headed(place, tree, phrase, context, outer, inherited);
}

void Cooperations::decided_article(const Tree& tree, const Phrase& phrase, Context context,
                                   const std::vector<Phrase>& giver, const std::vector<Phrase>& inherited) {
    if (!phrase.places.empty() && !is_grouping(phrase.word)) {
        const auto& own = phrase.places.front().parts;
        context.in_text.insert(context.in_text.end(), own.begin(), own.end());
    }
    std::vector<Phrase> inside, heads;
    each_clause(
        r_, tree, phrase,
        [&](const Phrase& clause) {
            if (clause.word == Word::remark) {
                auto remark = remark_of(clause);
                if (!context.in_text.empty())
                    remark = joined({spelled(Citation{{}, {}, context.in_text, {}, false}), remark}, ": ");
                model_[context.decision].remarks.push_back(std::move(remark));
            } else if (syntax::takes(Word::delegates, clause.word)) {
                heads.push_back(clause);
            } else {
                r_.report(Code::N04,
                          say(message::not_in_block,
                              {word_written(r_.sources, clause), quoted(syntax::info(Word::decision).phrase)}),
                          clause.span, where_it_belongs(clause.word));
            }
        },
        [&](const Phrase& each) { inside.push_back(each); });
    for (const auto& clause : inherited)
        if (std::none_of(heads.begin(), heads.end(),
                         [&](const Phrase& nearer) { return overrides(nearer.word, clause.word); }))
            heads.push_back(clause);
    for (const auto& each : inside) {
        if (syntax::info(each.word).shape == syntax::Shape::Place) {
            decided_article(tree, each, context, giver, heads);
        } else if (syntax::has(each.word, syntax::Verb)) {
            auto sentence = with(each, heads);
            if (sentence.clause(Word::by) == nullptr)
                sentence.clauses.insert(sentence.clauses.end(), giver.begin(), giver.end());
            transfer(std::move(sentence), context);
        } else {
            r_.report(Code::N04,
                      say(message::not_in_block,
                          {word_written(r_.sources, each), quoted(syntax::info(Word::decision).phrase)}),
                      each.span, where_it_belongs(each.word));
        }
    }
}

namespace {

/// The statements in a block that are of a kind that its head holds.
template <typename OnEach>
void each_part(Resolution& r, const Tree& tree, const Phrase& phrase, OnEach on_each) {
    for (const auto node : phrase.block)
        if (tree[node].kind == syntax::Kind::statement)
            if (const auto& each = r.phrases.at(tree, node); syntax::holds(phrase.word, each.word)) on_each(each);
}

void add_own_article(Resolution& r, const Tree& tree, PartyId id, const Phrase& phrase,
                     std::vector<Citation::Part> outer) {
    if (phrase.places.empty()) return;
    const auto& own = phrase.places.front().parts;
    outer.insert(outer.end(), own.begin(), own.end());
    auto& all = r.model[id].articles;
    for (const auto& known : all)
        if (known.parts == outer)
            r.report(Code::N02,
                     say(message::article_twice, {spelled(Citation{{}, {}, outer, {}, false}), Text(r.model[id].name)}),
                     phrase.span, {{say(message::article_drop_first)}}, {{known.span, say(message::declared_here)}});
    all.push_back({outer, phrase.title, {}, {}, phrase.span});
    each_part(r, tree, phrase, [&](const Phrase& each) {
        if (syntax::info(each.word).shape == syntax::Shape::Place) add_own_article(r, tree, id, each, outer);
    });
}

/// The organisation that a statement declares.
PartyId organisation_of(Resolution& r, const Phrase& phrase) {
    if (phrase.word != Word::organisation || phrase.items.empty()) return {};
    const auto known = r.names[NameKind::party].find(phrase.items.front().text);
    return known ? r.owners[*known].party : PartyId{};
}

}  // namespace

void resolve_bylaws(Resolution& r) {
    for (const auto& [tree, phrase] : r.statements)
        if (const auto id = organisation_of(r, phrase); id.valid())
            each_part(r, *tree, phrase,
                      [&r, id = id, tree = tree](const Phrase& each) { add_own_article(r, *tree, id, each, {}); });
}

void Cooperations::statutes(const Tree& tree, const Phrase& phrase) {
    const auto id = organisation_of(r_, phrase);
    if (!id.valid()) return;
    Context context{&tree, {}, std::nullopt, {}, {}, {}};
    context.statutes_of = id;
    each_part(r_, tree, phrase, [&](const Phrase& each) { own_article(tree, each, context, {}); });
}

/// An article of the statutes: its title and what it rests on, and what its head says of the sentences inside.
void Cooperations::own_article(const Tree& tree, const Phrase& phrase, Context context,
                               const std::vector<Phrase>& inherited) {
    if (phrase.places.empty()) return;
    const auto& own = phrase.places.front().parts;
    context.in_text.insert(context.in_text.end(), own.begin(), own.end());
    auto& all = model_[context.statutes_of].articles;
    const auto row =
        std::find_if(all.begin(), all.end(), [&](const OwnArticle& each) { return each.span == phrase.span; });
    if (row == all.end()) return;
    row->backing = backing_of(r_, phrase);
    std::vector<Phrase> inside, heads;
    const auto misplaced = [&](const Phrase& each) {
        r_.report(Code::N04,
                  say(message::not_in_block,
                      {word_written(r_.sources, each), quoted(syntax::info(Word::organisation).phrase)}),
                  each.span, where_it_belongs(each.word));
    };
    each_clause(
        r_, tree, phrase,
        [&](const Phrase& clause) {
            if (clause.word == Word::remark)
                row->remarks.push_back(remark_of(clause));
            else if (syntax::takes(Word::delegates, clause.word))
                heads.push_back(clause);
            else
                misplaced(clause);
        },
        [&](const Phrase& each) { inside.push_back(each); });
    for (const auto& clause : heads) {
        const bool of_itself =
            clause.word == Word::source || clause.word == Word::according_to || clause.word == Word::status;
        // A source on a line of its own in the block is that of the article.
        if (of_itself && std::none_of(phrase.clauses.begin(), phrase.clauses.end(),
                                      [&](const Phrase& each) { return each.span == clause.span; }))
            merge(row->backing, backing_of_clause(r_, clause));
        if (inside.empty() && (!of_itself || clause.word == Word::status))
            r_.report(Code::N05, say(message::head_of_nothing, {quoted(syntax::info(clause.word).phrase)}), clause.span,
                      {{say(message::head_example)}});
    }
    for (const auto& clause : inherited)
        if (std::none_of(heads.begin(), heads.end(),
                         [&](const Phrase& nearer) { return overrides(nearer.word, clause.word); }))
            heads.push_back(clause);
    for (const auto& each : inside) {
        if (syntax::info(each.word).shape == syntax::Shape::Place)
            own_article(tree, each, context, heads);
        else if (syntax::has(each.word, syntax::Verb))
            transfer(with(each, heads), context);
        else
            misplaced(each);
    }
}

void Cooperations::headed(const Place& place, const Tree& tree, const Phrase& phrase, const Context& context,
                          const std::vector<Citation::Part>& outer, const std::vector<Phrase>& inherited) {
    std::vector<Phrase> inside, head_clauses;
    each_clause(
        r_, tree, phrase,
        [&](const Phrase& clause) {
            if (of_the_cooperation(clause.word))
                inside.push_back(clause);
            else if (clause.word == Word::remark)
                (place.article.valid() ? model_[place.article].remarks : model_[place.id].remarks)
                    .push_back(remark_of(clause));
            else if (clause.word == Word::not_attached)
                model_[place.article].attached = false;
            else if (clause.word != Word::accept)  // that is no part of what the text says
                head_clauses.push_back(clause);
        },
        [&](const Phrase& each) { inside.push_back(each); });
    check_head(place, phrase, head_clauses, inside.empty());
    // A head nearer to the sentence says it more precisely than one further out.
    for (const auto& clause : inherited)
        if (std::none_of(head_clauses.begin(), head_clauses.end(),
                         [&](const Phrase& nearer) { return overrides(nearer.word, clause.word); }))
            head_clauses.push_back(clause);
    if (!is_grouping(phrase.word)) heads_[place.article.index] = head_clauses;
    for (auto& each : inside) {
        // What could not be read of the head may be what a sentence lacks.
        each.broken = each.broken || phrase.broken;
        if (!of_the_cooperation(each.word)) {
            inner(place, tree, each, context, outer, head_clauses);
            continue;
        }
        // Of the head only what the clause can take: from when, for whom, on what ground.
        std::vector<Phrase> fitting;
        for (const auto& clause : head_clauses)
            if (syntax::takes(each.word, clause.word)) fitting.push_back(clause);
        // A participant or a period of its own is meant instead of the head's.
        std::erase_if(fitting, [&](const Phrase& clause) {
            return each.clause(clause.word) != nullptr && clause.word != Word::for_ && clause.word != Word::except_for;
        });
        head(place, tree, with(each, fitting));
    }
}

void Cooperations::package(const Place& place, const Tree& tree, const Phrase& phrase, Context context,
                           const std::vector<Phrase>& inherited) {
    if (phrase.items.empty()) return;
    const auto id = place.id;
    std::string name(phrase.items.front().text);
    r_.mention_inside(NameKind::package, model_[id].name, name, name_span(phrase), !place.amending);
    // An amendment that names a package again changes who takes it.
    auto& packages = model_[id].packages;
    const auto known =
        std::find_if(packages.begin(), packages.end(), [&](const Package& each) { return each.name == name; });
    if (known != packages.end() && !place.amending)
        r_.report(Code::N02,
                  say(message::declared_twice, {quoted(syntax::info(Word::package).phrase), quoted(Text(name))}),
                  name_span(phrase), {{say(message::choose_other_name)}}, {{known->span, say(message::declared_here)}});
    context.package = static_cast<std::uint32_t>(known - packages.begin());
    if (known == packages.end()) packages.push_back({std::move(name), {}, false, {}, place.article, name_span(phrase)});
    if (!phrase.title.empty()) packages[*context.package].title = phrase.title;
    bool cleared = false;
    each_clause(
        r_, tree, phrase,
        [&](const Phrase& clause) {
            auto& row = model_[id].packages[*context.package];
            if (clause.word == Word::remark) row.remarks.push_back(remark_of(clause));
            if (clause.word == Word::source || clause.word == Word::according_to)
                merge(row.backing, backing_of_clause(r_, clause));
            if (clause.word == Word::valid) package_holds(row, tree, clause);
            if (clause.word == Word::notice || clause.word == Word::no_notice)
                notice(row.notice, row.notice_backing, tree, clause);
            if (clause.word != Word::takers) return;
            if (place.amending && !std::exchange(cleared, true)) {
                row.takers.clear();
                row.open_takers = false;
            }
            row.takers_span = clause.span;
            merge(row.backing, backing_of(r_, clause));
            Context inside;
            inside.cooperation = id;
            for (const auto& taker : parties_with_terms(r_, clause, clause.items, tree, inside, &row.open_takers)) {
                tell_who_takes_no_part(r_, id, taker.party, taker.span);
                row.takers.push_back({taker.party, taker.term, taker.span, taker.term.days});
            }
        },
        [&](const Phrase& each) { inner(place, tree, each, context, {}, inherited); });
    // Nobody takes it on a day on which it does not hold.
    auto& row = model_[id].packages[*context.package];
    for (auto& taker : row.takers) {
        taker.term.days = intersection(taker.said, row.term.days);
        if (taker.term.days.empty())
            r_.report(Code::N08, say(message::taken_too_late, {Text(model_[taker.party].name), quoted(Text(row.name))}),
                      taker.span, {{say(message::taken_too_late_remedy)}});
    }
}

void check_articles(Resolution& r) {
    const auto& model = r.model;
    // Of a cooperation, or of the statutes of an organisation.
    std::vector<std::vector<Citation::Part>> text;
    for (const auto& [cooperation, organisation, parts, span] : r.cited_articles) {
        text.clear();
        if (cooperation.valid()) {
            for (const auto& article : model.articles)
                if (article.cooperation == model[cooperation].first_version) text.push_back(article.parts);
        } else {
            for (const auto& article : model[organisation].articles) text.push_back(article.parts);
        }
        const auto& whose =
            cooperation.valid() ? model[model[cooperation].first_version].name : model[organisation].name;
        // The nearest part of the text around what is cited, and the numbers within it.
        std::vector<Text> numbers;
        std::size_t around = 0;
        bool there = false, any = false;
        for (const auto& article : text) {
            any = true;
            there = there || within(article, parts);
            if (within(parts, article)) around = std::max(around, article.size());
        }
        for (const auto& article : text)
            if (article.size() == around + 1 &&
                std::equal(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(std::min(around, parts.size())),
                           article.begin()))
                if (auto number = spelled(Citation{{}, {}, article, {}, false});
                    std::find(numbers.begin(), numbers.end(), number) == numbers.end())
                    numbers.push_back(std::move(number));
        // What the model does not divide any further cannot be held against a citation.
        if (there || !any || (around > 0 && numbers.empty())) continue;
        const auto place = spelled(Citation{{}, {}, parts, {}, false});
        std::vector<Remedy> remedies;
        if (!numbers.empty()) remedies.push_back({say(message::articles_are, {listed(numbers)})});
        r.report(Code::N15, say(message::no_such_article, {Text(whose), place}), span, std::move(remedies));
    }
}

}  // namespace belegd::resolve
