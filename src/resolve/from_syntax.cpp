#include "resolve/from_syntax.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/phrases/phrase_from_syntax.hpp"
#include "resolve/resolution.hpp"

namespace belegd::resolve {
namespace {

/// Only Dutch and English are known; another word would be read as Dutch without a sign.
void check_language(Resolution& r, const Phrase& phrase) {
    if (phrase.items.empty()) return;
    const auto name = folded(phrase.items.front().text);
    if (name == "nl" || name == "en") {
        // The language is read before anything else is.
        if ((phrase.tree->language == Language::en) == (name == "en")) return;
        r.report(Code::N04, say(message::language_first), phrase.span,
                 {{say(message::language_to_top, {Text(r.sources.text(phrase.span))})}});
        return;
    }
    r.report(Code::N01, say(message::unknown_language, {quoted(Text(phrase.items.front().text))}),
             phrase.items.front().span, {{say(message::nl_or_en)}});
}

/// Whether a library or file is missing, or the line that would bring it in could not be read.
bool lacks_a_text(const Sources& sources, const std::vector<syntax::Tree>& trees, const Diagnostics& diagnostics) {
    for (const auto& tree : trees)
        for (const auto statement : tree.children(0)) {
            if (tree[statement].kind != syntax::Kind::statement || tree[statement].word != syntax::Word::use) continue;
            // `gebruik wgr,` with nothing behind it ends in a comma.
            const auto text = sources.text(tree.span(statement));
            const auto last = text.find_last_not_of(" \t\r\n");
            if (last != std::string_view::npos && text[last] == ',') return true;
            for (auto node = statement; node < tree[statement].next; ++node)
                if (tree[node].kind == syntax::Kind::broken) return true;
        }
    return std::any_of(diagnostics.items().begin(), diagnostics.items().end(), [&](const Diagnostic& item) {
        if (item.code == Code::N10 || item.code == Code::L01) return true;
        if (item.code != Code::L02 && item.code != Code::L03 && item.code != Code::L04) return false;
        const auto& source = sources[item.primary.span.file];
        const auto line = source.line(source.place(item.primary.span.begin).line);
        if (line.size() > 1000) return false;
        const auto words = " " + folded(line);
        for (const auto& module : embedded::library())
            if (words.find(" " + folded(module.name.substr(0, module.name.find('.')))) != std::string::npos)
                return true;
        return words.find(" gebruik") == 0 || words.find(" use ") == 0;
    });
}

/// The names of lines that could not be read: what refers to them is no finding.
void lose_unread(Resolution& r, const syntax::Tree& tree) {
    const auto text = r.sources[tree.file].text();
    for (const auto& node : tree.nodes) {
        if (node.kind != syntax::Kind::broken) continue;
        auto rest = text.substr(node.begin, std::min<std::size_t>(node.end - node.begin, 200));
        // What reads as a name after the first word, and the first word itself.
        rest = rest.substr(0, std::min({rest.find_first_of("\"{\r\n"), rest.find("  "), rest.size()}));
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t(/.,;:"), rest.size()));
        const auto first = rest.substr(0, rest.find_first_of(" \t"));
        rest.remove_prefix(first.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        for (auto name : {first, rest}) {
            while (!name.empty() && (name.back() == ' ' || name.back() == '\t')) name.remove_suffix(1);
            if (!name.empty()) r.lose(name);
        }
    }
}

/// `bron brief 'Brief van het college'`: single quotation marks hold no title.
void check_marks(Resolution& r, Phrase& phrase) {
    if (!syntax::has(phrase.word, syntax::Declares) || phrase.items.empty()) return;
    auto& name = phrase.items.front();
    const auto open = name.text.find(" '");
    if (name.kind != Item::Kind::name || open == std::string_view::npos || !name.text.ends_with('\'') ||
        open + 3 > name.text.size())
        return;
    const auto title = name.text.substr(open + 2, name.text.size() - open - 3);
    auto span = name.span;
    span.begin += static_cast<std::uint32_t>(open + 1);
    r.report(Code::L04, say(message::single_marks, {Text(name.text.substr(open + 1))}), span,
             {{say(message::double_marks, {Text(title)})}});
    phrase.title = Text(title);
    name.text = name.text.substr(0, name.text.find_last_not_of(" \t", open) + 1);
    name.span.end = name.span.begin + static_cast<std::uint32_t>(name.text.size());
}

/// `gemeente Oostdam gemeente Rijnhof`: the second is told, and read as if it had a line of its own.
std::optional<Phrase> second_on_line(Resolution& r, Phrase& phrase) {
    const auto word = phrase.word;
    if (phrase.items.size() != 1 || phrase.items.front().kind != Item::Kind::name ||
        !syntax::has(word, syntax::Declares) || syntax::info(word).shape != syntax::Shape::Declared)
        return std::nullopt;
    auto& name = phrase.items.front();
    const auto whole = name.text;
    for (auto at = whole.find(' '); at != std::string_view::npos; at = whole.find(' ', at + 1)) {
        const auto start = whole.find_first_not_of(' ', at);
        const auto end = start == std::string_view::npos ? start : whole.find(' ', start);
        if (end == std::string_view::npos) break;
        const auto between = whole.substr(start, end - start);
        const auto& lead = syntax::info(word).phrase;
        if (folded(between) != folded(lead.nl) && folded(between) != folded(lead.en)) continue;
        const auto next = whole.find_first_not_of(' ', end);
        auto second = phrase;
        auto& other = second.items.front();
        other.text = whole.substr(next);
        other.span.begin = name.span.begin + static_cast<std::uint32_t>(next);
        second.span.begin = name.span.begin + static_cast<std::uint32_t>(start);
        const auto begin = second.span.begin;
        name.text = whole.substr(0, at);
        name.span.end = name.span.begin + static_cast<std::uint32_t>(at);
        phrase.title = {};
        phrase.clauses.clear();
        phrase.block.clear();
        r.report(Code::L04, say(message::two_on_one_line, {quoted(lead)}), {name.span.file, begin, other.span.end},
                 {{say(message::own_line, {Text(between), Text(other.text)})},
                  {say(message::or_quote_name, {Text(whole)})}});
        return second;
    }
    return std::nullopt;
}

/// `taak a  taak b` in a block is told likewise.
void check_blocks(Resolution& r, const syntax::Tree& tree, std::uint32_t statement) {
    for (auto node = statement + 1; node < tree[statement].next; ++node) {
        if (tree[node].kind != syntax::Kind::statement || !syntax::has(tree[node].word, syntax::Declares)) continue;
        const auto& said = r.phrases.at(tree, node);
        if (said.items.size() != 1 || said.items.front().text.find(' ') == std::string_view::npos) continue;
        auto inner = Phrase(said);
        second_on_line(r, inner);
    }
}

/// Whether what a statement has between braces is read, in the block of `outer` (none: the file itself).
bool opens_block(Word outer, Word word) {
    if (word == Word::test || word == Word::not_modelled || word == Word::use || word == Word::language) return false;
    const bool declares = syntax::has(word, syntax::Declares) || syntax::info(word).shape == syntax::Shape::Place;
    return declares && syntax::holds(outer, word);
}

/// `head` is the article on whose own line the statement stands; 0 where it stands on another.
void tell_lost_block(Resolution& r, const syntax::Tree& tree, std::uint32_t statement, std::uint32_t block,
                     std::uint32_t head) {
    using syntax::Kind;
    const auto& said = r.phrases.at(tree, statement);
    // The article that was meant to begin there.
    Span place;
    for (auto node = statement + 1; node < block; ++node)
        if (tree[node].kind == Kind::reference_part)
            if (const auto word = tree[node].word; word == Word::article || word == Word::annex)
                place = tree.span(node);
    const auto word = tree[statement].word;
    auto first = Word::none;
    for (const auto inner : tree.children(block))
        if (first == Word::none && tree[inner].kind == Kind::statement) first = tree[inner].word;
    const bool fits = first != Word::none && syntax::takes(word, first);
    const auto words = [&](std::uint32_t from, std::uint32_t until) {
        const auto text = r.sources.text({tree.file, from, until});
        return Text(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
    };
    // `artikel 5 Mandaat aan het college {`: a title that reads as a sentence.
    const auto begin = tree[statement].begin;
    const auto remedy =
        head != 0        ? say(message::quote_title, {words(tree[head].begin, begin), words(begin, tree[block].begin)})
        : !place.empty() ? say(message::on_a_line_of_its_own, {quoted(Text(r.sources.text(place)))})
        : fits           ? say(message::without_braces_behind, {word_written(r.sources, said)})
                         : say(message::without_braces);
    const auto from = (place.empty() ? said.span : place).begin;
    r.report(Code::N04, say(message::no_block_here, {word_written(r.sources, said)}),
             {tree.file, from, tree[block].begin + 1}, {{remedy}});
}

/// What stands between braces where nobody reads it is told.
void check_braces(Resolution& r, const syntax::Tree& tree, std::uint32_t statement, Word outer,
                  std::uint32_t head = 0) {
    using syntax::Kind;
    const auto word = tree[statement].word;
    for (const auto child : tree.children(statement)) {
        if (tree[child].kind == Kind::statement) check_braces(r, tree, child, word, statement);
        if (tree[child].kind != Kind::block) continue;
        if (!opens_block(outer, word)) {
            // What does not belong in the block at all is told as such.
            if (syntax::takes(outer, word) || syntax::holds(outer, word) || syntax::has(word, syntax::Verb))
                tell_lost_block(r, tree, statement, child, head);
            continue;
        }
        for (const auto inner : tree.children(child))
            if (tree[inner].kind == Kind::statement) check_braces(r, tree, inner, word);
    }
}

/// Whether something that may count has no first day, so that there was something before the first date (D23).
bool counts_from_ever(const Model& model) {
    const auto from_ever = [](const auto& row) {
        return row.term.days.from == kNoBegin &&
               row.status >= (row.variant.valid() ? Status::under_research : Status::intended);
    };
    return std::any_of(model.cooperations.begin(), model.cooperations.end(), from_ever) ||
           std::any_of(model.transfers.begin(), model.transfers.end(),
                       [&](const Transfer& transfer) { return !transfer.cooperation.valid() && from_ever(transfer); });
}

/// The first day in the model that can change an answer (D23), if there is one. Where that is an end, or something else
/// was there `before`, the last day on which it was otherwise: without it nothing would be seen to change.
std::optional<Day> first_change(const Model& model, const Sources& sources, bool before) {
    auto first = kNoEnd;
    const auto see = [&](const Term& term) {
        if (term.days.from != kNoBegin) first = std::min(first, before ? term.days.from.previous() : term.days.from);
        if (const auto until = term.stated().until; until != kNoEnd) first = std::min(first, until.previous());
    };
    for (const auto& cooperation : model.cooperations) {
        see(cooperation.term);
        for (const auto& participant : cooperation.participants) see(participant.term);
        for (const auto& scope : cooperation.scopes) {
            Term term;
            term.days = scope.days;
            see(term);
        }
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) see(taker.term);
    }
    for (const auto& ending : model.endings) first = std::min(first, ending.per.first.previous());
    for (const auto& transfer : model.transfers) see(transfer.term);
    for (const auto& variant : model.variants)
        for (const auto& ending : variant.endings)
            if (!ending.only_version.valid()) first = std::min(first, ending.per.first.previous());
    const auto own = [&](Span span) { return sources[span.file].own(); };
    // A municipality of the library that the model declares again keeps the dates of the library.
    for (const auto& party : model.parties)
        if (own(party.term.from_span.empty() ? party.term.until_span : party.term.from_span)) see(party.term);
    for (const auto& task : model.tasks)
        if (own(task.span)) see(task.term);
    for (const auto& statute : model.statutes)
        if (own(statute.span)) see(statute.term);
    return first == kNoEnd ? std::nullopt : std::optional(first);
}

/// The stretches that stand for their first day (D22), where no date of the model is that day.
std::vector<DateValue> stretches_of(const Model& model) {
    std::vector<DateValue> out;
    std::vector<Day> exact;
    const auto add = [&](const DateValue& date) {
        if (date.precision == DateValue::Precision::day)
            exact.push_back(date.first);
        else
            out.push_back(date);
    };
    const auto see = [&](const Term& term) {
        const auto days = term.stated();
        if (!term.from_span.empty() && days.from != kNoBegin) add({days.from, days.from, term.from_precision});
        if (term.until_span.empty() || days.until == kNoEnd) return;
        // `tot en met mei 2021` ends on a day: the last of May.
        const bool counted = !term.through || term.imprecise_until;
        add({days.until, days.until, counted ? term.until_precision : DateValue::Precision::day});
    };
    for (const auto& cooperation : model.cooperations) {
        see(cooperation.term);
        for (const auto& participant : cooperation.participants) see(participant.term);
        for (const auto& package : cooperation.packages)
            for (const auto& taker : package.takers) see(taker.term);
    }
    for (const auto& transfer : model.transfers) see(transfer.term);
    for (const auto& ending : model.endings) add(ending.per);
    for (const auto& variant : model.variants)
        for (const auto& ending : variant.endings) add(ending.per);
    std::sort(exact.begin(), exact.end());
    std::erase_if(out,
                  [&](const DateValue& each) { return std::binary_search(exact.begin(), exact.end(), each.first); });
    std::sort(out.begin(), out.end(), [](const DateValue& a, const DateValue& b) {
        return a.first != b.first ? a.first < b.first : a.precision < b.precision;
    });
    return out;
}

}  // namespace

Model from_syntax(const Sources& sources, const std::vector<syntax::Tree>& trees, Diagnostics& diagnostics,
                  bool every_rule) {
    Resolution resolution(sources, diagnostics);
    resolution.every_rule = every_rule;
    resolution.incomplete = lacks_a_text(sources, trees, diagnostics);
    for (const auto& tree : trees) {
        lose_unread(resolution, tree);
        for (const auto node : tree.children(0)) {
            if (tree[node].kind != syntax::Kind::statement) continue;
            Phrase read = resolution.phrases.at(tree, node);
            const auto word = read.word;
            if (word == Word::language) check_language(resolution, read);
            if (word == Word::language || word == Word::use) continue;
            if (auto* test = resolution.statements.empty() ? nullptr : &resolution.statements.back().phrase;
                test != nullptr && test->word == Word::test && !syntax::holds(Word::none, word) &&
                (syntax::takes(Word::test, word) || word == Word::by_law_holder)) {
                resolution.report(Code::N04, say(message::not_outside, {word_written(sources, read)}), read.span,
                                  {{say(message::behind_the_test)}});
                if (word == Word::by_law_holder) read.word = Word::by_law;  // the same words, with nothing behind them
                test->clauses.push_back(std::move(read));
                continue;
            }
            if (!syntax::holds(Word::none, word)) {
                auto homes = where_it_belongs(word);
                if (homes.empty()) homes.push_back({say(message::put_inside)});
                if (word == Word::accept)
                    homes = {{say(message::put_acceptance, {Text(on_one_line(sources.text(read.whole)))})}};
                // Most of what a sentence can have behind it is put on a line of its own by mistake.
                if (!resolution.statements.empty() && syntax::takes(resolution.statements.back().phrase.word, word) &&
                    !syntax::takes(Word::delegates, word) && word != Word::accept)
                    homes.insert(homes.begin(), {say(message::behind_the_sentence)});
                resolution.report(Code::N04, say(message::not_outside, {word_written(sources, read)}), read.span,
                                  std::move(homes));
                continue;
            }
            check_marks(resolution, read);
            check_blocks(resolution, tree, node);
            check_braces(resolution, tree, node, Word::none);
            if (auto second = second_on_line(resolution, read)) {
                resolution.statements.push_back({&tree, std::move(read)});
                read = std::move(*second);
            }
            resolution.statements.push_back({&tree, std::move(read)});
        }
    }
    declare_names(resolution);
    resolve_notions(resolution);
    resolve_bylaws(resolution);
    resolve_parties(resolution);
    resolve_functions(resolution);
    resolve_law(resolution);
    resolve_tasks(resolution);
    resolve_regions(resolution);
    resolve_cooperations(resolution);
    break_variant_circles(resolution);
    resolve_outputs(resolution);
    resolve_rules(resolution);
    resolve_acceptances(resolution, trees);
    for (const auto& [tree, phrase] : resolution.statements)
        if (phrase.word == Word::not_modelled) resolve_omission(resolution, phrase, {});
    std::stable_sort(resolution.model.omissions.begin(), resolution.model.omissions.end(),
                     [](const Omission& a, const Omission& b) { return a.span < b.span; });
    imply_needs(resolution);
    check_articles(resolution);
    check_cited_places(resolution, trees);
    break_circles(resolution);
    for (const auto& [finding, places] : resolution.unknown_elsewhere)
        diagnostics.fact(finding, say(message::and_more_often, {number(static_cast<long long>(places.size()))}));
    auto& model = resolution.model;
    const auto first = first_change(model, sources, counts_from_ever(model));
    model.horizon = first.value_or(*day_of(2000, 1, 1));
    model.begins = first ? *first_change(model, sources, false) : model.horizon;
    model.horizon_stated = first.has_value();
    model.stretches = stretches_of(model);
    return std::move(model);
}

}  // namespace belegd::resolve
