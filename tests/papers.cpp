// Every document that a command prints of a worked model, as a word processor has it.
#include <doctest/doctest.h>

#include "analysis/questions.hpp"
#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "property/scale.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/findings_explained.hpp"
#include "report/overview.hpp"
#include "report/questions.hpp"
#include "unit/render/papers.hpp"
#include "unit/render/workbooks.hpp"

using namespace belegd;

namespace {

/// As the commands make them: the overviews, the questions, the rules, the findings and each thing that has a name.
std::vector<report::Document> documents_of(const analysis::Analysis& analysis, const cli::Call& call,
                                           const std::string& path) {
    const auto& model = analysis.model;
    std::vector<report::Document> out;
    auto overviews = model.overviews;
    overviews.push_back(report::whole_overview(model));
    for (const auto& each : overviews)
        for (const auto extent : {report::Extent::full, report::Extent::appendix, report::Extent::brief})
            out.push_back(report::overview(analysis, each, extent));
    out.push_back(report::questions(analysis, analysis::questions(analysis, {}), path));
    out.push_back(report::rules_listed(analysis));
    const auto retry = [&](std::string text) { return cli::read_as(call, path, std::move(text)); };
    if (const auto found = report::findings_named(analysis, "B01"); !found.empty())
        out.push_back(report::findings_explained(analysis, {found.front()}, retry));
    Text wrong;
    if (const auto asked = report::question(model, "uitvoering", wrong))
        out.push_back(report::explanation(analysis, *asked));
    report::Question about;
    for (std::uint32_t i = 0; i < model.cooperations.size(); ++i) about.cooperations.push_back(model::CooperationId{i});
    out.push_back(report::explanation(analysis, about));
    return out;
}

}  // namespace

TEST_CASE("Every document of every worked model is said whole by Word, OpenDocument and Excel") {
    std::size_t documents = 0, notes = 0;
    std::uint32_t place = 0;
    for (const auto& path : cli::model_files(std::string(BELEGD_ROOT) + "/models")) {
        if (place++ % naive::one_in() != 0) continue;
        CAPTURE(path);
        cli::Call call;
        call.paths = {path};
        const auto read = cli::read(call, path);
        REQUIRE(read.analysis);
        for (const auto& document : documents_of(*read.analysis, call, path)) {
            CAPTURE(document.title.nl);
            ++documents;
            notes += document.notes.size();
            CHECK(!document.blocks.empty());
            for (const auto language : {Language::nl, Language::en}) {
                const auto expected = papers::said_by(document, language);
                const auto word = render::docx(document, language), open = render::odt(document, language);
                CHECK(papers::wrong_with_docx(word) == "");
                CHECK(papers::wrong_with_odt(open) == "");
                const auto excel = render::xlsx(document, language);
                CHECK(workbooks::wrong_with_xlsx(excel) == "");
                CHECK(workbooks::lost(document, excel, language) == "");
                const bool divided = papers::is_divided(word);
                for (const auto& found : {papers::said_by_docx(word), papers::said_by_odt(open)}) {
                    CHECK(papers::lost(expected, found, divided) == "");
                    // Every note of the models is referred to: it is a footnote, or stands in the list.
                    if (!document.lists_notes()) CHECK(found.first_references == document.notes.size());
                }
            }
        }
    }
    CHECK((naive::one_in() > 1 || documents > 60));
    CHECK((naive::one_in() > 1 || notes > 100));
}
