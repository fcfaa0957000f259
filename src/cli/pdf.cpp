#include "cli/pdf.hpp"

#include <string_view>

#include "base/fold.hpp"
#include "cli/files.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "system/processes.hpp"

namespace belegd::cli {
namespace {

/// `1` is PDF/A-1a; without tags asked for by name there are none.
constexpr const char* kFilter =
    R"(pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},)"
    R"("UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"1"}})";

/// A path as an address: with whatever signs a folder for temporary files has, and a drive.
std::string address_of(const std::string& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = path.starts_with('/') ? "file://" : "file:///";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("/-._~:").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return out;
}

/// What LibreOffice makes of the text in a folder; nothing when that is no PDF: it may end well without one.
std::optional<std::string> made_in(const std::string& room, const std::string& office, const std::string& odt,
                                   std::chrono::milliseconds limit, system::Ended& ended) {
    const auto text = room + "/tekst.odt";
    if (!write_file(text, odt).empty()) return std::nullopt;
    ended = system::ran_within(limit, {office, "-env:UserInstallation=" + address_of(room + "/profiel"), "--headless",
                                       "--norestore", "--convert-to", kFilter, "--outdir", room, text});
    if (ended != system::Ended::well) return std::nullopt;
    auto made = file_text(room + "/tekst.pdf");
    return made && made->starts_with("%PDF-") ? std::move(made) : std::nullopt;
}

}  // namespace

std::optional<std::string> pdf_of(const std::string& odt, Text& wrong, std::chrono::milliseconds limit) {
    const auto office = system::program({"soffice", "libreoffice"});
    if (office.empty()) return wrong = say(message::pdf_no_program), std::nullopt;
    std::optional<std::string> made;
    auto ended = system::Ended::badly;
    {
        const system::Signals signals;
        const system::Workroom room;
        if (room.path().empty()) return wrong = say(message::cannot_make_folder, {Text("belegd-XXXXXX")}), std::nullopt;
        made = made_in(room.path(), office, odt, limit, ended);
    }
    system::end_if_called_off();
    if (made) return made;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    wrong = ended == system::Ended::late ? say(message::pdf_too_late, {Text(office), number(seconds)})
                                         : say(message::pdf_failed, {Text(office)});
    return std::nullopt;
}

}  // namespace belegd::cli
