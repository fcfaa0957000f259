#include "report/glossary.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/glossary.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reports.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "report/examples.hpp"
#include "report/word_sheet.hpp"
#include "report/wording.hpp"

namespace belegd::report {
namespace {

using namespace model;

template <typename Row>
Text named(const Row& row) {
    return {row.name, row.title.en.empty() ? row.name : row.title.en};
}

template <typename Row>
bool is_called(const Row& row, const std::string& name) {
    return folded(row.name) == name || folded(row.title.nl) == name || folded(row.title.en) == name ||
           std::any_of(row.aliases.begin(), row.aliases.end(),
                       [&](const std::string& alias) { return folded(alias) == name; });
}

Text strings(const std::vector<std::string>& all) { return listed({all.begin(), all.end()}); }

/// One thing, label by label; what is not known is left out.
class Rows {
   public:
    void add(Message label, const Text& text) {
        if (!text.empty()) sheet_.rows.emplace_back(say(label), Cell(text));
    }
    void add(const Text& label, const Text& text) {
        if (!text.empty()) sheet_.rows.emplace_back(label, Cell(text));
    }
    void add(Message label, const std::vector<Text>& lines) {
        Cell cell;
        for (const auto& line : lines) cell.lines.push_back({line, {}});
        if (!lines.empty()) sheet_.rows.emplace_back(say(label), std::move(cell));
    }
    Sheet done() { return std::move(sheet_); }

   private:
    Sheet sheet_;
};

/// The prose of a page before its first example, in the section of one language.
std::string meaning_of(std::string_view page, Language language) {
    const std::string_view title = language == Language::nl ? "## Nederlands\n" : "## English\n";
    const auto at = page.find(title);
    if (at == std::string_view::npos) return {};
    auto text = page.substr(at + title.size());
    text = text.substr(0, std::min(text.find("```"), text.size()));
    std::string out;
    for (const char c : text)
        if (c != '\n')
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return without_marks(out);
}

/// The phrases of the table that have a word in them; when none has, those of which the help has it.
std::vector<Text> phrases_with_word(std::string_view asked) {
    const auto wanted = " " + folded(asked) + " ";
    const auto has = [&](std::string_view text) {
        auto words = " " + folded(text) + " ";
        for (auto& c : words)
            if (c == ':' || c == ';' || c == ',' || c == '(' || c == ')') c = ' ';
        return words.find(wanted) != std::string::npos;
    };
    std::vector<Text> phrases, helped;
    for (int i = 1; i < static_cast<int>(syntax::Word::protected_name); ++i) {
        const auto& word = syntax::info(static_cast<syntax::Word>(i));
        if (has(word.phrase.nl) || has(word.phrase.en) || has(word.aliases))
            phrases.push_back(word.phrase);
        else if (has(word.help.nl) || has(word.help.en))
            helped.push_back(word.phrase);
    }
    return phrases.empty() ? helped : phrases;
}

class Glossary {
   public:
    Glossary(const analysis::Analysis& library, std::span<const embedded::File> pages, std::string_view asked)
        : m_(library.model), lexicon_(library.texts.lexicon), pages_(pages), asked_(asked), name_(folded(asked)) {}

    Document document() {
        for (const auto word : words_spelt(asked_))
            sense(kind_of(word), syntax::info(word).phrase, word_sheet(word, lexicon_, pages_));
        if (syntax::is_and(name_)) sense(say(message::word_is_link), syntax::kAnd, and_sheet());
        each(m_.forms, message::kind_form, [&](const Form& form) { return of(form); });
        each(m_.provisions, message::kind_provision, [&](const Notion& notion) { return of(notion); });
        each(m_.capacities, message::kind_capacity, [&](const Notion& notion) { return of(notion); });
        each(m_.conditions, message::kind_condition, [&](const Notion& notion) { return of(notion); });
        each(m_.functions, message::kind_function, [&](const Function& function) { return of(function); });
        each(m_.tasks, message::kind_task, [&](const Task& task) { return of(task); });
        each(m_.statutes, message::kind_statute, [&](const Statute& law) { return of(law); });
        for (const auto& party : m_.parties)
            if (is_called(party, name_))
                sense(party.kind == Party::Kind::municipality ? say(message::kind_municipality)
                                                              : syntax::info(syntax::Word::organisation).phrase,
                      named(party), of(party));
        for (const auto code : all_codes()) {
            const auto& known = info(code);
            if (folded(known.id) == name_ || folded(known.name.nl) == name_ || folded(known.name.en) == name_)
                sense(say(message::glossary_finding), joined({Text(known.id), known.name}, " "), of(code));
        }
        out_.title = quoted(Text(asked_));
        return std::move(out_);
    }

    /// The nearest of everything that can be asked for.
    std::optional<std::string> near() const {
        std::vector<std::string> known;
        for (int i = 1; i < static_cast<int>(syntax::Word::protected_name); ++i) {
            const auto& phrase = syntax::info(static_cast<syntax::Word>(i)).phrase;
            known.emplace_back(phrase.nl);
            known.emplace_back(phrase.en);
        }
        const auto add = [&](const auto& rows) {
            for (const auto& row : rows) {
                known.push_back(row.name);
                if (!row.title.en.empty()) known.push_back(row.title.en);
                known.insert(known.end(), row.aliases.begin(), row.aliases.end());
            }
        };
        add(m_.forms);
        add(m_.provisions);
        add(m_.capacities);
        add(m_.conditions);
        add(m_.functions);
        add(m_.tasks);
        add(m_.statutes);
        add(m_.parties);
        for (const auto code : all_codes()) {
            known.emplace_back(info(code).id);
            known.emplace_back(info(code).name.nl);
            known.emplace_back(info(code).name.en);
        }
        return nearest(asked_, known);
    }

   private:
    /// It is no word of the table, for it may be part of a name.
    static Sheet and_sheet() {
        Rows rows;
        rows.add(message::word_in_dutch, Text(syntax::kAnd.nl));
        rows.add(message::word_in_english, Text(syntax::kAnd.en));
        rows.add(message::word_means, say(message::and_means));
        rows.add(message::word_example, say(message::and_example));
        return rows.done();
    }

    void sense(const Text& kind, const Text& name, Sheet sheet) {
        out_.blocks.emplace_back(Heading{2, say(message::glossary_sense, {name, kind})});
        out_.blocks.emplace_back(std::move(sheet));
    }
    template <typename Row, typename Said>
    void each(const std::vector<Row>& rows, Message kind, Said said) {
        for (const auto& row : rows)
            if (is_called(row, name_)) sense(say(kind), named(row), said(row));
    }

    template <typename Row>
    void head(Rows& rows, const Row& row) const {
        if (!row.title.nl.empty() && row.title.nl != row.name) rows.add(message::glossary_title, row.title);
        rows.add(message::word_also, strings(row.aliases));
    }

    std::vector<Text> bases(const std::vector<Backing>& all) const {
        std::vector<Text> out;
        for (const auto& backing : all)
            for (const auto& said : backing_said(m_, backing)) out.push_back(said);
        return out;
    }

    Sheet of(const Form& form) const {
        Rows rows;
        head(rows, form);
        if (form.family.valid()) rows.add(message::glossary_family, named(m_[form.family]));
        std::vector<Text> kinds;
        for (const auto& other : m_.forms)
            if (other.family.valid() && &m_[other.family] == &form) kinds.push_back(named(other));
        rows.add(message::glossary_kinds, listed(kinds));
        rows.add(message::glossary_basis, bases(form.bases));
        rows.add(message::glossary_certainty, name_of(form.certainty));
        rows.add(message::glossary_concluded, strings(form.concluded_by));
        rows.add(message::glossary_person,
                 !form.legal_person ? say(message::glossary_not_said)
                                    : say(*form.legal_person ? message::glossary_yes : message::glossary_no));
        std::vector<Text> organs;
        for (const auto organ : form.organs) organs.push_back(organ_name(m_, organ));
        rows.add(message::glossary_organs, listed(organs));
        rows.add(message::glossary_carries,
                 form.can_carry.empty() ? say(message::glossary_nothing) : strings(form.can_carry));
        rows.add(message::sheet_since, spelled(form.term.days));
        rows.add(message::sheet_remark, form.remarks);
        return rows.done();
    }

    Sheet of(const Notion& notion) const {
        Rows rows;
        head(rows, notion);
        rows.add(message::glossary_basis, bases({notion.backing}));
        rows.add(message::sheet_remark, notion.remarks);
        return rows.done();
    }

    Sheet of(const Function& function) const {
        Rows rows;
        head(rows, function);
        if (function.parent.valid()) rows.add(message::glossary_part_of, name_of(m_, function.parent));
        std::vector<Text> parts;
        for (const auto child : function.children) parts.push_back(name_of(m_, child));
        rows.add(message::glossary_parts, listed(parts));
        rows.add(message::glossary_nature, say(function.power ? message::glossary_power : message::glossary_factual));
        rows.add(message::glossary_holder,
                 function.holder ? holder_said(m_, *function.holder) : say(message::glossary_by_task));
        if (function.plural) rows.add(message::glossary_several, say(message::glossary_yes));
        return rows.done();
    }

    Sheet of(const Task& task) const {
        Rows rows;
        head(rows, task);
        std::vector<Text> above;
        for (auto id = task.parent; id.valid(); id = m_[id].parent) above.insert(above.begin(), name_of(m_, id));
        rows.add(message::glossary_part_of, joined(above, " › "));
        std::vector<Text> parts;
        for (const auto child : task.children) parts.push_back(name_of(m_, child));
        rows.add(message::glossary_parts, listed(parts));
        rows.add(message::glossary_basis, bases({task.backing}));
        BitSet needed = task.needed;
        task.leaves.each([&](std::size_t leaf) { needed |= m_[m_.leaf_tasks[leaf]].needed; });
        rows.add(message::glossary_needs, functions_of(m_, needed));
        rows.add(message::label_by_law, holders(task));
        rows.add(message::sheet_since, spelled(task.term.days));
        rows.add(message::sheet_remark, task.remarks);
        return rows.done();
    }

    /// Its own holders, and those of the tasks above for what it says nothing of itself.
    std::vector<Text> holders(const Task& task) const {
        std::vector<Text> out;
        BitSet said(m_.leaf_functions.size());
        const auto add = [&](const Task& from) {
            auto here = said;
            for (const auto& holder : from.holders) {
                auto left = holder.functions;
                left -= said;
                if (left.none()) continue;
                here |= left;
                out.push_back(say(message::function_line, {functions_of(m_, left), holder_said(m_, holder.by)}));
            }
            said = here;
        };
        add(task);
        for (auto id = task.parent; id.valid(); id = m_[id].parent) add(m_[id]);
        return out;
    }

    Sheet of(const Statute& law) const {
        Rows rows;
        head(rows, law);
        rows.add(message::glossary_bwb, Text(law.bwb));
        rows.add(message::sheet_since, spelled(law.term.days));
        rows.add(message::glossary_certainty, name_of(law.certainty));
        std::vector<Text> tasks, forms;
        const auto cites = [&](const Backing& backing) {
            return std::any_of(backing.citations.begin(), backing.citations.end(),
                               [&](const Citation& citation) { return citation.law == law.name; });
        };
        for (const auto& task : m_.tasks)
            if (std::any_of(task.holders.begin(), task.holders.end(), [&](const Task::Holder& holder) {
                    return holder.by.statute.valid() && &m_[holder.by.statute] == &law;
                }))
                tasks.push_back(named(task));
        for (const auto& form : m_.forms)
            if (std::any_of(form.bases.begin(), form.bases.end(), cites)) forms.push_back(named(form));
        rows.add(message::glossary_law_tasks, listed(tasks));
        rows.add(message::glossary_law_forms, listed(forms));
        return rows.done();
    }

    Sheet of(const Party& party) const {
        Rows rows;
        head(rows, party);
        std::vector<Text> capacities, organs;
        for (const auto id : party.capacities) capacities.push_back(title_of_row(m_[id]));
        if (party.capacities_open && !capacities.empty())
            capacities.push_back(syntax::info(syntax::Word::open_list).phrase);
        rows.add(syntax::info(syntax::Word::capacity).phrase, joined(capacities, ", "));
        for (const auto id : party.organs) organs.push_back(organ_name(m_, id));
        if (party.kind != Party::Kind::municipality)
            rows.add(syntax::info(syntax::Word::organs).phrase, joined(organs, ", "));
        rows.add(message::glossary_tooi, Text(party.tooi));
        rows.add(message::sheet_since, spelled(party.term.days));
        std::vector<Text> successors;
        for (const auto id : party.successors) successors.emplace_back(m_[id].name);
        rows.add(message::glossary_successors, listed(successors));
        return rows.done();
    }

    Sheet of(Code code) const {
        Rows rows;
        const Message severities[] = {message::severity_note, message::severity_warning, message::severity_error};
        rows.add(message::glossary_severity, say(severities[static_cast<std::size_t>(info(code).severity)]));
        const auto page = std::find_if(pages_.begin(), pages_.end(), [&](const embedded::File& file) {
            return file.name == std::string(info(code).id) + ".md";
        });
        if (page != pages_.end()) {
            rows.add(message::word_means,
                     Text(meaning_of(page->text, Language::nl), meaning_of(page->text, Language::en)));
            rows.add(message::glossary_wrong, example(page->text, "fout"));
            rows.add(message::glossary_right, example(page->text, "goed"));
        }
        rows.add(message::glossary_more, Text("belegd explain " + std::string(info(code).id)));
        return rows.done();
    }

    /// The first example of a page line by line; a page that has none in one language shows that of the other.
    static std::vector<Text> example(std::string_view page, std::string_view mark) {
        const auto lines = [&](Language language) {
            const auto models = models_of(page, mark, language);
            std::vector<std::string> out;
            for (std::string_view rest = models.empty() ? std::string_view() : models.front(); !rest.empty();) {
                const auto end = std::min(rest.find('\n'), rest.size());
                out.emplace_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            return out;
        };
        auto nl = lines(Language::nl), en = lines(Language::en);
        if (nl.empty()) nl = en;
        if (en.empty()) en = nl;
        nl.resize(std::max(nl.size(), en.size()));
        en.resize(nl.size());
        std::vector<Text> out;
        for (std::size_t i = 0; i < nl.size(); ++i) out.push_back({nl[i], en[i]});
        return out;
    }

    const Model& m_;
    const syntax::Lexicon& lexicon_;
    std::span<const embedded::File> pages_;
    std::string asked_, name_;
    Document out_;
};

}  // namespace

std::optional<Document> glossary(const analysis::Analysis& library, std::span<const embedded::File> pages,
                                 std::string_view asked, Text& wrong) {
    Glossary all(library, pages, asked);
    auto out = all.document();
    if (!out.blocks.empty()) return out;
    wrong = say(message::explain_what, {Text(asked)});
    if (const auto phrases = phrases_with_word(asked); !phrases.empty()) {
        wrong = say(message::explain_in_phrases, {quoted(Text(asked)), listed(phrases), phrases.front()});
        return std::nullopt;
    }
    if (const auto near = all.near()) wrong = joined({wrong, say(message::did_you_mean, {Text(*near)})}, "; ");
    return std::nullopt;
}

}  // namespace belegd::report
