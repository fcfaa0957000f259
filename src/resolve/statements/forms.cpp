// The form of a cooperation: by its word, as it says, and the organs that go with it.
#include "resolve/statements/cooperations.hpp"

#include <algorithm>

#include "diagnostics/messages/names.hpp"
#include "model/describe.hpp"
#include "resolve/names/actors.hpp"
#include "resolve/names/lookup.hpp"
#include "resolve/values/matter.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {

using syntax::Tree;

namespace {

/// Whether a form is, or belongs to, the family.
bool belongs_to(const Model& model, FormId form, FormId family) {
    for (auto at = form; at.valid(); at = model[at].family)
        if (at == family) return true;
    return false;
}

}  // namespace

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

void Cooperations::add_organ(Cooperation& cooperation, OrganId organ) {
    if (std::find(cooperation.organs.begin(), cooperation.organs.end(), organ) == cooperation.organs.end())
        cooperation.organs.push_back(organ);
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

/// The two special words ask for a form of their family.
FormId Cooperations::family_of(Cooperation::Word word) const {
    if (word == Cooperation::Word::cooperation) return {};
    const auto& phrase =
        syntax::info(word == Cooperation::Word::arrangement ? Word::arrangement : Word::agreement).phrase;
    const auto family = r_.names[NameKind::form].find(phrase.nl);
    return family ? FormId{*family} : FormId{};
}

}  // namespace belegd::resolve
