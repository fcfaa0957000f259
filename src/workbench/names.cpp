#include "workbench/names.hpp"

#include <nlohmann/json.hpp>

#include "base/utf16.hpp"
#include "cli/reading.hpp"
#include "diagnostics/diagnostic.hpp"
#include "render/json_text.hpp"
#include "syntax/words.hpp"

namespace belegd::workbench {

std::size_t in_page(std::string_view text, std::size_t at) { return utf16_units(text.substr(0, at)); }

std::size_t in_bytes(std::string_view text, std::size_t at) { return byte_at_utf16(text, at); }

Json names(const analysis::Analysis& analysis) {
    const auto& model = analysis.model;
    Json out{{"readable", analysis.readable()}, {"language", analysis.texts.language == Language::en ? "en" : "nl"}};
    const auto list = [&](const char* name, const auto& rows, const auto& more) {
        auto all = Json::array();
        for (const auto& row : rows) {
            Json each{{"name", row.name}};
            if constexpr (requires { row.title.nl; })
                if (!row.title.empty()) each["title"] = render::in_both(row.title);
            more(each, row);
            all.push_back(std::move(each));
        }
        out[name] = std::move(all);
    };
    const auto nothing = [](Json&, const auto&) {};
    const auto within = [&](const auto& rows) {
        return [&rows](Json& each, const auto& row) {
            if (row.parent.valid()) each["within"] = rows[row.parent.index].name;
        };
    };
    list("parties", model.parties, [](Json& each, const model::Party& party) {
        each["municipality"] = party.kind == model::Party::Kind::municipality;
        if (party.in_model) each["here"] = true;
        if (party.term.days.until != kNoEnd) each["until"] = iso(party.term.days.until);
    });
    list("organs", model.organs, nothing);
    list("tasks", model.tasks, within(model.tasks));
    list("functions", model.functions, within(model.functions));
    list("forms", model.forms, [&](Json& each, const model::Form& form) {
        if (form.family.valid()) each["within"] = model[form.family].name;
    });
    list("provisions", model.provisions, nothing);
    list("sources", model.documents, nothing);
    list("variants", model.variants, nothing);
    list("decisions", model.decisions, nothing);
    list("overviews", model.overviews, [&](Json& each, const model::Overview& overview) {
        if (overview.reference_day) each["day"] = iso(*overview.reference_day);
    });
    list("cooperations", model.cooperations, [&](Json& each, const model::Cooperation& row) {
        if (row.variant.valid()) each["variant"] = model[row.variant].name;
        each["version"] = row.version;
        auto parties = Json::array();
        for (const auto& participant : row.participants)
            if (participant.party.valid()) parties.push_back(model[participant.party].name);
        each["participants"] = std::move(parties);
        each["file"] = analysis.texts.sources[row.span.file].name();
        each["at"] = in_page(analysis.texts.sources[row.span.file].whole(), row.span.begin);
    });
    auto owners = Json::array();
    for (const auto id : model.owners()) owners.push_back(model[id].name);
    out["owners"] = std::move(owners);
    return out;
}

Json words_of_language() {
    using syntax::Word;
    auto words = Json::array();
    const auto ids = [](const std::vector<Word>& all) {
        auto out = Json::array();
        for (const auto word : all) out.push_back(syntax::info(word).id);
        return out;
    };
    for (auto i = static_cast<std::size_t>(Word::none) + 1; i < static_cast<std::size_t>(Word::protected_name); ++i) {
        const auto word = static_cast<Word>(i);
        const auto& info = syntax::info(word);
        words.push_back({{"id", info.id},
                         {"nl", info.phrase.nl},
                         {"en", info.phrase.en},
                         {"aliases", info.aliases},
                         {"roles", info.roles},
                         {"shape", static_cast<int>(info.shape)},
                         {"help", {{"nl", info.help.nl}, {"en", info.help.en}}},
                         {"takes", ids(syntax::taken_by(word))},
                         {"holds", ids(syntax::held_by(word))}});
    }
    return {{"words", std::move(words)},
            {"top", ids(syntax::held_by(Word::none))},
            {"library", names(*cli::library_model())}};
}

}  // namespace belegd::workbench
