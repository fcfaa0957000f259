// The gender of the organs, by which their article goes.
#include "model/describe.hpp"

#include <fmt/format.h>

#include <array>

#include "base/fold.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/general.hpp"

namespace belegd::model {

namespace {

struct Noun {
    std::string one, more;
    Gender article;
    bool person;
};
const std::vector<Noun>& nouns() {
    constexpr auto common = Gender::common, neuter = Gender::neuter;
    static const std::vector<Noun> all = {
#define PERSON(one, more, article) {folded(one), folded(more), article, true},
#define BODY(one, more, article) {folded(one), folded(more), article, false},
#include "nouns.def"
    };
    return all;
}

/// A noun in one of its forms.
struct NounForm {
    const Noun* noun;
    bool more;

    const std::string& written() const { return more ? noun->more : noun->one; }
};
/// By the last letter.
const std::vector<NounForm>& forms_ending_in(char last) {
    static const auto all = [] {
        std::array<std::vector<NounForm>, 256> out;
        for (const auto& noun : nouns())
            for (const auto* form : {&noun.one, &noun.more})
                out[static_cast<unsigned char>(form->back())].push_back({&noun, form == &noun.more});
        return out;
    }();
    return all[static_cast<unsigned char>(last)];
}

struct NounFound {
    Gender article = Gender::not_stated;
    bool plural = false;
};
/// The noun that a name is made with: somebody at its beginning, or else what it ends in.
NounFound noun_of(std::string_view folded_name) {
    const auto first = folded_name.substr(0, folded_name.find(' '));
    for (const bool at_front : {true, false}) {
        const auto word = at_front ? first : folded_name;
        if (word.empty()) continue;
        const NounForm* best = nullptr;
        for (const auto& form : forms_ending_in(word.back()))
            if ((form.noun->person || !at_front) && word.ends_with(form.written()) &&
                (best == nullptr || form.written().size() > best->written().size()))
                best = &form;
        if (best == nullptr) continue;
        const bool plural = best->more && best->noun->one != best->noun->more;
        return {plural ? Gender::common : best->noun->article, plural};
    }
    return {};
}

}  // namespace

Gender gender_of(const Model& model, OrganId organ) {
    if (model[organ].gender != Gender::not_stated) return model[organ].gender;
    const auto name = folded(printable(model[organ].name).nl);
    // As the library says of the organ whose last word ends the name.
    auto out = Gender::not_stated;
    std::size_t longest = 0;
    for (const auto& other : model.organs) {
        if (other.gender == Gender::not_stated) continue;
        const auto whole = folded(printable(other.name).nl);
        const auto blank = whole.rfind(' ');
        const auto noun = blank == std::string::npos ? whole : whole.substr(blank + 1);
        if (noun.size() <= longest || !name.ends_with(noun)) continue;
        longest = noun.size();
        out = other.gender;
    }
    const auto known = noun_of(name);
    return known.plural || out == Gender::not_stated ? known.article : out;
}

bool is_plural(const Model& model, OrganId organ) {
    return organ.valid() && noun_of(folded(printable(model[organ].name).nl)).plural;
}

Text the_organ(const Model& model, OrganId organ) {
    if (!organ.valid()) return say(message::municipality_itself);
    const auto gender = gender_of(model, organ);
    return say(gender == Gender::neuter   ? message::the_neuter
               : gender == Gender::common ? message::the_common
                                          : message::the_bare,
               {organ_name(model, organ)});
}

}  // namespace belegd::model
