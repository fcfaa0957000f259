#include "cli/manual.hpp"

#include <fmt/format.h>

#include "base/version.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"

namespace belegd::cli {
namespace {

/// One character of UTF-8 text, and how many bytes it takes.
struct Character {
    unsigned long number;
    std::size_t bytes;
};
Character first_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t bytes = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    unsigned long number = bytes == 1 ? byte(0) : byte(0) & (0xFFu >> (bytes + 1));
    for (std::size_t i = 1; i < bytes && i < text.size(); ++i) number = (number << 6) | (byte(i) & 0x3Fu);
    return {number, bytes};
}

/// Text that roff prints as it stands; what is no ASCII by its number, which every version understands.
std::string plain(std::string_view text) {
    std::string out;
    bool begins = true;
    while (!text.empty()) {
        const auto [number, bytes] = first_character(text);
        const char c = text.front();
        if (bytes > 1)
            out += fmt::format("\\[u{:04X}]", number);
        else if (c == '\\')
            out += "\\(rs";
        else if (c == '-')
            out += "\\-";
        else if (c == '`')
            out += "\\(ga";
        else if (c == '"')
            out += "\\(dq";
        else if (c == '|')
            out += "|\\:";  // a long choice may be broken here
        else if ((c == '.' || c == '\'') && begins)
            out += std::string("\\&") + c;
        else
            out += c;
        begins = c == '\n';
        text.remove_prefix(std::min(bytes, text.size()));
    }
    return out;
}

std::string bold(const std::string& text) { return "\\fB" + plain(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + plain(text) + "\\fR"; }

class Manual {
   public:
    Manual(const Description& description, Language language) : d_(description), language_(language) {}

    std::string page() {
        out_ = fmt::format(".TH BELEGD 1 \"\" \"belegd {}\"\n.ad l\n", plain(kVersion));
        section(message::man_name);
        out_ += "belegd \\- " + plain(text(message::man_what)) + "\n";
        section(message::man_synopsis);
        for (const auto& command : d_.commands) {
            out_ += ".br\n" + bold("belegd") + " " + bold(command.name);
            for (const auto& each : command.parameters)
                if (each.positional) out_ += " " + about(each);
            out_ += " [" + italic(text(message::help_options)) + "]\n";
        }
        section(message::man_description);
        paragraph(d_.help);
        paragraph(text(message::help_streams));
        section(message::man_commands);
        for (const auto& command : d_.commands) {
            out_ += ".SS " + plain(command.name) + "\n";
            paragraph(command.help);
            paragraph(say(message::help_alias, {Text(command.aliases.front())}).in(language_));
            parameters(command.parameters);
        }
        section(message::man_options);
        parameters(d_.parameters);
        section(message::man_exit);
        paragraph(text(message::help_exit));
        section(message::man_files);
        paragraph(text(message::help_folders));
        section(message::man_examples);
        example(message::man_example_new, "belegd new vergelijking model.belegd");
        example(message::man_example_check, "belegd check model.belegd");
        example(message::man_example_overview, "belegd overview model.belegd -o overzicht.docx");
        example(message::man_example_explain, "belegd explain mandateert");
        return out_;
    }

   private:
    std::string text(Message message) const { return say(message).in(language_); }
    void section(Message title) { out_ += ".SH " + plain(text(title)) + "\n"; }
    void paragraph(const std::string& what) { out_ += ".PP\n" + plain(what) + "\n"; }
    void example(Message what, const std::string& command) {
        out_ += ".TP\n" + bold(command) + "\n" + plain(text(what)) + "\n";
    }

    static std::string about(const Parameter& each) {
        const auto name = italic(each.names.front()) + (each.repeated ? "..." : "");
        return each.required ? name : "[" + name + "]";
    }

    void parameters(const std::vector<Parameter>& all) {
        for (const auto& each : all) {
            std::string names;
            for (const auto& name : each.names) names += (names.empty() ? "" : ", ") + bold(name);
            if (each.positional) names = about(each);
            if (!each.value.empty() && !each.positional) names += " " + italic(each.value);
            out_ += ".TP\n" + names + "\n" + plain(each.help) + "\n";
        }
    }

    const Description& d_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string manual(const Description& description, Language language) { return Manual(description, language).page(); }

}  // namespace belegd::cli
