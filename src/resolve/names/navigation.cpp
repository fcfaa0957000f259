#include "resolve/names/navigation.hpp"

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/quotes.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/rules.hpp"
#include "model/describe.hpp"

namespace belegd::resolve {
namespace {

/// Each place once, in order.
void tidy(std::vector<Span>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

std::vector<NamePlaces> called(const Model& model, const Sources& sources, std::string_view name) {
    const auto wanted = folded(name);
    std::map<std::pair<NameKind, std::uint32_t>, NamePlaces> found;
    for (const auto& mention : model.mentions) {
        if (folded(unquoted(sources.text(mention.span))) != wanted) continue;
        auto& places = found.try_emplace({mention.kind, mention.index}, NamePlaces{mention.kind, mention.index, {}, {}})
                           .first->second;
        (mention.declares ? places.declared : places.used).push_back(mention.span);
    }
    std::vector<NamePlaces> out;
    for (auto& each : found) {
        auto& places = each.second;
        tidy(places.declared);
        tidy(places.used);
        std::erase_if(places.used, [&](Span span) {
            return std::binary_search(places.declared.begin(), places.declared.end(), span);
        });
        out.push_back(std::move(places));
    }
    return out;
}

std::optional<NamePlaces> name_at(const Model& model, const Sources& sources, std::uint32_t file,
                                  std::uint32_t offset) {
    const Mention* found = nullptr;
    for (const auto& mention : model.mentions) {
        const auto& span = mention.span;
        if (span.file != file || offset < span.begin || offset > span.end) continue;
        if (found == nullptr || span.end - span.begin < found->span.end - found->span.begin) found = &mention;
    }
    if (found == nullptr) return std::nullopt;
    for (auto& places : called(model, sources, unquoted(sources.text(found->span))))
        if (places.kind == found->kind && places.index == found->index) return std::move(places);
    return std::nullopt;
}

Renamed renamed(const syntax::Texts& texts, const Model& model, std::string_view name, std::string_view to,
                std::optional<NameKind> kind) {
    Renamed out;
    const auto& sources = texts.sources;
    auto found = called(model, sources, name);
    const auto shown = quoted(Text(name));
    if (kind) std::erase_if(found, [&](const NamePlaces& each) { return each.kind != *kind; });
    if (found.empty()) {
        out.wrong = say(message::rename_unknown, {shown});
        return out;
    }
    if (found.size() > 1) {
        std::vector<Text> kinds;
        for (const auto& each : found) kinds.push_back(name_of(each.kind));
        out.wrong = say(message::rename_which, {shown, listed(kinds)});
        return out;
    }
    if (folded(to).find_first_not_of(' ') == std::string::npos || to.find('"') != std::string_view::npos ||
        to.find('\n') != std::string_view::npos) {
        out.wrong = say(message::rename_no_name, {quoted(Text(to))});
        return out;
    }
    auto places = found.front().declared;
    const bool own = std::any_of(places.begin(), places.end(), [&](Span span) { return sources[span.file].own(); });
    if (!own) {
        out.wrong = say(message::rename_library, {shown});
        return out;
    }
    // Another thing of that kind by the new name would swallow it.
    for (const auto& other : called(model, sources, to))
        if (other.kind == found.front().kind && other.index != found.front().index) {
            out.wrong = say(message::rename_taken, {quoted(Text(to)), name_of(other.kind)});
            return out;
        }
    places.insert(places.end(), found.front().used.begin(), found.front().used.end());
    tidy(places);
    const bool marks = texts.lexicon.needs_quotes(to);
    for (std::uint32_t file = 0; file < sources.size(); ++file) {
        if (!sources[file].own()) continue;
        std::string text(sources[file].whole());
        std::vector<Renamed::File::Replaced> replaced;
        for (auto at = places.rbegin(); at != places.rend(); ++at) {
            if (at->file != file) continue;
            const bool with_marks = marks || begins_quoted(sources.text(*at));
            replaced.push_back({*at, with_marks ? "\"" + std::string(to) + "\"" : std::string(to)});
            text.replace(at->begin, at->end - at->begin, replaced.back().text);
        }
        std::reverse(replaced.begin(), replaced.end());
        const auto count = replaced.size();
        if (count > 0) out.files.push_back({file, std::move(text), count, std::move(replaced)});
    }
    return out;
}

}  // namespace belegd::resolve
