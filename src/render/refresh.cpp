#include "render/refresh.hpp"

#include "render/render.hpp"
#include "report/overview.hpp"
#include "report/slots.hpp"

namespace belegd::render {
namespace {

/// The text on lines that begin and end as the slot's do, a blank line around it.
std::string laid_into(const report::Slot& slot, std::string_view text) {
    auto bare = slot.lead;
    bare.erase(bare.find_last_not_of(' ') + 1);
    auto out = bare + slot.line_end;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        out += end == 0 ? bare : slot.lead + std::string(text.substr(0, end));
        out += slot.line_end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + bare + slot.line_end;
}

}  // namespace

Refreshed refreshed(const analysis::Analysis& analysis, Language language) {
    const auto& source = analysis.texts.sources[analysis.texts.main];
    const auto text = source.whole();
    Refreshed out;
    const auto stop = [&](std::uint32_t at, const Text& what) {
        const auto place = source.place(at);
        out.wrong = joined(
            {Text(source.name() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column)), what}, ": ");
        return out;
    };
    const auto found = report::slots(text);
    if (!found.wrong.empty()) return stop(found.wrong_at, found.wrong);
    std::size_t done = 0;
    for (const auto& slot : found.all) {
        Text wrong;
        const auto what = report::overview_asked(analysis.model, slot.asked, wrong);
        if (!what) return stop(slot.marker, wrong);
        const auto fresh = laid_into(slot, markdown_below(report::overview(analysis, *what), language, slot.heading));
        if (text.substr(slot.begin, slot.end - slot.begin) != fresh) out.changed.emplace_back(what->name);
        out.names.emplace_back(what->name);
        out.text += text.substr(done, slot.begin - done);
        out.text += fresh;
        done = slot.end;
    }
    out.text += text.substr(done);
    return out;
}

}  // namespace belegd::render
