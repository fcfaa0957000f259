// The law and the papers as the library and a model name them: statutes, sources, and the forms of cooperation.

#include "base/digraph.hpp"
#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/guesses.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/phrases/clauses.hpp"
#include "resolve/statements/boards.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

using syntax::Tree;

void read_statute(Resolution& r, const Tree& tree, const Phrase& declared, Statute& statute) {
    statute.term = term_of(r, declared, tree);
    each_clause(r, tree, declared, [&](const Phrase& clause) {
        if (clause.word == Word::bwb && !clause.items.empty()) statute.bwb = std::string(clause.items.front().text);
        if (clause.word == Word::valid) statute.term = term_of(r, clause, tree);
        if (clause.word == Word::remark) statute.remarks.push_back(remark_of(clause));
        if (clause.word == Word::source) merge(statute.backing, backing_of_clause(r, clause));
        if (clause.word == Word::articles) {
            const auto term = term_of(r, clause, tree);
            const auto certainty = clause.certainty == Certainty::stated ? term.certainty : clause.certainty;
            for (const auto& place : clause.places) statute.places.push_back({place.parts, term.days, certainty});
            return;
        }
        if (clause.word == Word::succeeds)
            for (const auto& item : divided_items(r, clause.items, {NameKind::statute}))
                if (const auto before = named(r, NameKind::statute, item.text, item.span))
                    statute.succeeds.push_back({*before});
        if (clause.certainty != Certainty::stated) statute.certainty = clause.certainty;
    });
    if (declared.certainty != Certainty::stated) statute.certainty = declared.certainty;
}

void read_document(Resolution& r, const Tree& tree, const Phrase& declared, Document& document) {
    each_clause(r, tree, declared, [&](const Phrase& clause) {
        if (clause.word == Word::reference && !clause.items.empty())
            document.reference = std::string(clause.items.front().text);
        if (clause.word == Word::dated) {
            document.date = date_of(r, clause, tree);
            document.date_open = backing_of(r, clause).silence;
        }
        if (clause.word == Word::status) document.status = status_of(clause, tree).value_or(document.status);
        if (clause.word == Word::remark) document.remark = remark_of(clause);
    });
}

void read_form(Resolution& r, const Tree& tree, const Phrase& declared, FormId id) {
    auto& model = r.model;
    model[id].term = term_of(r, declared, tree);
    // Whose organs these are is said by then, wherever it stands.
    std::vector<Phrase> boards;
    const auto read = [&](const Phrase& clause) {
        auto& form = model[id];
        switch (clause.word) {
            case Word::kind_of:
                if (!clause.items.empty())
                    if (const auto family =
                            named(r, NameKind::form, clause.items.front().text, clause.items.front().span))
                        form.family = {*family};
                break;
            case Word::valid: form.term = term_of(r, clause, tree); break;
            case Word::according_to: form.bases.push_back(backing_of_clause(r, clause)); break;
            case Word::organs:
                for (const auto& item : divided_items(r, clause.items, {NameKind::party}))
                    form.organs.push_back(named_organ(r, item));
                break;
            case Word::concluded_by:
                for (const auto& item : divided_items(r, clause.items, {NameKind::party}))
                    form.concluded_by.emplace_back(item.text);
                break;
            case Word::can_carry:
                for (const auto& item : divided_items(r, clause.items, {NameKind::function}))
                    form.can_carry.emplace_back(item.text);
                break;
            case Word::legal_person: form.legal_person = true; break;
            case Word::no_legal_person: form.legal_person = false; break;
            case Word::remark: form.remarks.push_back(remark_of(clause)); break;
            default: break;
        }
    };
    each_clause(r, tree, declared, read, [&](const Phrase& inner) { boards.push_back(inner); });
    Context context;
    context.tree = &tree;
    for (const auto& said : boards)
        if (auto board = read_board(r, tree, said, context)) model[id].boards.push_back(std::move(*board));
}

/// A form cannot be of its own kind: who is in a circle is of none.
void part_form_circles(Resolution& r) {
    auto& model = r.model;
    Digraph families{static_cast<std::uint32_t>(model.forms.size()), {}};
    for (std::uint32_t i = 0; i < model.forms.size(); ++i)
        if (model.forms[i].family.valid()) families.edges.emplace_back(i, model.forms[i].family.index);
    for (const auto& circle : circles(families)) {
        r.report(Code::N06, say(message::form_circle, {Text(model.forms[circle.front()].name)}),
                 model.forms[circle.front()].span, {{say(message::circle_out)}});
        for (const auto at : circle) model.forms[at].family = {};
    }
}

}  // namespace

void resolve_law(Resolution& r) {
    auto& model = r.model;
    // What names another statute or form finds it wherever it stands: the names are declared by now.
    for (const auto& [tree, declared] : r.statements) {
        if (declared.items.empty()) continue;
        const auto name = declared.items.front().text;
        if (declared.word == Word::law)
            if (const auto known = r.names[NameKind::statute].find(name))
                read_statute(r, *tree, declared, model.statutes[*known]);
        if (declared.word == Word::source)
            if (const auto known = r.names[NameKind::document].find(name))
                read_document(r, *tree, declared, model.documents[*known]);
        if (declared.word == Word::form)
            if (const auto known = r.names[NameKind::form].find(name)) read_form(r, *tree, declared, {*known});
    }
    part_form_circles(r);
}

}  // namespace belegd::resolve
