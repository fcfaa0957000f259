#include "resolve/phrases/phrase_from_syntax.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/fold.hpp"
#include "base/quotes.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reading.hpp"
#include "resolve/phrases/clause_places.hpp"
#include "resolve/phrases/formulas.hpp"
#include "syntax/numbers.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using syntax::Shape;
using syntax::Tree;
using syntax::Word;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::string_view(" \t\r\n,").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

Certainty certainty_of(Word word) {
    if (word == Word::inferred) return Certainty::inferred;
    return word == Word::provisional ? Certainty::provisional : Certainty::uncertain;
}

Citation::Kind part_of(Word word) {
    switch (word) {
        case Word::paragraph: return Citation::Kind::paragraph;
        case Word::letter: return Citation::Kind::letter;
        case Word::section: return Citation::Kind::section;
        case Word::heading: return Citation::Kind::heading;
        case Word::chapter: return Citation::Kind::chapter;
        case Word::division: return Citation::Kind::division;
        case Word::annex: return Citation::Kind::annex;
        case Word::page: return Citation::Kind::page;
        default: return Citation::Kind::article;
    }
}

class Reader {
   public:
    Reader(const Sources& sources, const Tree& tree, Diagnostics& diagnostics)
        : sources_(sources), tree_(tree), diagnostics_(diagnostics) {}

    Phrase statement(std::uint32_t at) {
        Phrase out = begun(at);
        for (const auto child : tree_.children(at)) {
            switch (tree_[child].kind) {
                case Kind::modal: out.modal = tree_[child].word; break;
                case Kind::clause: attach(out, clause(child)); break;
                case Kind::certainty: {
                    auto& of = last(out);
                    of.certainty = certainty_of(tree_[child].word);
                    of.certainty_span = tree_.span(child);
                    break;
                }
                case Kind::block:
                    for (const auto inner : tree_.children(child)) out.block.push_back(inner);
                    continue;
                case Kind::statement: out.block.push_back(child); continue;
                default: argument(out, child); break;
            }
            if (tree_[child].kind != Kind::broken) out.whole.end = std::max(out.whole.end, tree_[child].end);
        }
        // A block that nobody reads is told with the statement that holds this one.
        const bool closed = !syntax::has(out.word, syntax::Declares) && syntax::info(out.word).shape != Shape::Place;
        out.broken = out.broken || unread(at) || (closed && !out.block.empty());
        if (second_pair_) tell_second_pair(out);
        english_of(out);
        return out;
    }

   private:
    /// Whether a part of the statement could not be read.
    bool unread(std::uint32_t at) const {
        auto end = tree_[at].begin;
        for (auto node = at + 1; node < tree_[at].next; ++node) {
            if (tree_[node].kind == Kind::block) return false;
            if (tree_[node].kind == Kind::broken) return true;
            if (tree_[node].kind == Kind::string && is_unclosed(sources_.text(tree_.span(node)))) return true;
            end = std::max(end, tree_[node].end);
        }
        if (end == tree_[at].begin) return false;
        const auto left = sources_.text({tree_.file, end, std::max(end, tree_[at].end)});
        return left.find_first_not_of(" \t\r\n") != std::string_view::npos;
    }

    Text words_of(const std::vector<Item>& items, std::size_t from, std::size_t until) const {
        std::string out;
        for (auto i = from; i < until; ++i) out += (i > from ? ", " : "") + std::string(sources_.text(items[i].span));
        return Text(out);
    }

    /// `mandateert niets van jeugdhulp`
    void tell_nothing_of(const Phrase& out, const Phrase& of) {
        const auto tasks = words_of(of.items, 0, of.items.size());
        diagnostics_.add({Code::N04,
                          say(message::nothing_has_no_task, {word_written(sources_, out)}),
                          at(of.span),
                          {},
                          {},
                          {},
                          {},
                          {{say(message::nothing_of_it_stays, {tasks})}, {say(message::nothing_of_it_except, {tasks})}},
                          "N04/" + std::string(sources_.text(of.span))});
    }

    /// `uitvoering van bijstand, toegang van inburgering aan X`: the two sentences to write.
    void tell_second_pair(Phrase& out) {
        const auto second = *std::exchange(second_pair_, std::nullopt);
        if (out.word == Word::delegates_nothing || out.word == Word::mandates_nothing)
            return tell_nothing_of(out, second);
        const auto of = std::find_if(out.clauses.begin(), out.clauses.end(),
                                     [](const Phrase& each) { return each.word == Word::of; });
        Diagnostic found{Code::N04,
                         say(message::pairs_twice),
                         at(second.span),
                         {},
                         {},
                         {},
                         {},
                         {},
                         "N04/" + std::string(sources_.text(second.span))};
        if (of == out.clauses.end() || of->items.size() < 2 || second.items.empty()) {
            found.remedies.push_back({say(message::two_lines_only)});
        } else {
            std::string rest;
            for (const auto& clause : out.clauses)
                if (clause.word == Word::to || clause.word == Word::with || clause.word == Word::by)
                    rest += " " + std::string(sources_.text(clause.whole));
            const Text lead = syntax::info(out.word).phrase;
            const Text van = syntax::info(Word::of).phrase;
            const auto line = [&](const Text& functions, const Text& tasks) {
                return Text{lead.nl + " " + functions.nl + " " + van.nl + " " + tasks.nl + rest,
                            lead.en + " " + functions.en + " " + van.en + " " + tasks.en + rest};
            };
            const auto last = of->items.size() - 1;
            found.remedies.push_back({say(message::two_lines)});
            found.remedies.push_back({line(words_of(out.items, 0, out.items.size()), words_of(of->items, 0, last))});
            found.remedies.push_back(
                {line(words_of(of->items, last, last + 1), words_of(second.items, 0, second.items.size()))});
            of->items.pop_back();
        }
        diagnostics_.add(std::move(found));
    }

    /// `execution of bijstand` in a Dutch file, where `of` is "or": said once, and read as it was meant.
    void english_of(Phrase& out) {
        const auto word = out.word;
        if (!syntax::has(word, syntax::Verb) && word != Word::scope && word != Word::participants) return;
        if (out.clause(Word::of) != nullptr) return;
        const auto second =
            std::find_if(out.items.begin(), out.items.end(), [](const Item& item) { return item.after_or; });
        if (second == out.items.begin() || second == out.items.end()) return;
        const auto count = static_cast<std::size_t>(second - out.items.begin());
        const Span span{out.span.file, out.items.front().span.begin, out.items.back().span.end};
        Diagnostic found{
            Code::N07, say(message::of_is_or), at(span), {}, {}, {}, {}, {}, "N07/" + std::string(sources_.text(span))};
        found.remedies.push_back({say(message::of_is_or_van,
                                      {words_of(out.items, 0, count), words_of(out.items, count, out.items.size())})});
        found.remedies.push_back({say(message::of_is_or_english)});
        diagnostics_.add(std::move(found));
        Phrase of;
        of.word = Word::of;
        of.tree = &tree_;
        of.node = out.node;
        of.items.assign(second, out.items.end());
        of.items.front().after_or = false;
        of.span = of.whole = {span.file, of.items.front().span.begin, span.end};
        out.items.erase(second, out.items.end());
        out.clauses.insert(out.clauses.begin(), std::move(of));
        // `by executive of Oostdam`: the same word, for the same reason.
        for (auto& clause : out.clauses) {
            if ((clause.word != Word::to && clause.word != Word::with && clause.word != Word::by) ||
                clause.items.size() != 2 || !clause.items.back().after_or || clause.clause(Word::of) != nullptr)
                continue;
            Phrase whose = clause;
            whose.word = Word::of;
            whose.clauses.clear();
            whose.items.erase(whose.items.begin());
            whose.items.front().after_or = false;
            clause.items.pop_back();
            clause.clauses.insert(clause.clauses.begin(), std::move(whose));
        }
    }

    Phrase begun(std::uint32_t at) const {
        Phrase out;
        out.word = tree_[at].word;
        out.tree = &tree_;
        out.node = at;
        out.span = out.whole = tree_.span(at);
        out.span.end = out.whole.end = out.span.begin;
        // The word itself belongs to the span; its argument stretches it further.
        const auto text = sources_[tree_.file].text();
        auto first = tree_[at].end;
        for (const auto child : tree_.children(at)) {
            if (tree_[child].kind == Kind::modal) continue;
            first = tree_[child].begin;
            break;
        }
        auto end = first;
        while (end > out.span.begin && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\n' ||
                                        text[end - 1] == '\r' || text[end - 1] == '{'))
            --end;
        out.span.end = out.whole.end = end;
        return out;
    }

    Phrase clause(std::uint32_t at) {
        Phrase out = begun(at);
        for (const auto child : tree_.children(at)) argument(out, child);
        out.span.end = out.whole.end = tree_[at].end;
        return out;
    }

    void argument(Phrase& out, std::uint32_t at) {
        const auto& node = tree_[at];
        const auto text = sources_.text(tree_.span(at));
        const auto stretch = [&] { out.span.end = out.whole.end = std::max(out.span.end, node.end); };
        const bool declares = (syntax::has(out.word, syntax::Declares) && !out.items.empty()) ||
                              syntax::info(out.word).shape == Shape::Place;
        switch (node.kind) {
            case Kind::entry: {
                const auto before = out.items.size();
                std::vector<std::vector<Citation::Part>> all{{}};
                for (const auto child : tree_.children(at)) {
                    if (tree_[child].kind == Kind::group && out.items.size() > before) {
                        // `jeugd (behalve jeugdhulp)`: the name belongs into the brackets.
                        auto inside = std::move(out.items.back());
                        out.items.back() = group(out.word, child);
                        out.items.back().after_or = inside.after_or;
                        out.items.back().own.front().items.push_back(std::move(inside));
                    } else if (tree_[child].kind == Kind::group)
                        out.items.push_back(group(out.word, child));
                    else if (tree_[child].kind == Kind::reference_part && out.items.size() > before)
                        extend(all, child);
                    else if (tree_[child].kind != Kind::clause)
                        item(out, child);
                    else if (out.items.size() > before)
                        out.items.back().own.push_back(clause(child));
                }
                if (out.items.size() > before) {
                    out.items.back().span.end = node.end;
                    out.items.back().parts = std::move(all.front());
                    // `Wgs art 3, eerste en derde lid`: one for each.
                    for (std::size_t i = 1; i < all.size(); ++i) {
                        auto another = out.items.back();
                        another.parts = std::move(all[i]);
                        out.items.push_back(std::move(another));
                    }
                }
                stretch();
                break;
            }
            case Kind::labelled_amount:
            case Kind::share:
                out.items.push_back(amount_of(at));
                stretch();
                break;
            case Kind::place: {
                Place place{Word::none, {}, {}, tree_.span(at)};
                auto number_end = node.end;
                std::vector<std::vector<Citation::Part>> all{{}};
                for (const auto child : tree_.children(at)) {
                    number_end = std::min(number_end, tree_[child].begin);
                    extend(all, child);
                }
                // What stands in an article stands in one place of it.
                if (all.size() > 1 && syntax::info(out.word).shape == Shape::Place) {
                    diagnostics_.add({Code::N04,
                                      say(message::one_place, {Text(text)}),
                                      belegd::at(tree_.span(at)),
                                      {},
                                      {},
                                      {},
                                      {},
                                      {{say(message::one_place_remedy)}},
                                      "N04/" + std::string(text)});
                    all.resize(1);
                }
                for (auto& parts : all) {
                    parts.insert(
                        parts.begin(),
                        {part_of(out.word), std::string(trimmed(sources_.text({tree_.file, node.begin, number_end})))});
                    place.parts = std::move(parts);
                    out.places.push_back(place);
                }
                stretch();
                break;
            }
            case Kind::name:
            case Kind::part:
            case Kind::value:
                item(out, at);
                stretch();
                break;
            case Kind::string:
                if (declares && out.title.empty()) {
                    out.title = Text(unquoted(text));
                    out.title_span = tree_.span(at);
                } else {
                    item(out, at);
                    stretch();
                }
                break;
            case Kind::translation:
                for (const auto child : tree_.children(at))
                    if (tree_[child].kind == Kind::string) {
                        if (out.title.empty() && !out.items.empty()) out.title = Text(out.items.front().text);
                        auto& said = in_dutch(at, child) ? out.title.nl : out.title.en;
                        said = std::string(unquoted(sources_.text(tree_.span(child))));
                    }
                break;
            case Kind::alternative: after_or_ = true; break;
            case Kind::conjunction: after_and_ = true; break;
            case Kind::reference: {
                Place place{Word::none, {}, {}, tree_.span(at)};
                std::vector<std::vector<Citation::Part>> all{{}};
                auto name_end = node.end;
                for (const auto child : tree_.children(at)) {
                    if (tree_[child].kind == Kind::string) continue;
                    name_end = std::min(name_end, tree_[child].begin);
                    extend(all, child);
                }
                place.name = unquoted(trimmed(sources_.text({tree_.file, node.begin, name_end})));
                for (auto& parts : all) {
                    place.parts = std::move(parts);
                    out.places.push_back(place);
                }
                stretch();
                break;
            }
            case Kind::broken: out.broken = true; break;
            case Kind::block: break;
            case Kind::per_each: stretch(); break;
            case Kind::unit:
            case Kind::number:
            case Kind::amount:
                if (out.argument == 0) out.argument = at;
                stretch();
                break;
            default:
                out.argument = at;
                stretch();
                break;
        }
    }

    /// The parts of a place, of which one may say several: `art 8, eerste en derde lid` is two places.
    void extend(std::vector<std::vector<Citation::Part>>& all, std::uint32_t part) const {
        auto parts = citation_parts(sources_, tree_, part);
        if (parts.size() == 1) {  // as nearly always
            for (auto& each : all) each.push_back(parts.front());
            return;
        }
        std::vector<std::vector<Citation::Part>> out;
        for (const auto& before : all)
            for (const auto& each : parts) {
                out.push_back(before);
                out.back().push_back(each);
            }
        all = std::move(out);
    }

    /// `/ nl "…"`: which of the two titles it gives.
    bool in_dutch(std::uint32_t translation, std::uint32_t string) const {
        const auto word = folded(sources_.text({tree_.file, tree_[translation].begin + 1, tree_[string].begin}));
        return word.find("nl") != std::string::npos;
    }

    /// A list in brackets, with the clauses that stay within them.
    Item group(Word word, std::uint32_t at) {
        Phrase inside;
        inside.word = word;
        inside.tree = &tree_;
        inside.node = at;
        inside.span = inside.whole = tree_.span(at);
        const bool after_or = std::exchange(after_or_, false), after_and = std::exchange(after_and_, false);
        for (const auto child : tree_.children(at)) {
            if (tree_[child].kind != Kind::clause) {
                argument(inside, child);
                continue;
            }
            auto found = clause(child);
            if (!put(inside, found, true)) misplaced(inside, found);
        }
        Item out{Item::Kind::group,
                 Word::none,
                 tree_.span(at),
                 sources_.text(tree_.span(at)),
                 after_or,
                 after_and,
                 {},
                 {},
                 0};
        out.own.push_back(std::move(inside));
        return out;
    }

    /// `"uitvoering" € 758.825`, `Wassenaar 25 %`.
    Item amount_of(std::uint32_t at) const {
        Item out{Item::Kind::amount, Word::none, tree_.span(at), {}, false, false, {}, {}, 0};
        for (const auto child : tree_.children(at)) {
            const auto text = sources_.text(tree_.span(child));
            switch (tree_[child].kind) {
                case Kind::name:
                case Kind::string: out.text = unquoted(text); break;
                case Kind::value: out.value = tree_[child].word; break;
                case Kind::amount:
                case Kind::fraction:
                case Kind::number: out.argument = child; break;
                default: break;
            }
        }
        return out;
    }

    void item(Phrase& out, std::uint32_t at) {
        const auto& node = tree_[at];
        const auto text = sources_.text(tree_.span(at));
        const auto kind = node.kind == Kind::value    ? Item::Kind::value
                          : node.kind == Kind::string ? Item::Kind::string
                          : node.kind == Kind::amount ? Item::Kind::amount
                                                      : Item::Kind::name;
        if (syntax::info(out.word).shape == Shape::Citation ||
            (syntax::info(out.word).shape == Shape::SourceRef && !syntax::has(out.word, syntax::Declares)))
            if (kind == Item::Kind::value) out.places.push_back({node.word, {}, {}, tree_.span(at)});
        out.items.push_back({kind,
                             kind == Item::Kind::value ? node.word : Word::none,
                             tree_.span(at),
                             kind == Item::Kind::string ? unquoted(text) : text,
                             std::exchange(after_or_, false),
                             std::exchange(after_and_, false),
                             {},
                             {},
                             0});
    }

    /// `besluit overstap van college van Voorschoten`: whose decision it is, when `door` does not say so.
    bool says_whose(const Phrase& statement, const Phrase& clause) const {
        if (statement.word != Word::decision || clause.word != Word::of) return false;
        for (const auto child : tree_.children(statement.node))
            if (tree_[child].kind == Kind::clause && tree_[child].word == Word::by) return false;
        return statement.clause(Word::by) == nullptr;
    }

    void attach(Phrase& statement, Phrase clause) {
        if (says_whose(statement, clause)) clause.word = Word::by;
        if (put(statement, clause) || of_participant(statement, clause) || part_of_name(statement, clause)) return;
        if (clause.word == Word::of && !second_pair_ && syntax::has(statement.word, syntax::Verb))
            second_pair_ = std::move(clause);
        else
            misplaced(statement, clause);
        statement.broken = true;
    }

    /// `voor het college van Houten`: behind its tasks a sentence has no other `van`.
    bool of_participant(Phrase& statement, Phrase& clause) const {
        if (clause.word != Word::of || !syntax::has(statement.word, syntax::Verb) || statement.clauses.empty() ||
            statement.clause(Word::of) == nullptr)
            return false;
        auto& whose = statement.clauses.back();
        if (whose.word != Word::for_ && whose.word != Word::except_for) return false;
        statement.whole.end = whose.whole.end = std::max(whose.whole.end, clause.whole.end);
        whose.clauses.push_back(std::move(clause));
        return true;
    }

    /// `organisatie Voorschoten Voor Elkaar`: the clause is a part of the name, which needs quotation marks.
    bool part_of_name(Phrase& statement, const Phrase& clause) {
        if (!syntax::has(statement.word, syntax::Declares) || statement.items.size() != 1 ||
            !statement.clauses.empty() || !statement.title.empty() || statement.items.front().kind != Item::Kind::name)
            return false;
        auto& name = statement.items.front();
        const auto text = sources_[tree_.file].text();
        const auto between = text.substr(name.span.end, clause.span.begin - name.span.end);
        if (between.find_first_not_of(" \t") != std::string_view::npos) return false;
        const auto written = text.substr(clause.span.begin, clause.span.end - clause.span.begin);
        const auto shape = syntax::info(statement.word).shape;
        if (shape == Shape::Cost || shape == Shape::Dated) return false;
        const bool capital = written.front() >= 'A' && written.front() <= 'Z';
        const bool joins = syntax::has(clause.word, syntax::Joins) || clause.word == Word::in ||
                           clause.word == Word::on || clause.word == Word::place || clause.word == Word::as_of;
        if (!capital && !joins) return false;
        Span whole{tree_.file, name.span.begin, clause.whole.end};
        const auto word = written.substr(0, std::min(written.find(' '), written.size()));
        const Text all(sources_.text(whole));
        // A title in single quotation marks is told where the name is read.
        if (name.text.find(" '") == std::string_view::npos)
            diagnostics_.add({Code::N04,
                              say(message::name_needs_quotes, {all, Text(word)}),
                              at(whole),
                              {},
                              {},
                              {},
                              {},
                              {{say(message::quote_name, {all})}},
                              "N04/" + std::string(sources_.text(whole))});
        if (statement.word != Word::source) {
            name.text = sources_.text(whole);
            name.span = whole;
        }
        statement.whole.end = statement.span.end = std::max(statement.span.end, whole.end);
        return true;
    }

    /// Whether a clause stands in the blocks in which a statement stands, on a line of its own.
    static bool stands_beside(Word statement, Word clause) {
        if (clause == Word::by_law) clause = Word::by_law_holder;  // the same words
        const auto homes = syntax::homes_of(statement);
        return std::any_of(homes.begin(), homes.end(),
                           [&](Word home) { return syntax::holds(home, clause) || syntax::takes(home, clause); });
    }

    /// `treedt in werking op 1 januari 2026`: what lasts does not happen on a day but begins, or ends, from it.
    Text begins_from(const Phrase& statement, const Phrase& clause) const {
        if (clause.word != Word::on || clause.argument == 0) return {};
        const bool ends = statement.word == Word::ends || statement.word == Word::leaves_;
        const auto word = ends ? Word::as_of : Word::from;
        if (!syntax::takes(statement.word, word)) return {};
        const auto before = on_one_line(sources_.text({tree_.file, statement.whole.begin, clause.span.begin}));
        return joined(
            {Text(before), syntax::info(word).phrase, Text(on_one_line(sources_.text(tree_.span(clause.argument))))},
            " ");
    }

    /// `aanvaard W-28 omdat "bekend" tot 1 januari 2027`: with what stands behind it on the line.
    std::string with_reason(const Phrase& clause) const {
        const auto rest = sources_[tree_.file].text().substr(clause.span.begin);
        return on_one_line(trimmed(rest.substr(0, rest.find_first_of("\r\n{}#"))));
    }

    /// The name of an organ that is cut by its `van`; empty when it is not one.
    std::string cut_organ(const Phrase& statement, const Phrase& clause) const {
        if (clause.word != Word::of) return {};
        const auto& list = statement.clauses.empty() ? statement : statement.clauses.back();
        if (list.word != Word::organs || list.items.empty() || list.items.back().kind != Item::Kind::name) return {};
        const auto begin = list.items.back().span.begin;
        return begin < clause.whole.end ? on_one_line(sources_.text({tree_.file, begin, clause.whole.end}))
                                        : std::string();
    }

    void misplaced(const Phrase& statement, const Phrase& clause) {
        const auto span = clause.span;
        const auto word = clause.word;
        // What stands behind a clause that does not belong here belongs to that clause.
        const auto behind = std::exchange(misplaced_end_, clause.whole.end);
        if (behind != 0 && behind <= span.begin &&
            sources_.text({tree_.file, behind, span.begin}).find_first_not_of(" \t\r\n") == std::string_view::npos)
            return;
        // `A namens B, C namens D`: told where the names are read.
        if (const auto* behalf = statement.clause(Word::on_behalf); behalf != nullptr) {
            const auto rest = sources_[tree_.file].text().substr(behalf->span.end);
            const auto again = syntax::info(Word::on_behalf).phrase.in(tree_.language);
            if (rest.substr(0, rest.find('\n')).find(again) != std::string_view::npos) return;
        }
        // `in the absence of the manager …`: told of the whole sentence.
        if (syntax::has(statement.word, syntax::Verb) && begins_formula(sources_[tree_.file].text().substr(span.begin)))
            return;
        Diagnostic out{
            Code::N04,
            say(message::clause_elsewhere, {word_written(sources_, clause), word_written(sources_, statement)}),
            at(span),
            {},
            {},
            {},
            {},
            {},
            "N04/" + std::string(sources_.text(span))};
        // `geldt vanaf 1 januari 2024 voor de duur van een jaar`
        const bool duration = statement.word == Word::valid && word == Word::for_;
        if (duration) out.remedies.push_back({say(message::term_as_last_day)});
        const auto begins = begins_from(statement, clause);
        if (!begins.empty()) out.remedies.push_back({say(message::write_instead, {begins})});
        std::vector<Text> known;
        for (const auto each : duration ? std::vector<Word>() : syntax::taken_by(statement.word))
            known.push_back(syntax::info(each).phrase);
        if (!begins.empty()) known.clear();
        if (word == Word::accept) {
            known.clear();
            out.remedies.push_back({say(message::put_acceptance, {Text(with_reason(clause))})});
        }
        // `organen bestuur, raad van toezicht`
        if (const auto whole = cut_organ(statement, clause); !whole.empty()) {
            known.clear();
            out.message = say(message::name_needs_quotes, {Text(whole), syntax::info(Word::of).phrase});
            out.remedies.push_back({say(message::quote_name, {Text(whole)})});
        }
        const bool a_sentence = syntax::has(statement.word, syntax::Verb);
        if (word != Word::accept && (begins.empty() || a_sentence) && stands_beside(statement.word, word)) {
            out.remedies.push_back({say(message::on_a_line_of_its_own, {word_written(sources_, clause)})});
            known.clear();
        }
        if (!known.empty()) out.remedies.push_back({say(message::fits_here, {listed(known)})});
        diagnostics_.add(std::move(out));
    }

    const Sources& sources_;
    const Tree& tree_;
    Diagnostics& diagnostics_;
    bool after_or_ = false, after_and_ = false;
    std::uint32_t misplaced_end_ = 0;    ///< where the last clause that does not belong here ends
    std::optional<Phrase> second_pair_;  ///< `van` where there was one already
};

}  // namespace

Text word_written(const Sources& sources, const Phrase& phrase) {
    const auto& known = syntax::info(phrase.word);
    if (phrase.tree == nullptr) return quoted(known.phrase);
    const auto& tree = *phrase.tree;
    const auto text = sources[tree.file].text();
    // An alias that the text of the node begins with.
    const auto written = folded(text.substr(tree[phrase.node].begin, 200)) + " ";
    std::string_view longest;
    const auto see = [&](std::string_view spelling) {
        if (spelling.size() > longest.size() && written.starts_with(folded(spelling) + " ")) longest = spelling;
    };
    for (auto left = known.aliases; !left.empty();) {
        const auto end = std::min(left.find(';'), left.size());
        see(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return quoted(longest.empty() ? known.phrase : Text(longest));
}

std::vector<Citation::Part> citation_parts(const Sources& sources, const Tree& tree, std::uint32_t node) {
    // `art 8`: what follows the word, the first blank on.
    auto text = sources.text(tree.span(node));
    if (tree[node].word == Word::paragraph)
        if (const auto ordinals = syntax::ordinals_at(text)) {
            const std::string through = tree.language == Language::nl ? " t/m " : " through ";
            std::vector<Citation::Part> out;
            for (const auto& [first, last] : ordinals->runs)
                out.push_back({Citation::Kind::paragraph,
                               std::to_string(first) + (first == last ? "" : through + std::to_string(last))});
            return out;
        }
    const auto blank = text.find_first_of(" \t\u00A0");
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return {{part_of(tree[node].word), std::string(text)}};
}

Phrase phrase(const Sources& sources, const Tree& tree, std::uint32_t statement, Diagnostics& diagnostics) {
    return Reader(sources, tree, diagnostics).statement(statement);
}

}  // namespace belegd::resolve
