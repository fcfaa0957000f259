#include "cli/check.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "cli/files.hpp"
#include "cli/outputs.hpp"
#include "cli/pages.hpp"
#include "cli/questions.hpp"
#include "cli/reading.hpp"
#include "diagnostics/codes.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/names.hpp"
#include "render/diagnostics.hpp"
#include "render/findings.hpp"
#include "report/explanation.hpp"

namespace belegd::cli {
namespace {

using analysis::Analysis;
using render::Found;

/// Only the findings of the codes, variant, participant and day that were asked for; findings about no cells always stay.
/// Takes them out of the analysis. Gives nothing, and says in `wrong` what is not known, when a name is not.
std::optional<Diagnostics> narrowed(Analysis& analysis, const Call& call, Text& wrong) {
    Diagnostics out;
    std::optional<model::VariantId> variant;
    std::optional<std::vector<model::PartyId>> parties;
    // Of a text that cannot be read no name is known.
    if (analysis.readable()) {
        if (call.variant && !(variant = report::variant_named(analysis.model, *call.variant, wrong)))
            return std::nullopt;
        if (call.participant && !(parties = report::parties_named(analysis.model, *call.participant, wrong)))
            return std::nullopt;
    }
    for (auto& item : std::move(analysis.diagnostics).taken()) {
        // What is asked is told apart.
        if (item.is_question() && !item.accepted) continue;
        // What cannot be read is always told: nothing else is known of it.
        if (analysis.readable() && !wanted(call, item.code_id())) continue;
        // A toets is about what the model says, not about what of it is certain.
        if (call.certain && item.code == Code::U01) continue;
        const bool narrows = variant || parties || call.on;
        const auto finding = std::find_if(
            analysis.findings.begin(), narrows ? analysis.findings.end() : analysis.findings.begin(),
            [&](const checks::Finding& f) { return f.diagnostic.id == item.id && f.cause.code == item.code; });
        if (narrows && finding != analysis.findings.end()) {
            const auto& cause = finding->cause;
            if (variant && cause.variant != *variant) continue;
            const bool here = cause.cells.empty() ||
                              std::any_of(cause.cells.begin(), cause.cells.end(), [&](const checks::Cells& cells) {
                                  return (!parties || model::names(*parties, cells.participant)) &&
                                         (!call.on || cells.days.contains(*call.on));
                              });
            if (!here) continue;
        }
        out.add(std::move(item));
    }
    return out;
}

/// A rule has no page among those of belegd; it says what it is called and what law it stands on.
std::string page_of(const Diagnostic& item) {
    if (const auto page = page_by_code(item.code_id())) return std::string(*page);
    const auto& name = item.code_name();
    auto out = "# " + std::string(item.code_id()) + " " + name.nl + (name.en == name.nl ? "" : " / " + name.en) + "\n";
    for (const auto& citation : item.citations) out += "\n- " + spelled(citation).nl + "\n";
    return out;
}

/// Collects what is found in one model after another, and says it in the form that was asked for.
class Run {
   public:
    explicit Run(const Call& call) : call_(call), output_(output_of(call, wrong_)), files_(files_of(call, result_)) {}

    const std::vector<std::string>& files() const { return files_; }
    bool for_people() const { return output_ == nullptr || output_->findings == nullptr; }
    void exit_code(int code) { result_.exit_code = std::max(result_.exit_code, code); }
    int exit_code() const { return result_.exit_code; }
    void stop(const Text& why, Language language) { cannot(result_, language, why); }

    /// Findings go to standard error, unless a file was named for them.
    void findings(const std::string& text) { (call_.output ? result_.out : result_.err) += text; }
    void results(const std::string& text) { result_.out += text; }

    void unread(const std::string& path, const Text& why, Language language) {
        stop(why, language);
        all_.emplace_back();
        all_.back().path = from_here(path);
        all_.back().language = language;
        all_.back().failure = why;
    }

    /// Takes the texts out of the analysis, which has done its work.
    Found& add(const std::string& path, Analysis& analysis, Diagnostics diagnostics) {
        all_.push_back({from_here(path),
                        std::move(analysis.texts.sources),
                        analysis.texts.main,
                        language_of(call_, analysis),
                        std::move(diagnostics),
                        std::nullopt,
                        {}});
        return all_.back();
    }

    Result done() {
        if (for_people() || all_.empty()) return std::move(result_);
        result_.out = output_->findings(
            all_, {call_.language.value_or(all_.front().language), call_.deny.value_or(Severity::error), page_of});
        return std::move(result_);
    }

   private:
    const Call& call_;
    Result result_;
    Text wrong_;
    const Output* output_;  ///< what cannot be written is told before anything is read
    std::vector<std::string> files_;
    std::vector<Found> all_;
};

}  // namespace

Result check(const Call& call, Seen* seen) {
    Run run(call);
    auto unknown = call.only;  // a house rule stands in some of the models
    bool readable = false;
    // The last stays until the next, or the end of the process: nobody waits for it to be taken apart.
    static auto& model = *new Read;
    for (const auto& path : run.files()) {
        model = {};
        model = read(call, path);
        if (seen != nullptr) seen->files.insert(seen->files.end(), model.used.begin(), model.used.end());
        if (seen != nullptr && (!model.analysis || !model.analysis->readable())) seen->unread.push_back(path);
        if (!model.analysis) {
            run.unread(path, model.failure, fallback(call));
            continue;
        }
        auto& analysis = *model.analysis;
        const auto known = [&](const std::string& asked) { return knows(analysis, asked); };
        readable = readable || analysis.readable();
        std::erase_if(unknown, known);
        const bool nothing = std::none_of(call.only.begin(), call.only.end(), known);
        if (run.for_people() && analysis.readable() && !call.only.empty() && nothing) continue;
        Text wrong;
        auto shown = narrowed(analysis, call, wrong);
        const auto asked = questions_asked(analysis, call, wrong);
        if (!shown || !asked) {
            run.unread(path, wrong, language_of(call, analysis));
            continue;
        }
        if (seen != nullptr)
            for (const auto& item : shown->items())
                if (!item.accepted) {
                    const auto stage = info(item.code).stage;
                    seen->findings.push_back(
                        {path, std::string(item.code_id()) + "\n" + (item.id.empty() ? item.message.nl : item.id),
                         stage == Stage::reading || stage == Stage::names});
                }
        const auto denied = call.deny.value_or(Severity::error);
        const bool stands = std::any_of(shown->items().begin(), shown->items().end(), [&](const Diagnostic& item) {
            return !item.accepted && item.severity() >= denied;
        });
        run.exit_code(!analysis.readable() ? 2 : stands ? 1 : 0);
        const auto count = analysis::count_of_questions(analysis, *asked);
        const auto questions = render::questions_line(count, questions_call(call, path));
        if (!run.for_people()) {
            auto& found = run.add(path, analysis, std::move(*shown));
            found.questions = questions;
            found.count_of_questions = count;
            continue;
        }
        const auto language = language_of(call, analysis);
        run.findings(render::told(*shown, analysis.texts.sources, language, call.width));
        run.findings((run.files().size() > 1 ? path + ": " : "") + render::counted(*shown).in(language) + "\n");
        if (!questions.empty()) run.findings(questions.in(language) + "\n");
    }
    if (readable)
        for (const auto& each : unknown) run.stop(say(message::no_such_codes, {Text(each)}), fallback(call));
    if (seen != nullptr) std::sort(seen->findings.begin(), seen->findings.end());
    return run.done();
}

Result test(const Call& call) {
    Run run(call);
    std::size_t tried = 0;
    for (const auto& path : run.files()) {
        const auto model = read(call, path);
        if (!model.analysis) {
            run.unread(path, model.failure, fallback(call));
            continue;
        }
        auto& analysis = *model.analysis;
        const auto language = language_of(call, analysis);
        if (!analysis.readable()) {
            run.exit_code(2);
            if (run.for_people())
                run.findings(render::findings(analysis.diagnostics, analysis.texts.sources, language, call.width));
            else
                run.add(path, analysis, std::move(analysis.diagnostics));
            continue;
        }
        auto& tests = analysis.tests;
        tried += tests.all.size();
        if (!tests.failed.empty()) run.exit_code(1);
        if (!run.for_people()) {
            Diagnostics failed;
            for (auto& item : tests.failed) failed.add(std::move(item));
            run.add(path, analysis, std::move(failed)).tests = std::move(tests.all);
            continue;
        }
        for (const auto& item : tests.failed)
            run.findings(render::finding(item, analysis.texts.sources, language, call.width) + "\n");
        for (const auto& each : tests.all)
            if (!each.unlawful.empty()) {
                const auto line = analysis.texts.sources.place(each.span).line;
                run.results(say(message::test_unlawful, {Text(analysis.texts.sources[each.span.file].name()),
                                                         number(line), joined(each.unlawful, "; ")})
                                .in(language) +
                            "\n");
            }
        run.results(say(message::tests_of, {Text(path), number(static_cast<long long>(tests.passed)),
                                            number(static_cast<long long>(tests.failed.size()))})
                        .in(language) +
                    "\n");
    }
    if (run.exit_code() == 0 && tried == 0) run.stop(say(message::no_tests), fallback(call));
    return run.done();
}

}  // namespace belegd::cli
