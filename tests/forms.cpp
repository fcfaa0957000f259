// The table of forms in the reference against the forms of the library.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "cli/reading.hpp"
#include "golden.hpp"
#include "model/describe.hpp"

namespace belegd {
namespace {

using model::Form;

std::string form_called(const Form& form, Language language) {
    return language == Language::nl ? model::printable(form.name).nl : form.title.en;
}

/// A row for each family of the library; what has no family and is none stands together at the end.
std::string table_of_forms(const model::Model& model, Language language) {
    const bool dutch = language == Language::nl;
    std::string out = dutch ? "| familie | vormen |\n|---|---|\n" : "| family | forms |\n|---|---|\n", loose;
    const auto add = [&](std::string& list, const Form& form) {
        list += (list.empty() ? "" : ", ") + form_called(form, language);
    };
    for (std::uint32_t i = 0; i < model.forms.size(); ++i) {
        if (model.forms[i].family.valid()) continue;
        std::string kinds;
        for (const auto& other : model.forms)
            if (other.family == model::FormId{i}) add(kinds, other);
        if (kinds.empty())
            add(loose, model.forms[i]);
        else
            out += fmt::format("| {} | {} |\n", form_called(model.forms[i], language), kinds);
    }
    return out + fmt::format("| {} | {} |\n", dutch ? "los" : "loose", loose);
}

}  // namespace

TEST_CASE("The tables of forms on the pages of the reference are the forms of the library") {
    const auto library = cli::library_model();
    const std::pair<const char*, Language> all[] = {{"dsl/reference/nl/vormen.md", Language::nl},
                                                    {"dsl/reference/en/forms.md", Language::en}};
    for (const auto& each : all) {
        const std::string path = each.first;
        const auto language = each.second;
        CAPTURE(path);
        const auto text = golden::text_of(path);
        REQUIRE(text);
        const auto table = table_of_forms(library->model, language);
        const auto begin = text->find(table.substr(0, table.find('\n')));
        REQUIRE(begin != std::string::npos);
        auto renewed = *text;
        renewed.replace(begin, text->find("\n\n", begin) + 1 - begin, table);
        if (golden::updating()) golden::write(path, renewed);
        const auto different = golden::difference(*text, renewed);
        CHECK_MESSAGE((golden::updating() || !different), different.value_or(""));
    }
}

}  // namespace belegd
