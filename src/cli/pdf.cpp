#include "cli/pdf.hpp"

#include <filesystem>
#include <string_view>

#include "base/fold.hpp"
#include "cli/files.hpp"
#include "cli/programs.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"

namespace belegd::cli {
namespace {

namespace fs = std::filesystem;

/// `1` is PDF/A-1a; without tags asked for by name there are none.
constexpr const char* kFilter =
    R"(pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},)"
    R"("UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"1"}})";

/// A path as an address: with whatever signs a folder for temporary files has.
std::string address_of(const fs::path& path) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file://";
    for (const char c : path.string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return out;
}

/// What LibreOffice makes of the text in a folder; nothing when that is no PDF: it may end well without one.
std::optional<std::string> made_in(const fs::path& room, const std::string& office, const std::string& odt,
                                   std::chrono::milliseconds limit, Ended& ended) {
    const auto text = room / "tekst.odt";
    if (!write_file(text.string(), odt).empty()) return std::nullopt;
    ended = ran_within(limit, {office, "-env:UserInstallation=" + address_of(room / "profiel"), "--headless",
                               "--norestore", "--convert-to", kFilter, "--outdir", room.string(), text.string()});
    if (ended != Ended::well) return std::nullopt;
    auto made = file_text((room / "tekst.pdf").string());
    return made && made->starts_with("%PDF-") ? std::move(made) : std::nullopt;
}

}  // namespace

std::optional<std::string> pdf_of(const std::string& odt, Text& wrong, std::chrono::milliseconds limit) {
    const auto office = program({"soffice", "libreoffice"});
    if (office.empty()) return wrong = say(message::pdf_no_program), std::nullopt;
    std::optional<std::string> made;
    auto ended = Ended::badly;
    {
        const Signals signals;
        const Workroom room;
        if (room.path().empty()) return wrong = say(message::cannot_make_folder, {Text("belegd-XXXXXX")}), std::nullopt;
        made = made_in(room.path(), office, odt, limit, ended);
    }
    end_if_called_off();
    if (made) return made;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(limit).count();
    wrong = ended == Ended::late ? say(message::pdf_too_late, {Text(office), number(seconds)})
                                 : say(message::pdf_failed, {Text(office)});
    return std::nullopt;
}

}  // namespace belegd::cli
