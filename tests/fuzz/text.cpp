// Any text through the whole tool, from its bytes to what is printed: nothing may crash, hang or leak.
//
// Half of the changes are made to bytes. The others are made to lines and words, with the words of the table, so that
// many texts stay readable and reach the later stages.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.hpp"
#include "base/fold.hpp"
#include "render/diagnostics.hpp"
#include "render/facts.hpp"
#include "render/findings.hpp"
#include "render/render.hpp"
#include "report/explanation.hpp"
#include "report/overview.hpp"
#include "syntax/words.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace belegd;
using Random = std::minstd_rand;

constexpr std::size_t kLongest = 64 << 10;  // bytes
constexpr std::size_t kNarrow = 40, kWide = 100;

/// The other file of the folder; a model may use it and it uses itself.
std::optional<std::string> other_file(const std::string& path) {
    if (path != "taken.belegd") return std::nullopt;
    return "gebruik \"taken.belegd\"\ndomein zorg { vergt uitvoering\n taak hulp\n taak opvang }\n";
}

void print(const report::Document& document, Language language) {
    (void)render::text(document, language, kNarrow);
    (void)render::markdown(document, language);
    (void)render::html(document, language);
    (void)render::csv(document, language);
    (void)render::json(document);
}

void print(const analysis::Analysis& analysis, Language language) {
    const auto& model = analysis.model;
    const auto& overviews = model.overviews;
    print(report::overview(analysis, overviews.empty() ? report::whole_overview(model) : overviews.front()), language);
    for (const auto& test : model.tests) {
        if (test.tasks.empty()) continue;
        const report::Question question{test.functions, test.tasks, {}, test.parties, test.variant, test.day};
        (void)render::text(report::explanation(analysis, question), language, kNarrow);
        break;
    }
    (void)render::facts(model);
    (void)render::coverage(model, analysis.coverage);
}

// ---- small models to begin from -----------------------------------------------------------------------------------

constexpr std::string_view kModels[] = {
    R"(taal nl
bron brief "Brief" kenmerk "1" datum 2 november 2021
domein zorg "Zorg" / en "Care" {
  vergt beleid, uitvoering, ict
  van rechtswege beleid bij raad
  van rechtswege uitvoering bij college volgens Awb art 1:3 lid 2
  taak hulp
  taak opvang { vergt niet beleid
    taak nacht
    taak dag } }
gemeente Oost tooi gm0001
gemeente West vanaf 1 januari 2020
samenwerking dienst "De dienst" {
  vorm niet vermeld
  deelnemers college van Oost, West tot 2024
  organen bestuur, directeur
  geldt vanaf 1 januari 2022 tot en met 31 december 2025 bron brief blz 3
  opzegtermijn 18 maanden tegen 1 januari afgeleid
  reikwijdte uitvoering van zorg behalve nacht
  mandateert uitvoering van zorg behalve nacht aan bestuur mits "er geld is" ondermandaat toegestaan
  mandateert uitvoering van hulp aan directeur door bestuur voor zover loonwaarde tot 70 %
  belegt hosting van zorg bij Oost en West voor West ten hoogste € 1.000,50
  pakket plus { afnemers West vanaf 1 juli 2023
    draagt op applicaties van zorg aan Oost } }
variant straks "Straks" {
  status in onderzoek
  beëindigt dienst voor West per medio 2024
  wijziging dienst per 1 januari 2024 { status intentie
    geldt vanaf Q1 2024 } }
variant later op basis van straks { laat beleid van zorg bij raad voor Oost }
overzicht alles { voor Oost
  taken zorg
  kolommen huidig, straks
  peildatum 1 juni 2023 }
toets uitvoering van hulp voor Oost op 1 juni 2023 in straks bij bestuur van dienst
toets geen bevindingen
)",
    R"(language en
use wgr
municipality Leiden
municipality Delft
organisation Bureau "The bureau" also called B
organ board of Bureau
function driving holder the municipality itself includes lorries, vans
domain care needs execution, driving { by law execution with executive
  task help
  task shelter needs policy applies from spring 2021 }
arrangement service form public body {
  participants council and executive of Leiden, Delft
  applies from 4 April 2021
  scope care
  delegates execution of care to board of Bureau
  grants mandate, power of attorney and authorisation for lorries of help to Leiden or Delft by board of Bureau
  assigns vans of help to Leiden, Delft jointly except for Delft through 2024 }
test execution of help on 2023-06-01 with Bureau
)"};

// ---- changes ----------------------------------------------------------------------------------------------------

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string text_of(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::size_t any_of(Random& random, std::size_t count) { return random() % count; }

/// A phrase of the table in either language, or a value that is easily wrong.
std::string any_phrase(Random& random) {
    static const std::vector<std::string> values{"1 januari 2023",
                                                 "31-12-2022",
                                                 "2024-02-30",
                                                 "Q3 2022",
                                                 "medio 2022",
                                                 "2021",
                                                 "{",
                                                 "}",
                                                 ",",
                                                 "\"tekst\"",
                                                 "€ 1.000,50",
                                                 "70 %",
                                                 "raad",
                                                 "college",
                                                 "Leiden",
                                                 "#",
                                                 "of",
                                                 "en",
                                                 "uitvoering",
                                                 "wmo",
                                                 "hosting",
                                                 "bijstand",
                                                 "'s",
                                                 "de gemeente zelf"};
    const auto words = static_cast<std::size_t>(syntax::Word::count_);
    const auto at = any_of(random, words + values.size());
    if (at >= words) return values[at - words];
    return syntax::info(static_cast<syntax::Word>(at)).phrase.in(random() % 4 == 0 ? Language::en : Language::nl);
}

/// Where a word of the line begins and ends; the whole line when it has none.
std::pair<std::size_t, std::size_t> any_word(Random& random, std::string_view line) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t at = line.find_first_not_of(' '); at < line.size();) {
        const auto end = std::min(line.find(' ', at), line.size());
        words.emplace_back(at, end);
        at = line.find_first_not_of(' ', end);
    }
    return words.empty() ? std::pair<std::size_t, std::size_t>{0, line.size()} : words[any_of(random, words.size())];
}

void change(Lines& lines, Random& random) {
    const auto here = any_of(random, lines.size()), there = any_of(random, lines.size());
    auto& line = lines[here];
    const auto [begin, end] = any_word(random, line);
    switch (random() % 8) {
        case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(here)); break;
        case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(here), std::string(lines[there])); break;
        case 2: std::swap(lines[here], lines[there]); break;
        case 3: line.erase(begin, end - begin); break;
        case 4: line.insert(end, " " + any_phrase(random)); break;
        case 5: line += " " + any_phrase(random) + " " + any_phrase(random); break;
        case 6: {
            const auto [from, to] = any_word(random, lines[there]);
            line.replace(begin, end - begin, std::string(lines[there], from, to - from));
            break;
        }
        default: line.replace(begin, end - begin, any_phrase(random)); break;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > kLongest) return 0;
    const bool even = size % 2 == 0;  // each text in one language and one mode; its neighbours take the others
    const auto language = even ? Language::nl : Language::en;
    const auto analysis = analysis::of("model.belegd", std::string(reinterpret_cast<const char*>(data), size),
                                       other_file, even ? graph::Mode::planned : graph::Mode::certain);
    (void)render::findings(analysis->diagnostics, analysis->texts.sources, language, kWide);
    if (analysis->readable()) print(*analysis, language);
    std::vector<render::Found> all(1);
    all[0].path = "model.belegd";
    all[0].sources = analysis->texts.sources;
    all[0].main = analysis->texts.main;
    all[0].diagnostics = analysis->diagnostics;
    (void)render::findings_json(all);
    (void)render::sarif(all, language, [](const Diagnostic&) { return std::string(); });
    (void)render::junit(all, Severity::error);
    (void)render::github(all);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
    Random random(seed);
    if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
    const bool fresh = size < 8 || random() % 16 == 0;
    auto lines = lines_of(fresh ? kModels[any_of(random, std::size(kModels))]
                                : std::string_view(reinterpret_cast<const char*>(data), size));
    for (auto changes = 1 + random() % 4; changes > 0 && !lines.empty(); --changes) change(lines, random);
    const auto text = text_of(lines);
    const auto length = std::min(text.size(), most);
    std::memcpy(data, text.data(), length);
    return length;
}
