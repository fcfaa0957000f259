#include "analysis/changes.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "checks/sentences.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"
#include "rules/rule_evaluation.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/words.hpp"

namespace belegd::analysis {

using namespace model;

namespace {

class Search {
   public:
    Search(const Analysis& analysis, const Finding& finding)
        : a_(analysis), model_(analysis.model), finding_(finding), culprit_(finding.cause.culprit.span) {}

    std::vector<Change> candidates() {
        if (culprit_.file != a_.texts.main) return {};
        own_line();
        proposed();
        const auto row = finding_.cause.culprit.row;
        if (row.valid()) {
            verbs(model_[row]);
            clauses(model_[row]);
        }
        forms();
        if (row.valid()) leave_out(model_[row].span);
        return std::move(all_);
    }

    /// The lines that a finding proposes, by remedy.
    std::vector<std::optional<Change>> of_remedies() const {
        std::vector<std::optional<Change>> out;
        for (const auto& remedy : finding_.diagnostic.remedies) {
            const auto line = remedy.line.in(a_.texts.language);
            out.push_back(line.empty() || culprit_.file != a_.texts.main ? std::nullopt
                                                                         : std::optional(with_line(line)));
        }
        return out;
    }

   private:
    std::string_view text() const { return a_.texts.sources[a_.texts.main].text(); }

    /// Where a line may be put in the block of what the finding is about: behind its opening brace, else after its line.
    std::size_t place_for_line() const {
        auto at = static_cast<std::size_t>(culprit_.end);
        const auto line_end = std::min(text().find('\n', at), text().size());
        const auto brace = text().find('{', at);
        if (brace != std::string_view::npos && brace < line_end) return brace + 1;
        return line_end;
    }
    Change with_line(const std::string& line) const {
        const auto at = static_cast<std::uint32_t>(place_for_line());
        return {{culprit_.file, at, at}, "\n  " + line, say(message::change_add, {Text(line)})};
    }

    /// What the rule says to write, in the place of the sentence that is there; beside it stands among what is proposed.
    void own_line() {
        if (finding_.cause.rule == Cause::kNoRule) return;
        const auto& rule = model_.rules[finding_.cause.rule];
        if (rule.line.empty()) return;
        const rules::RuleFacts facts(*a_.subject, a_.subject->view(finding_.cause.variant));
        const auto words = rules::RuleEvaluation(facts, rule).words(rule.line, finding_.cause.case_);
        const auto& line = words.in(a_.texts.language);
        // It may be meant instead of the sentence that is there.
        if (const auto row = finding_.cause.culprit.row; row.valid())
            all_.push_back({model_[row].span, line, say(message::change_replace, {Text(line)})});
    }

    void proposed() {
        for (auto& change : of_remedies())
            if (change) all_.push_back(std::move(*change));
    }

    /// Another verb: the title is what most findings are about.
    void verbs(const Transfer& x) {
        const auto sentence = a_.texts.sources.text(x.head_span);
        syntax::Lexicon::Match found[syntax::Lexicon::kMost];
        const auto count = a_.texts.lexicon.matches(sentence, a_.texts.language, found);
        std::size_t length = 0;
        for (std::size_t i = 0; i < count; ++i)
            if (syntax::has(found[i].word, syntax::Verb)) length = std::max<std::size_t>(length, found[i].length);
        if (length == 0) return;
        const Span verb{x.head_span.file, x.head_span.begin, x.head_span.begin + static_cast<std::uint32_t>(length)};
        using syntax::Word;
        // To take the title away would take away what the parties want: only one without a title gets a lighter one.
        std::vector<Word> others{Word::mandates, Word::delegates};
        if (x.kind == TransferKind::assigns) others = {Word::entrusts, Word::mandates};
        for (const auto other : others) {
            const std::string phrase(syntax::info(other).phrase.in(a_.texts.language));
            if (phrase == sentence.substr(0, length)) continue;
            all_.push_back(
                {verb, phrase, say(message::change_word, {quoted(phrase), quoted(sentence.substr(0, length))})});
        }
    }

    /// A clause more at the end of the sentence.
    void clauses(const Transfer& x) {
        using syntax::Word;
        const auto add = [&](const std::string& words) {
            all_.push_back(
                {{x.span.file, x.span.end, x.span.end}, "  " + words, say(message::change_clause, {quoted(words)})});
        };
        add(std::string(syntax::info(Word::submandate).phrase.in(a_.texts.language)));
        std::vector<Text> receivers;
        for (const auto& each : x.receivers) receivers.push_back(name_of(model_, each));
        if (!receivers.empty())
            add(std::string(syntax::info(Word::consent).phrase.in(a_.texts.language)) + " " +
                listed(receivers).in(a_.texts.language));
    }

    /// Another form of the cooperation.
    void forms() {
        const auto home = finding_.cause.culprit.cooperation;
        if (!home.valid()) return;
        const auto& s = model_[home];
        const auto span = s.form_span;
        if (!s.form.valid() || span.empty() || span.file != a_.texts.main) return;
        const auto written = a_.texts.sources.text(span);
        for (const auto& form : model_.forms) {
            if (form.name == model_[s.form].name || !form.family.valid()) continue;
            all_.push_back({span, syntax::name_to_write(form.name),
                            say(message::change_word, {quoted(form.name), quoted(written)})});
        }
    }

    void leave_out(Span sentence) {
        all_.push_back(
            {sentence, {}, say(message::change_leave_out, {quoted(on_one_line(a_.texts.sources.text(sentence)))})});
    }

    const Analysis& a_;
    const Model& model_;
    const Finding& finding_;
    const Span culprit_;
    std::vector<Change> all_;
};

/// How many errors there are of each code. A `toets` of the model may expect the very finding that goes away.
std::map<std::string, std::size_t> errors_of(const Analysis& analysis) {
    std::map<std::string, std::size_t> out;
    for (const auto& item : analysis.diagnostics.items())
        if (item.severity() == Severity::error && !item.accepted && item.code != Code::U01)
            ++out[std::string(item.code_id())];
    return out;
}

}  // namespace

std::optional<Change> smallest_change(const Analysis& analysis, const Finding& finding, const Retry& retry) {
    const auto before = errors_of(analysis);
    const auto same_code = [&](const Analysis& each) {
        return std::count_if(each.findings.begin(), each.findings.end(), [&](const Finding& other) {
            return other.diagnostic.code_id() == finding.diagnostic.code_id();
        });
    };
    const auto whole = std::string(analysis.texts.sources[analysis.texts.main].whole());
    for (auto& change : Search(analysis, finding).candidates()) {
        auto text = whole;
        text.replace(change.span.begin, change.span.end - change.span.begin, change.text);
        const auto tried = retry(std::move(text));
        if (!tried || !tried->readable()) continue;
        const bool gone = same_code(*tried) < same_code(analysis) &&
                          std::none_of(tried->findings.begin(), tried->findings.end(), [&](const Finding& other) {
                              return other.diagnostic.id == finding.diagnostic.id;
                          });
        if (!gone) continue;
        bool worse = false;
        for (const auto& [code, count] : errors_of(*tried)) {
            const auto had = before.find(code);
            worse = worse || count > (had == before.end() ? 0 : had->second);
        }
        if (worse) continue;
        change.tests = tried->tests.failed.size() > analysis.tests.failed.size();
        return change;
    }
    return std::nullopt;
}

std::vector<std::optional<Change>> proposed_changes(const Analysis& analysis, const Finding& finding) {
    return Search(analysis, finding).of_remedies();
}

}  // namespace belegd::analysis
