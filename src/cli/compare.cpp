#include "cli/compare.hpp"

#include <filesystem>

#include "cli/put.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/compared.hpp"
#include "model/describe.hpp"
#include "report/compared.hpp"
#include "system/files.hpp"

namespace belegd::cli {
namespace {

/// One side as it was asked for: `huidig`, `naar_leiden`, `2024-01-01`, `naar_leiden@2024-01-01`, or a file.
struct Asked {
    std::unique_ptr<analysis::Analysis> other;  ///< the model of a file of its own
    std::string file;
    std::optional<std::string> variant;
    std::optional<Day> day;
};

bool is_file(const std::string& said) {
    const auto kind = system::entry(said).kind;
    return kind == system::Entry::Kind::file || kind == system::Entry::Kind::folder;
}

std::optional<Asked> asked(const Call& call, const std::string& said, Result& result) {
    Asked out;
    auto variant = said;
    if (is_file(said)) {
        auto there = call;
        there.paths = {system::typed_path(said)};
        auto [path, analysis] = one_model(there, result);
        if (!analysis) return std::nullopt;
        out.other = std::move(analysis);
        out.file = path;
        return out;
    }
    if (const auto at = said.rfind('@'); at != std::string::npos) {
        if (const auto day = day_from_iso(said.substr(at + 1))) {
            out.day = day;
            variant = said.substr(0, at);
        }
    } else if (const auto day = day_from_iso(said)) {
        out.day = day;
        return out;
    }
    out.variant = variant;
    return out;
}

}  // namespace

Result compare(const Call& call) {
    Result result;
    const auto own = one_model(call, result);
    if (!own.analysis) return result;
    const auto& analysis = own.analysis;
    const auto& path = own.path;
    const auto language = language_of(call, *analysis);
    // With one of both, the present makes way for it.
    const auto first = call.after ? *call.before : std::string("huidig"),
               second = call.after ? *call.after : *call.before;
    auto before = asked(call, first, result);
    auto after = before ? asked(call, second, result) : std::nullopt;
    if (!before || !after) return result;
    if (!before->day) before->day = call.on ? call.on : after->day;
    if (!after->day) after->day = call.on ? call.on : before->day;
    const bool two_models = before->other != nullptr || after->other != nullptr;
    Text wrong;
    const auto situation = [&](const analysis::Analysis& in, const Asked& side) -> std::optional<model::Overview> {
        // What stands beside a model in a file of its own is the same situation of that.
        auto variant = side.variant ? side.variant : call.variant;
        if (!variant) variant = "huidig";
        return report::overview_asked(in.model, {call.name, call.participant, variant, side.day}, wrong);
    };
    const auto& left = before->other ? *before->other : *analysis;
    const auto& right = after->other ? *after->other : *analysis;
    auto one = situation(left, *before), other = one ? situation(right, *after) : std::nullopt;
    if (!one || !other) return cannot(result, language, wrong), result;
    const auto side = [&](const report::Frame& frame, const Asked& of, model::VariantId variant) {
        // Above a column what sets it apart is enough.
        const bool only_days = !two_models && one->columns == other->columns;
        auto short_name = only_days ? spelled(frame.asked) : report::situation_named(frame.model, variant);
        auto whole = report::situation_said(frame.model, variant);
        if (two_models) {
            const std::filesystem::path file_path(of.other ? of.file : path);
            // Models of two folders may have one name.
            const auto folder = file_path.parent_path().filename();
            const Text file(folder.empty() ? file_path.filename().string()
                                           : (folder / file_path.filename()).generic_string());
            short_name = whole = say(message::compared_of_file, {file, whole});
        }
        return report::Side{frame, variant, short_name,
                            joined({whole, say(message::compared_day, {spelled(frame.asked)})}, " ")};
    };
    // Situations of one model without a day are seen on one and the same.
    if (!two_models && !before->day) {
        auto both = *other;
        both.columns = {one->columns.front(), other->columns.front()};
        both.reference_day.reset();  // the last day on which something changes in one of both
        const report::Frame frame(*analysis, both, report::Extent::appendix);
        one->reference_day = other->reference_day = frame.asked;
        before->day = after->day = frame.asked;
    }
    const report::Frame a(left, *one, report::Extent::appendix), b(right, *other, report::Extent::appendix);
    const auto from = side(a, *before, one->columns.front()), to = side(b, *after, other->columns.front());
    put(result, report::compared(from, to), call, language);
    return result;
}

}  // namespace belegd::cli
