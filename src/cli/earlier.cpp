#include "cli/earlier.hpp"

#include "base/fold.hpp"
#include "cli/files.hpp"
#include "diagnostics/messages/commands.hpp"
#include "render/controls/controls.hpp"
#include "render/render.hpp"
#include "render/written/written.hpp"

namespace belegd::cli {
namespace {

/// A form that can be read back: both what lies on disk and what would be written now go through the same reader, so that
/// nothing differs but the words.
struct Form {
    std::vector<std::string_view> endings;
    std::string (*write)(const report::Document&, Language);
    std::optional<render::Written> (*read)(const std::string&);
};

const Form* form_of(const std::string& path) {
    static const std::vector<Form> all{{{".docx"}, render::docx, render::written_in_docx},
                                       {{".odt"}, render::odt, render::written_in_odt},
                                       {{".html", ".htm"}, render::html, render::written_in_html}};
    const auto name = folded(path);
    for (const auto& form : all)
        for (const auto ending : form.endings)
            if (name.ends_with(ending)) return &form;
    return nullptr;
}

Text said(const render::Difference& each) {
    using Kind = render::Difference::Kind;
    const Text part(each.part), row(each.row);
    switch (each.kind) {
        case Kind::no_part: return say(message::differs_part, {part});
        case Kind::missing: return say(message::differs_missing, {part, row});
        case Kind::extra: return say(message::differs_extra, {part, row});
        case Kind::other: break;
    }
    const Text nothing = say(message::differs_nothing);
    const auto found = each.found.empty() ? nothing : quoted(Text(each.found));
    const auto now = each.now.empty() ? nothing : quoted(Text(each.now));
    if (each.row.empty()) return say(message::differs_columns, {part, found, now});
    if (each.column.empty()) return say(message::differs_row, {part, row, found, now});
    return say(message::differs_cell, {part, row, Text(each.column), found, now});
}

void tell(const std::string& path, const std::vector<render::Difference>& all, Language language, Result& result);

}  // namespace

void compare_with_earlier(const Call& call, const report::Document& document, Language language, Result& result) {
    const auto& path = *call.earlier;
    const auto stop = [&](const Text& why) {
        result.err += why.in(language) + "\n";
        result.exit_code = 2;
    };
    const auto* form = form_of(path);
    if (form == nullptr) return stop(say(message::not_to_compare, {Text(path)}));
    if (form->write == render::html && !render::reads_html()) return stop(say(message::no_html_reader, {Text(path)}));
    const auto bytes = file_text(path);
    if (!bytes) return stop(why_not_read(path));
    const auto earlier = form->read(*bytes);
    if (!earlier) return stop(say(message::damaged_document, {Text(path)}));
    tell(path, render::differences(*earlier, *form->read(form->write(document, language))), language, result);
}

bool compare_filled(const Call& call, const analysis::Analysis& analysis, const model::Overview& what,
                    Language language, Result& result) {
    const auto& path = *call.earlier;
    const auto* form = form_of(path);
    if (form == nullptr || form->write != render::docx) return false;
    const auto bytes = file_text(path);
    if (!bytes || !render::has_controls(*bytes)) return false;
    const auto document = report::overview(analysis, what, call.extent, report::Headings::plain);
    const auto now = render::filled(*bytes, document, language, render::Purpose::comparing);
    const auto earlier = form->read(*bytes), fresh = form->read(now.bytes);
    if (!earlier || !fresh) return false;
    tell(path, render::differences(*earlier, *fresh), language, result);
    return true;
}

namespace {

void tell(const std::string& path, const std::vector<render::Difference>& all, Language language, Result& result) {
    for (const auto& each : all) result.out += said(each).in(language) + "\n";
    if (all.empty()) {
        result.out += say(message::agrees, {Text(path)}).in(language) + "\n";
        return;
    }
    result.out +=
        "\n" +
        (all.size() == 1 ? say(message::one_difference, {Text(path)})
                         : say(message::differences, {Text(path), number(static_cast<long long>(all.size()))}))
            .in(language) +
        "\n";
    result.exit_code = 1;
}

}  // namespace

}  // namespace belegd::cli
