#include "editor/names.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/quotes.hpp"
#include "diagnostics/messages/editor.hpp"
#include "resolve/names/navigation.hpp"

namespace belegd::editor {
namespace {

using model::NameKind;

/// The title of the first row of that name, in the order of the tables.
template <typename... Tables>
Text first_title(std::string_view name, const Tables&... tables) {
    const auto wanted = folded(name);
    Text out;
    const auto look = [&](const auto& rows) {
        for (const auto& row : rows) {
            if (!out.empty()) return;
            bool is = folded(row.name) == wanted;
            if constexpr (requires { row.aliases; })
                for (const auto& alias : row.aliases) is = is || folded(alias) == wanted;
            if (is) out = row.title;
        }
    };
    (look(tables), ...);
    return out;
}

}  // namespace

std::optional<NameThere> name_there(const analysis::Analysis& analysis, std::string_view path, std::uint32_t at) {
    const auto file = file_of(analysis, path);
    if (!file) return std::nullopt;
    const auto& sources = analysis.texts.sources;
    auto found = resolve::name_at(analysis.model, sources, *file, at);
    if (!found) return std::nullopt;
    NameThere out{found->kind, found->index, {}, false, {}, {}, {}, {}};
    const auto located = [&](const std::vector<Span>& spans, std::vector<Location>& to) {
        for (const auto& span : spans) {
            if (!sources[span.file].own()) continue;
            to.push_back({sources[span.file].name(), span.begin, span.end});
            if (span.file == *file && span.begin <= at && at <= span.end) out.here = to.back();
        }
    };
    located(found->declared, out.declared);
    located(found->used, out.used);
    out.own = !out.declared.empty();
    if (!found->declared.empty()) out.origin = found->declared.front();
    const auto& places = found->declared.empty() ? found->used : found->declared;
    if (!places.empty()) out.name = unquoted(sources.text(places.front()));
    return out;
}

Text title_of(const model::Model& model, NameKind kind, std::string_view name) {
    switch (kind) {
        case NameKind::party: return first_title(name, model.cooperations, model.parties, model.regions);
        case NameKind::function: return first_title(name, model.functions);
        case NameKind::task: return first_title(name, model.tasks);
        case NameKind::statute: return first_title(name, model.statutes);
        case NameKind::form: return first_title(name, model.forms);
        case NameKind::document: return first_title(name, model.documents);
        case NameKind::variant: return first_title(name, model.variants);
        case NameKind::decision: return first_title(name, model.decisions, model.milestones, model.decision_rules);
        case NameKind::overview: return first_title(name, model.overviews);
        case NameKind::procedure: return first_title(name, model.procedures);
        case NameKind::provision: return first_title(name, model.provisions);
        case NameKind::capacity: return first_title(name, model.capacities);
        default: return {};
    }
}

Text origin_said(const analysis::Analysis& analysis, Span span) {
    const auto& source = analysis.texts.sources[span.file];
    const auto line = number(source.place(span.begin).line);
    return source.own() ? say(message::editor_declared_at, {Text(source.bare_name()), line})
                        : say(message::editor_in_library, {Text(source.name()), line});
}

}  // namespace belegd::editor
