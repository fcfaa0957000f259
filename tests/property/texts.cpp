#include "property/texts.hpp"

#include <initializer_list>
#include <vector>

#include "base/source.hpp"

namespace belegd::naive {
namespace {

class Writer {
   public:
    explicit Writer(std::uint32_t seed) : random_(seed) {}

    std::string text() {
        english_ = one_in(3);
        if (english_ || one_in(2)) line(english_ ? "language en" : one_in(2) ? "taal nl" : "Language NL");
        line(any({"gebruik", "use", "GEBRUIK"}) + blank() + "wgr" + comma() + "sociaal_domein");
        for (const auto* party : {"Oost", "West", "Zuid"})
            line(any({"gemeente", "municipality", "Gemeente"}) + blank() + party + maybe(clause_from()));
        for (const auto* source : {"brief", "nota"})
            line(any({"bron", "source"}) + blank() + source + maybe(blank() + any({"\"Een stuk\"", "“Een stuk”"})) +
                 maybe(blank() + any({"kenmerk", "reference"}) + blank() + "\"Z/1, of {2} # x\"") +
                 maybe(blank() + any({"datum", "date"}) + blank() + day()));
        for (const auto* name : {"dienst", "bureau"}) cooperation(name);
        line("variant" + blank() + "straks" + blank() + any({"{", "\n{"}));
        line(any({"beëindigt", "ends", "BEEINDIGT"}) + blank() + "dienst" + blank() + any({"per", "as of"}) + blank() +
             day() + backing());
        line("}");
        for (auto tests = 1 + next(4); tests > 0; --tests)
            line(any({"toets", "test", "verwacht"}) + blank() + matter() + blank() + any({"voor", "for"}) + blank() +
                 party() + blank() + any({"op", "on"}) + blank() + day() + blank() +
                 any({"onbelegd", "unassigned", "van rechtswege", "titel niet vermeld", "bij Oost", "with Oost"}));
        return std::move(out_);
    }

   private:
    std::uint32_t next(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }
    bool one_in(std::uint32_t many) { return next(many) == 0; }
    std::string any(std::initializer_list<const char*> choices) {
        return *(choices.begin() + next(static_cast<std::uint32_t>(choices.size())));
    }
    std::string maybe(std::string text) { return one_in(2) ? std::move(text) : std::string(); }

    std::string blank() { return any({" ", " ", " ", "  ", "    ", "\t", "\xC2\xA0"}); }
    std::string comma() { return any({", ", ",", " ,  ", ",\n    ", ", # en nog\n  ", ",\n\n# ook\n"}); }
    std::string day() {
        return any(
            {"1 januari 2023", "1 jan 2023", "1 January 2023", "2023-01-01", "1-1-2023", "1–6–2024", "31 Dec 2022"});
    }
    std::string party() { return any({"Oost", "West", "oost", "Zuid"}); }
    std::string of() { return english_ ? any({"van", "of"}) : "van"; }
    std::string matter() {
        auto out = any({"uitvoering", "hosting", "Beleid"});
        if (one_in(3)) out += comma() + "bezwaar";
        out += blank() + of() + blank() + any({"bijstand", "wmo", "werk en inkomen", "Re–integratie"});
        if (one_in(3)) out += comma() + "schuldhulpverlening";
        return out;
    }
    std::string clause_from() { return joint() + any({"vanaf", "from", "VANAF"}) + blank() + day(); }
    /// Before a joining word the line may end.
    std::string joint() { return one_in(4) ? any({"\n   ", " # hier\n ", "\n\n # en\n  "}) : blank(); }
    std::string backing() {
        std::string out;
        if (one_in(3)) out += blank() + any({"afgeleid", "inferred", "onzeker"});
        if (one_in(2))
            out += blank() + any({"bron", "source"}) + blank() + any({"brief", "nota blz 3", "nota art. 8 lid 4"});
        return out;
    }

    void cooperation(const std::string& name) {
        line(any({"samenwerking", "cooperation"}) + blank() + name + maybe(blank() + "\"De dienst\"") +
             any({" {", "{", "\n\n{", " # dit\n {"}));
        line(any({"vorm", "form"}) + blank() + any({"niet vermeld", "not stated", "openbaar lichaam"}) + backing());
        line(any({"deelnemers", "participants", "Deelnemer"}) + blank() + "Oost" + comma() + "West" + comma() + "Zuid" +
             backing());
        if (one_in(2)) line(any({"geldt", "applies"}) + clause_from() + backing());
        if (one_in(2))
            line(any({"opzegtermijn", "notice period"}) + blank() +
                 any({"18 maanden", "1 maand", "1 month", "2 years"}));
        if (one_in(2)) line(any({"reikwijdte", "scope"}) + blank() + matter() + backing());
        for (auto transfers = next(4); transfers > 0; --transfers) transfer();
        if (one_in(3)) line(any({"pakket", "package"}) + " plus { " + any({"afnemers", "takers"}) + blank() + "West }");
        line("}");
    }

    void transfer() {
        const auto to = any({"mandateert", "mandates", "draagt op", "Entrusts", "moet mandateren", "may mandate"});
        auto out = to + blank() + matter() + joint() + any({"aan", "to"}) + blank() + party();
        if (one_in(4)) out += blank() + (english_ ? "or" : any({"of", "or"})) + blank() + "Zuid";
        if (one_in(3)) out += joint() + any({"voor", "for"}) + blank() + "West" + comma() + "Oost";
        if (one_in(4)) out += joint() + any({"mits", "provided that"}) + blank() + "\"er geld is, # of niet\"";
        if (one_in(4))
            out += joint() + any({"ten hoogste", "at most"}) + blank() + any({"€ ", "€", "EUR "}) +
                   (english_ ? "1,000.50" : "1.000,50");
        if (one_in(4))
            out += joint() + any({"voor zover", "insofar as"}) + " loonwaarde " + any({"tot", "until"}) +
                   any({" 70 %", " 70%", " 70 procent"});
        line(out + backing());
    }

    void line(const std::string& text) {
        if (one_in(8)) out_ += any({"# los\n", "   # ingesprongen\n", "\n", "\n\n\n"});
        out_ += any({"", "", "  ", "\t", "      "}) + text + maybe(any({" ", "  # achter", "#x"})) + "\n";
    }

    std::minstd_rand random_;
    std::string out_;
    bool english_ = false;
};

}  // namespace

std::string random_text(std::uint32_t seed) { return Writer(seed * 2654435761u % 2147483646u + 1).text(); }

std::string mutilated(std::string_view text, std::uint32_t seed) {
    std::minstd_rand random(seed % 2147483646u + 1);
    static const std::vector<std::string> kBits{"{",    "}",     ",",        "\"",  "#",    "\n", " ",       "\r\n",
                                                "“",    "–",     "(",        "/",   "1",    "€",  "%",       "van ",
                                                " of ", "bron ", "\xC2\xA0", "aan", "tot ", "é",  "kosten ", "'"};
    std::string out(text);
    const auto whole = [&](std::size_t at) {
        while (at < out.size() && (out[at] & 0xC0) == 0x80) ++at;
        return at;
    };
    for (auto changes = 1 + random() % 6; changes > 0 && !out.empty(); --changes) {
        const auto at = whole(random() % out.size());
        switch (random() % 3) {
            case 0: out.insert(at, kBits[random() % kBits.size()]); break;
            case 1: out.erase(at, whole(std::min(out.size(), at + 1 + random() % 12)) - at); break;
            default: {
                const auto from = whole(random() % out.size());
                const auto bit = out.substr(from, whole(std::min(out.size(), from + 1 + random() % 20)) - from);
                out.insert(at, bit);
            }
        }
    }
    return out;
}

}  // namespace belegd::naive
