#include "editor/problems.hpp"

#include <algorithm>
#include <map>

#include "analysis/changes.hpp"
#include "diagnostics/messages/editor.hpp"
#include "diagnostics/messages/general.hpp"
#include "render/diagnostics.hpp"

namespace belegd::editor {
namespace {

using analysis::Analysis;

/// Where a span stands in the reader's own files; of the library the beginning of the model.
Location place_of(const Analysis& analysis, Span span) {
    const auto& source = analysis.texts.sources[span.file];
    if (source.own()) return {source.name(), span.begin, span.end};
    return {analysis.texts.sources[analysis.texts.main].name(), 0, 0};
}

/// `kern.belegd:12`, for what cannot be gone to.
Text of_library(const Analysis& analysis, Span span) {
    const auto& source = analysis.texts.sources[span.file];
    return say(message::editor_in_library, {Text(source.name()), number(source.place(span.begin).line)});
}

class Telling {
   public:
    explicit Telling(const Analysis& analysis) : a_(analysis) {
        for (const auto& finding : a_.findings) findings_.emplace(finding.diagnostic.id, &finding);
    }

    Problem told(const Diagnostic& item) const {
        Problem out;
        out.at = place_of(a_, item.primary.span);
        out.severity = item.severity();
        out.code = item.code_id();
        out.id = item.id;
        out.name = item.code_name();
        out.accepted = item.accepted.has_value();
        out.fixes = fixes(item);
        std::vector<Text> lines{item.message};
        if (!a_.texts.sources[item.primary.span.file].own()) lines.push_back(of_library(a_, item.primary.span));
        if (!item.primary.text.empty()) lines.push_back(item.primary.text);
        for (const auto& fact : item.facts) lines.push_back(fact);
        const Text why{render::why(item, Language::nl), render::why(item, Language::en)};
        if (!why.empty()) lines.push_back(joined({say(message::why), why}, ": "));
        for (const auto& remedy : item.remedies) {
            const bool written = std::any_of(out.fixes.begin(), out.fixes.end(),
                                             [&](const Fix& fix) { return fix.title == remedy.text; });
            if (!written) lines.push_back(joined({say(message::remedy), remedy.text}, ": "));
        }
        if (item.accepted) lines.push_back(render::accepted_line(item));
        for (const auto& label : item.related) {
            const auto& source = a_.texts.sources[label.span.file];
            if (source.own())
                out.related.push_back({{source.name(), label.span.begin, label.span.end}, label.text});
            else
                lines.push_back(joined({of_library(a_, label.span), label.text}, " "));
        }
        out.message = joined(lines, "\n");
        return out;
    }

   private:
    std::vector<Fix> fixes(const Diagnostic& item) const {
        std::vector<Fix> out;
        if (item.accepted) return out;
        const auto finding = findings_.find(item.id);
        const auto changes = finding != findings_.end() && a_.readable()
                                 ? analysis::proposed_changes(a_, *finding->second)
                                 : std::vector<std::optional<analysis::Change>>{};
        for (std::size_t i = 0; i < item.remedies.size(); ++i) {
            const auto& remedy = item.remedies[i];
            if (i < changes.size() && changes[i])
                out.push_back({remedy.text, {edit_of(a_, changes[i]->span, changes[i]->text)}, remedy.choice});
            else if (!remedy.instead.empty() && a_.texts.sources[item.primary.span.file].own())
                out.push_back({remedy.text,
                               {edit_of(a_, item.primary.span, remedy.instead.in(a_.texts.language))},
                               remedy.choice});
        }
        return out;
    }

    const Analysis& a_;
    std::map<std::string_view, const checks::Finding*> findings_;
};

}  // namespace

Edit edit_of(const Analysis& analysis, Span span, std::string text) {
    return {{analysis.texts.sources[span.file].name(), span.begin, span.end}, std::move(text)};
}

std::vector<Problem> problems(const Analysis& analysis) {
    const Telling telling(analysis);
    std::vector<Problem> out;
    out.reserve(analysis.diagnostics.items().size());
    for (const auto& item : analysis.diagnostics.items())
        if (!item.is_question()) out.push_back(telling.told(item));
    return out;
}

}  // namespace belegd::editor
