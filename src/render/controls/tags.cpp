#include "render/controls/tags.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "diagnostics/messages/appendix.hpp"

namespace belegd::render::controls {
namespace {

using report::Section;

constexpr std::array<TagInfo, 14> kTags{{{Tag::title, "titel", "title"},
                                         {Tag::dated, "datum", "date"},
                                         {Tag::day, "peildatum", "reference-date"},
                                         {Tag::reference, "zaaknummer", "case-number"},
                                         {Tag::section, "in-het-kort", "in-short", Section::in_short},
                                         {Tag::section, "overzicht-taken", "task-overview", Section::work},
                                         {Tag::section, "verschillen", "differences", Section::changes},
                                         {Tag::section, "tijdlijn", "timeline", Section::chronology},
                                         {Tag::section, "open-punten", "open-points", Section::points},
                                         {Tag::section, "samenwerkingen", "cooperations", Section::agreements},
                                         {Tag::section, "bronnen", "sources", Section::sources},
                                         {Tag::section, "verantwoording", "account", Section::receipt},
                                         {Tag::drawing, "schema", "drawing"},
                                         {Tag::appendix, "bijlage", "appendix"}}};

}  // namespace

std::span<const TagInfo> tags() { return kTags; }

const TagInfo* tag_named(std::string_view written) {
    const auto words = folded(written);
    const auto known = std::find_if(kTags.begin(), kTags.end(), [&](const TagInfo& each) {
        return folds_to(each.nl, words) || folds_to(each.en, words);
    });
    return known == kTags.end() ? nullptr : &*known;
}

const TagInfo* tag_near(std::string_view written) {
    std::vector<std::string> names;
    for (const auto& each : kTags) {
        names.emplace_back(each.nl);
        names.emplace_back(each.en);
    }
    const auto near = nearest(written, names);
    return near ? tag_named(*near) : nullptr;
}

Text heading_of(Section section) {
    switch (section) {
        case Section::in_short: return say(message::heading_in_short);
        case Section::work: return say(message::heading_work);
        case Section::changes: return say(message::heading_changes);
        case Section::chronology: return say(message::heading_chronology);
        case Section::points: return say(message::heading_points);
        case Section::agreements: return say(message::heading_agreements);
        case Section::sources: return say(message::heading_sources);
        case Section::receipt: return say(message::heading_receipt);
        case Section::annex: return say(message::heading_annex);
        case Section::none: break;
    }
    return {};
}

}  // namespace belegd::render::controls
