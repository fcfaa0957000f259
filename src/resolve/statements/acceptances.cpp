// What the model lets stand on purpose: findings that it accepts, and what it leaves out.
#include <utility>

#include "diagnostics/codes.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Kind;
using syntax::Tree;

/// The text of `omdat`; without one, and unless the sentence could not be read, that is told (N05).
std::string reason_of(Resolution& r, const Phrase& phrase, const Phrase* because, Message example) {
    if (because != nullptr && !because->items.empty() && because->items.front().value == Word::none)
        return std::string(because->items.front().text);
    const bool said = phrase.broken || (because != nullptr && (because->broken || because->items.empty()));
    if (!said)
        r.report(Code::N05, say(message::reason_missing, {word_written(r.sources, phrase)}), phrase.span,
                 {{say(example)}});
    return {};
}

class AcceptanceReader {
   public:
    AcceptanceReader(Resolution& r, const Tree& tree) : r_(r), tree_(tree) {}

    /// Every acceptance on the line or in the block of a statement.
    void read(std::uint32_t statement) {
        for (const auto child : tree_.children(statement)) {
            if (tree_[child].kind == Kind::statement) inner(child, statement);
            if (tree_[child].kind == Kind::block)
                for (const auto each : tree_.children(child))
                    if (tree_[each].kind == Kind::statement) inner(each, statement);
            if (tree_[child].kind == Kind::clause && tree_[child].word == Word::accept &&
                !std::exchange(on_line_, true))
                clauses(r_.phrases.at(tree_, statement), tree_.span(statement));
        }
        on_line_ = false;
    }

   private:
    void inner(std::uint32_t statement, std::uint32_t around) {
        if (tree_[statement].word != Word::accept) {
            AcceptanceReader(r_, tree_).read(statement);
        } else if (syntax::takes(tree_[around].word, Word::accept)) {
            add(r_.phrases.at(tree_, statement), tree_.span(around));
        }
    }

    /// On a line it belongs to the last clause that takes one.
    void clauses(const Phrase& phrase, Span within) {
        for (const auto& clause : phrase.clauses) {
            if (clause.word == Word::accept)
                add(clause, within);
            else
                clauses(clause, clause.whole);
        }
    }

    void add(const Phrase& clause, Span within) {
        Acceptance out;
        for (const auto& item : clause.items)
            if (auto code = finding_code(r_, item)) out.codes.push_back(std::move(*code));
        out.reason = reason_of(r_, clause, clause.clause(Word::because), message::accept_example);
        const auto days = term_of(r_, clause, tree_).days;
        if (days.until != kNoEnd) out.until = days.until;
        out.within = within;
        out.span = clause.whole;
        if (!out.codes.empty() && !out.reason.empty()) r_.model.acceptances.push_back(std::move(out));
    }

    Resolution& r_;
    const Tree& tree_;
    bool on_line_ = false;  ///< those on the line have been read
};

}  // namespace

std::optional<std::string> finding_code(Resolution& r, const Item& item) {
    if (auto known = code_named(item.text)) return known;
    const auto near = nearest_code(item.text);
    r.report(Code::N01, say(message::unknown_code, {quoted(Text(item.text))}), item.span,
             {{near ? say(message::did_you_mean, {Text(*near)}) : say(message::codes_look_like)}});
    return std::nullopt;
}

void resolve_acceptances(Resolution& r, const std::vector<Tree>& trees) {
    for (const auto& tree : trees)
        if (r.sources[tree.file].own())
            for (const auto node : tree.children(0))
                if (tree[node].kind == Kind::statement) AcceptanceReader(r, tree).read(node);
}

void resolve_omission(Resolution& r, const Phrase& phrase, CooperationId cooperation) {
    if (phrase.items.empty()) return;
    Omission out;
    out.what = std::string(phrase.items.front().text);
    out.cooperation = cooperation;
    out.span = phrase.whole;
    std::optional<Phrase> because;
    each_clause(r, *phrase.tree, phrase, [&](const Phrase& clause) {
        if (clause.word == Word::because) because = clause;
        if (clause.word == Word::source) merge(out.backing, backing_of_clause(r, clause));
    });
    out.why = reason_of(r, phrase, because ? &*because : nullptr, message::omission_example);
    r.model.omissions.push_back(std::move(out));
}

}  // namespace belegd::resolve
