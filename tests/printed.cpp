// What a command prints of a model of a page.
#include "analysis/repair.hpp"
#include "literate.hpp"
#include "render/render.hpp"
#include "report/calendar.hpp"
#include "report/costs.hpp"
#include "report/decisions.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"
#include "report/repair.hpp"

namespace belegd::literate {

std::string timeline(const analysis::Analysis& analysis) {
    if (!analysis.readable()) return {};
    Text wrong;
    const auto what = report::overview_asked(analysis.model, {}, wrong);
    return what ? render::text(report::calendar(analysis, *what, kToday).document, analysis.texts.language, kWidth)
                : "";
}

std::string costs(const analysis::Analysis& analysis) {
    if (!analysis.readable()) return {};
    Text wrong;
    const auto what = report::overview_asked(analysis.model, {}, wrong);
    return what ? render::text(report::costs(analysis, *what).document, analysis.texts.language, kWidth) : "";
}

std::string decisions(const analysis::Analysis& analysis) {
    if (!analysis.readable()) return {};
    Text wrong;
    const auto what = report::overview_asked(analysis.model, {}, wrong);
    return what ? render::text(report::decision_list(analysis, *what, kToday).document, analysis.texts.language, kWidth)
                : "";
}

std::string repair(const Case& one, const analysis::Analysis& analysis) {
    if (!analysis.readable()) return {};
    const auto retry = [&](std::string text) {
        auto other = one;
        other.text = std::move(text);
        return literate::analysis(other);
    };
    return render::text(report::repairs(analysis, analysis::repairs(analysis, {}, retry)), analysis.texts.language,
                        kWidth);
}

std::string explain(const analysis::Analysis& analysis, const std::string& asked) {
    if (!analysis.readable()) return {};
    Text wrong;
    auto what = report::question(analysis.model, asked, wrong);
    const auto cooperations = report::cooperations_named(analysis.model, asked);
    if (!what && cooperations.empty()) return wrong.in(analysis.texts.language) + "\n";
    if (!what) what.emplace();
    what->cooperations = cooperations;
    return render::text(report::explanation(analysis, *what), analysis.texts.language, kWidth);
}

std::string overview(const analysis::Analysis& analysis, bool annex, bool full) {
    if (!analysis.readable()) return {};
    Text wrong;
    const auto what = report::overview_asked(analysis.model, {}, wrong);
    const auto extent = full ? report::Extent::full : annex ? report::Extent::annex : report::Extent::appendix;
    return what ? render::text(report::overview(analysis, *what, extent), analysis.texts.language, kWidth) : "";
}

}  // namespace belegd::literate
