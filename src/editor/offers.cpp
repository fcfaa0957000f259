#include "editor/offers.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/embedded.hpp"
#include "diagnostics/codes.hpp"
#include "diagnostics/messages/editor.hpp"
#include "model/describe.hpp"
#include "syntax/examples.hpp"

namespace belegd::editor {
namespace {

using syntax::Shape;
using syntax::Word;
using Sort = Completion::Kind;

bool is_any(Word word, std::initializer_list<Word> all) { return std::find(all.begin(), all.end(), word) != all.end(); }

Sort kind_of_word(Word word) {
    if (syntax::has(word, syntax::Verb)) return Sort::verb;
    if (syntax::has(word, syntax::Declares | syntax::Leads)) return Sort::statement;
    if (syntax::has(word, syntax::Clause | syntax::Joins | syntax::Bounds | syntax::Cites)) return Sort::clause;
    return Sort::value;
}

class Offering {
   public:
    Offering(const Context& context, const analysis::Analysis& analysis, Language language, Day today)
        : c_(context), a_(analysis), m_(analysis.model), language_(language), today_(today) {}

    std::vector<Offer> run() {
        if (c_.at_head) {
            heads();
        } else {
            behind(c_.last());
            for (const auto each : syntax::taken_by(c_.lead())) word(each, -5);
            if (c_.last() != c_.lead())
                for (const auto each : syntax::taken_by(c_.last())) word(each, 2);
            // A block of one sentence, or what `moet` leads to.
            if (syntax::has(c_.lead(), syntax::Leads)) role(syntax::Verb, -10);
            role(syntax::Certainty, -20);
            if (syntax::info(c_.last()).shape != Shape::Nothing) role(syntax::Value, -20);
        }
        return std::move(out_);
    }

   private:
    void add(Completion what, int weight) {
        if (offered_.insert(what.label).second) out_.push_back({std::move(what), weight});
    }

    void word(Word which, int weight) {
        if (which == Word::none || which >= Word::protected_name) return;
        const auto& info = syntax::info(which);
        Completion out;
        out.kind = kind_of_word(which);
        out.label = out.text = info.phrase.in(language_);
        out.detail = Text(std::string(info.phrase.en), std::string(info.phrase.nl));
        out.explained = info.help;
        if (out.kind != Sort::value) out.example = syntax::example_of(which);
        add(std::move(out), weight);
    }
    void role(unsigned which, int weight) {
        for (auto i = static_cast<std::size_t>(Word::none) + 1; i < static_cast<std::size_t>(Word::protected_name); ++i)
            if (syntax::has(static_cast<Word>(i), which)) word(static_cast<Word>(i), weight);
    }

    /// What a statement may begin with here.
    void heads() {
        std::vector<Word> all = syntax::held_by(c_.home);
        for (const auto each : syntax::taken_by(c_.home)) all.push_back(each);
        if (c_.home == Word::none) all.insert(all.end(), {Word::use, Word::language});
        for (const auto each : all) {
            if (each != Word::delegates) {
                word(each, 5);
                continue;
            }
            role(syntax::Verb, 15);
            role(syntax::Modal, 0);
        }
        // A line may go on with the statement before it.
        for (const auto& before : c_.words)
            for (const auto each : syntax::taken_by(before.word))
                if (syntax::has(each, syntax::Joins)) word(each, 0);
    }

    template <typename Rows>
    void names(const Rows& rows, model::NameKind kind, int weight) {
        for (const auto& row : rows) {
            bool own = false;
            if constexpr (requires { row.span; }) own = a_.texts.sources[row.span.file].own();
            Text title;
            if constexpr (requires { row.title.nl; }) title = row.title;
            name(row.name, title, kind, weight + (own ? 10 : 0), own);
        }
    }
    void name(const std::string& called, const Text& title, model::NameKind kind, int weight, bool own) {
        Completion out;
        out.label = called;
        // A name of the library that would be read as several words is protected.
        out.text = own ? syntax::name_to_write(called) : called;
        out.detail = model::name_of(kind);
        if (title != Text(called)) out.explained = title;
        add(std::move(out), weight);
    }

    void tasks(int weight) { names(m_.tasks, model::NameKind::task, weight); }
    void functions(int weight) { names(m_.functions, model::NameKind::function, weight); }
    void organs(int weight) {
        for (const auto& organ : m_.organs)
            name(language_ == Language::en && !organ.in_english.empty() ? organ.in_english : organ.name, {},
                 model::NameKind::organ, weight, false);
    }
    void variants(int weight) { names(m_.variants, model::NameKind::variant, weight); }
    void decisions(int weight) { names(m_.decisions, model::NameKind::decision, weight); }
    void cooperations(int weight) { names(m_.cooperations, model::NameKind::party, weight); }
    void parties(int weight) {
        for (const auto& party : m_.parties) {
            const bool own = a_.texts.sources[party.span.file].own();
            name(party.name, party.title, model::NameKind::party, weight + (own || party.in_model ? 10 : 0), own);
        }
        names(m_.regions, model::NameKind::party, weight);
    }
    void actors() {
        organs(5);
        cooperations(4);
        parties(0);
    }

    void modules() {
        for (const auto& file : embedded::library()) {
            Completion out;
            out.kind = Sort::file;
            out.label = out.text = file.name.substr(0, file.name.find('.'));
            out.detail = say(message::editor_module);
            add(std::move(out), 20);
        }
    }
    void codes() {
        for (const auto code : all_codes()) code_of(std::string(info(code).id), info(code).name);
        for (const auto& rule : m_.rules) code_of(rule.code, rule.title);
    }
    void code_of(const std::string& id, const Text& called) {
        Completion out;
        out.kind = Sort::code;
        out.label = out.text = id;
        out.detail = called;
        add(std::move(out), 20);
    }
    void date() {
        if (c_.after_number) return role(syntax::Month, 20);
        const auto next = day_of(year_of(today_) + 1, 1, 1);
        if (!next) return;
        Completion out;
        out.kind = Sort::date;
        out.label = out.text = spelled(*next).in(language_);
        add(std::move(out), 20);
        role(syntax::Season, -10);
    }

    /// Whom or what a word `van` speaks of, by the word before it that is none.
    bool of_a_matter() const {
        for (auto each = c_.words.rbegin(); each != c_.words.rend(); ++each) {
            if (each->word == Word::of) continue;
            return syntax::has(each->word, syntax::Verb) ||
                   is_any(each->word,
                          {Word::scope, Word::includes, Word::test, Word::except_, Word::but, Word::concerns});
        }
        return false;
    }

    /// The names that may stand behind a word.
    void behind(Word last) {
        using model::NameKind;
        const auto shape = syntax::info(last).shape;
        const bool declares = last == c_.lead() && c_.home == Word::none && syntax::has(last, syntax::Declares);
        switch (last) {
            case Word::use: return modules();
            case Word::language:
                for (const char* const each : {"nl", "en"}) {
                    Completion out;
                    out.kind = Sort::value;
                    out.label = out.text = each;
                    add(std::move(out), 20);
                }
                return;
            case Word::form:
                if (declares) return;
                return names(m_.forms, NameKind::form, 20);
            case Word::kind_of: return names(m_.forms, NameKind::form, 20);
            case Word::capacity:
                if (declares) return;
                return names(m_.capacities, NameKind::capacity, 20);
            case Word::provides:
            case Word::provides_not: return names(m_.provisions, NameKind::provision, 20);
            case Word::amendment:
            case Word::addendum: return cooperations(20);
            case Word::ends:
            case Word::implements: return cooperations(20), decisions(10);
            case Word::concerns: return cooperations(30), functions(12), tasks(6), variants(3), decisions(3);
            case Word::based_on:
            case Word::columns:
            case Word::in: return variants(20);
            case Word::pursuant:
            case Word::cover_by:
            case Word::after:
            case Word::together_with: return decisions(20), names(m_.milestones, NameKind::decision, 15);
            case Word::according_to:
                return names(m_.statutes, NameKind::statute, 20), cooperations(10),
                       names(m_.documents, NameKind::document, 5);
            case Word::accept:
            case Word::finding: return codes();
            case Word::needs:
            case Word::needs_not:
            case Word::functions:
            case Word::follows:
            case Word::by_law_holder: return functions(20);
            case Word::tasks: return tasks(20);
            case Word::votes_by:
            case Word::shared: return names(m_.division_keys, NameKind::document, 5), parties(0);
            case Word::of: return of_a_matter() ? (tasks(20), actors()) : actors();
            case Word::to:
            case Word::with:
            case Word::by:
            case Word::for_:
            case Word::except_for:
            case Word::participants:
            case Word::centre:
            case Word::accedes:
            case Word::leaves_:
            case Word::takers:
            case Word::members:
            case Word::advice:
            case Word::hearing:
            case Word::consultation:
            case Word::consent:
            case Word::assent:
            case Word::substitute:
            case Word::signed_by:
            case Word::on_behalf:
            case Word::chaired_by:
            case Word::succeeded_by:
            case Word::competent:
            case Word::also_with: return actors();
            case Word::municipality: return parties(0);
            default: break;
        }
        switch (shape) {
            case Shape::StatusWord: return role(syntax::Status, 20);
            case Shape::PurposeWord: return role(syntax::Purpose, 20);
            case Shape::SourceRef:
                if (declares) return;
                return names(m_.documents, NameKind::document, 20);
            case Shape::Date:
            case Shape::DayOfYear: return date();
            case Shape::Quantity:
                if (c_.after_number) role(syntax::Unit, 20);
                return;
            case Shape::Matter:
            case Shape::Names:
            case Shape::Name: return functions(12), tasks(6), cooperations(4), organs(0), parties(0);
            default: return;
        }
    }

    const Context& c_;
    const analysis::Analysis& a_;
    const model::Model& m_;
    Language language_;
    Day today_;
    std::vector<Offer> out_;
    std::set<std::string> offered_;
};

}  // namespace

std::vector<Offer> offers(const Context& context, const analysis::Analysis& analysis, Language language, Day today) {
    return Offering(context, analysis, language, today).run();
}

}  // namespace belegd::editor
