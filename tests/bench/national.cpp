#include "bench/national.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <random>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"

namespace belegd::bench {
namespace {

// ---- what there is ----------------------------------------------------------------------------------------------

struct Domain {
    const char* name;
    std::array<const char*, 5> tasks;
};
constexpr std::array<Domain, 12> kDomains{{
    {"bouwen", {"bouwwerken", "sloop", "monumenten", "welstand", "reclame"}},
    {"milieu", {"bedrijven", "bodem", "geluid", "luchtkwaliteit", "afval"}},
    {"verkeer", {"wegen", "parkeren", "fietspaden", "bruggen", "busvervoer"}},
    {"water", {"riolering", "grondwater", "havens", "oevers", "zwemwater"}},
    {"onderwijs", {"leerplicht", "leerlingenvervoer", "schoolgebouwen", "volwasseneneducatie", "peuteropvang"}},
    {"cultuur", {"bibliotheken", "musea", "archief", "muziekscholen", "erfgoed"}},
    {"sport", {"sportvelden", "zwembaden", "sporthallen", "verenigingen", "evenementen"}},
    {"veiligheid", {"brandweer", "rampenbestrijding", "horeca", "kansspelen", "ondermijning"}},
    {"belastingen", {"heffing", "waardering", "kwijtschelding", "toeristenbelasting", "precario"}},
    {"economie", {"markten", "bedrijventerreinen", "toerisme", "landbouw", "winkeltijden"}},
    {"wonen", {"woningbouw", "huisvesting", "leegstand", "woonwagens", "statushouders"}},
    {"zorg", {"hulpmiddelen", "daklozenopvang", "begeleiding", "doelgroepenvervoer", "gezondheid"}},
}};
constexpr std::array<const char*, 5> kLeaves{"vergunningen", "meldingen", "subsidies", "registers", "projecten"};
constexpr std::size_t kTasks = kDomains.size() * 5;

const char* task_name(std::size_t task) { return kDomains[task / 5].tasks[task % 5]; }
std::string leaf_name(std::size_t task, std::size_t leaf) {
    return fmt::format("{} {}", kLeaves[leaf], task_name(task));
}

/// Functions that go together: a cooperation takes some of these for all its tasks.
enum Bundle : std::size_t { frames, execution, buying, support };
constexpr std::array<const char*, 4> kFunctions{"beleid, verordening, beleidsregels",
                                                "toegang, beschikking, uitvoering, bezwaar", "inkoop, toezicht",
                                                "werkgeverschap, hosting, facturatie"};

/// The 24 days of change: 1 January and 1 July of 2015 to 2026.
constexpr std::size_t kDays = 24;
std::string day_name(std::size_t day) {
    return fmt::format("1 {} {}", day % 2 == 0 ? "januari" : "juli", 2015 + day / 2);
}

struct Size {
    std::size_t participants;
    unsigned weight;
};
/// The forms in force in the national register in 2026: how many there are, in how many powers are delegated and
/// mandated, and how many municipalities take part.
struct Form {
    const char *name, *prefix, *organ;
    unsigned count, delegates, both;
    std::vector<Size> sizes;
};
const std::array<Form, 4> kForms{{
    {"openbaar lichaam", "dienst", "dagelijks bestuur", 283, 65, 160, {{1, 9},   {2, 28}, {3, 34},  {4, 16},  {5, 20},
                                                                       {6, 18},  {7, 24}, {8, 16},  {9, 14},  {10, 15},
                                                                       {11, 11}, {12, 8}, {13, 11}, {14, 10}, {15, 6},
                                                                       {16, 9},  {17, 3}, {18, 4},  {20, 2},  {21, 5},
                                                                       {23, 3},  {25, 4}, {26, 3},  {30, 3},  {35, 1}}},
    {"regeling zonder meer",
     "regeling",
     "",
     81,
     0,
     0,
     {{1, 1},
      {2, 25},
      {3, 10},
      {4, 7},
      {5, 7},
      {6, 8},
      {7, 5},
      {8, 3},
      {9, 1},
      {10, 3},
      {13, 2},
      {15, 2},
      {17, 2},
      {25, 2}}},
    {"bedrijfsvoeringsorganisatie",
     "bedrijf",
     "bestuur",
     64,
     8,
     25,
     {{1, 2}, {2, 13}, {3, 16}, {4, 10}, {5, 2}, {6, 7}, {7, 2}, {8, 2}, {9, 3}, {11, 1}, {13, 2}, {18, 1}, {22, 1}}},
    {"gemeenschappelijk orgaan",
     "orgaan",
     "gemeenschappelijk orgaan",
     23,
     2,
     8,
     {{2, 4}, {3, 4}, {4, 2}, {5, 2}, {7, 1}, {8, 2}, {10, 1}, {14, 1}}},
}};

class Dice {
   public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    std::size_t below(std::size_t bound) { return engine_() % bound; }
    bool chance(unsigned per_thousand) { return below(1000) < per_thousand; }
    template <typename Items, typename Weight>
    const auto& weighed(const Items& items, Weight weight) {
        unsigned total = 0;
        for (const auto& item : items) total += weight(item);
        auto left = below(total);
        for (const auto& item : items) {
            if (left < weight(item)) return item;
            left -= weight(item);
        }
        return items.back();
    }
    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
    }

   private:
    std::mt19937 engine_;
};

/// Those of today, which are in the module that is always there.
std::vector<std::string> municipalities() {
    std::vector<std::string> out;
    for (const auto& file : embedded::library()) {
        if (file.name != "kern.belegd") continue;
        for (auto left = file.text; !left.empty();) {
            const auto line = left.substr(0, left.find('\n'));
            left.remove_prefix(std::min(line.size() + 1, left.size()));
            if (!line.starts_with("gemeente ")) continue;
            auto name = line.substr(9);
            name = name.starts_with('"') ? name.substr(1, name.find('"', 1) - 1) : name.substr(0, name.find("  "));
            out.emplace_back(name);
        }
    }
    return out;
}

/// `a, b, c`, a new line after a comma where the line gets long.
std::string list(const std::vector<std::string>& items) {
    std::string out;
    std::size_t width = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        out += items[i];
        width += items[i].size() + 2;
        if (i + 1 == items.size()) break;
        out += width > 80 ? ",\n              " : ", ";
        if (width > 80) width = 0;
    }
    return out;
}

// ---- who writes it ----------------------------------------------------------------------------------------------

struct Cooperation {
    std::string name;
    const Form* form = nullptr;
    std::vector<std::size_t> participants;  ///< the first is the centre, where there is one
    std::vector<std::size_t> tasks;
    std::bitset<4> bundles;
    std::size_t from = 0, until = kDays;  ///< days; kDays: no end
};

class Author {
   public:
    explicit Author(const National& wish)
        : wish_(wish), dice_(wish.seed), names_(municipalities()), taken_(names_.size()) {
        for (std::size_t i = 0; i < names_.size(); ++i) map_.push_back(i);
        dice_.shuffle(map_);  // who lies beside whom
    }

    std::string text() {
        heading();
        for (const auto& domain : kDomains) tasks(domain);
        for (std::size_t i = 0; i < 450 * wish_.scale; ++i) {
            const auto made = cooperation();
            write(made, "");
            if (made.until < kDays && dice_.chance(600)) successor(made);
        }
        for (std::uint32_t i = 0; i < wish_.variants; ++i) variant(i);
        line("overzicht landelijk \"Alle gemeenten\" {{\n  voor        {}\n  peildatum   1 juli 2026\n}}\n",
             list(names_));
        for (const auto& test : tests_) out_ += test;
        return std::move(out_);
    }

   private:
    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(out_), format, std::forward<Arguments>(arguments)...);
        out_ += '\n';
    }

    void heading() {
        line("taal nl\ngebruik wgr\n");
        line("bron register \"Register van regelingen\"  kenmerk \"R/1\"  datum 16 mei 2026");
        line("bron besluiten \"Verzamelde besluiten\"  datum 1 januari 2015\n");
        for (std::size_t i = 0; i < kTasks; ++i)
            line("organisatie bureau_{0} \"Bureau {0}\"  bron register", task_name(i));
        line("");
    }

    void tasks(const Domain& domain) {
        const auto at = static_cast<std::size_t>(&domain - kDomains.data());
        // In every third domain another law came, once with another holder.
        const bool renewed = at % 3 == 0;
        const auto day = day_name(4 + 3 * (at % 5));
        line("wet W{0} \"Wet {0}\"{1}", domain.name, renewed ? "  geldt vanaf " + day : "");
        if (renewed) line("wet W{0} 2010 \"Wet {0} 2010\"  geldt tot {1}", domain.name, day);
        line("domein {} {{", domain.name);
        line("  vergt       {}", list({kFunctions.begin(), kFunctions.end()}));
        line("  van rechtswege  beleid, verordening  bij raad  volgens Gemeentewet art 147 lid 1");
        line("  van rechtswege  beleidsregels  bij college  volgens Awb art 4:81 lid 1");
        line("  van rechtswege  {}  bij college  volgens W{} art 3", kFunctions[execution], domain.name);
        if (renewed)
            line("  van rechtswege  {}  bij {}  volgens W{} 2010 art 7 lid 2", kFunctions[execution],
                 at == 6 ? "burgemeester" : "college", domain.name);
        for (std::size_t task = 0; task < 5; ++task) {
            line("  taak {} {{", domain.tasks[task]);
            for (std::size_t leaf = 0; leaf < 5; ++leaf) line("    taak {}", leaf_name(at * 5 + task, leaf));
            line("  }}");
        }
        line("}}\n");
    }

    /// Neighbours on the map that still have the same functions of the same tasks to give away.
    Cooperation cooperation() {
        Cooperation out;
        out.form = &dice_.weighed(kForms, [](const Form& form) { return form.count; });
        const auto size = dice_.weighed(out.form->sizes, [](const Size& each) { return each.weight; }).participants;
        const auto start = dice_.below(map_.size());
        for (std::size_t i = 0; out.participants.size() < size; ++i)
            if (size - out.participants.size() >= size + size / 3 + 1 - i || dice_.chance(750))
                out.participants.push_back(map_[(start + i) % map_.size()]);
        dice_.shuffle(out.participants);
        bundles(out);
        const auto first = dice_.below(kTasks);
        const std::size_t many = dice_.chance(600) ? 1 : dice_.chance(750) ? 2 : 3;
        for (std::size_t i = 0; i < kTasks && out.tasks.size() < many; ++i)
            if (const auto task = (first + i) % kTasks; free(out, task)) out.tasks.push_back(task);
        if (out.tasks.empty()) {  // crowded: one bundle may still go
            for (std::size_t i = 0; i < kTasks * 4 && out.tasks.empty(); ++i) {
                out.bundles = std::bitset<4>(1u << i % 4);
                if (const auto task = (first + i / 4) % kTasks; free(out, task)) out.tasks.push_back(task);
            }
        }
        if (out.tasks.empty()) out.tasks.push_back(first);
        for (const auto p : out.participants)
            for (const auto task : out.tasks) taken_[p][task] |= out.bundles;
        out.name = fmt::format("{}_{}_{}", out.form->prefix, task_name(out.tasks.front()), ++count_);
        if (dice_.chance(600)) out.from = 1 + dice_.below(kDays - 2);
        if (dice_.chance(100)) out.until = out.from + 1 + dice_.below(kDays - out.from - 1);
        return out;
    }

    void bundles(Cooperation& out) {
        out.bundles[frames] = dice_.chance(400);
        out.bundles[execution] = dice_.chance(800);
        out.bundles[buying] = dice_.chance(300);
        out.bundles[support] = dice_.chance(450);
        if (out.bundles.none()) out.bundles.set(execution);
    }

    bool free(const Cooperation& wanted, std::size_t task) const {
        return std::all_of(wanted.participants.begin(), wanted.participants.end(),
                           [&](std::size_t p) { return (taken_[p][task] & wanted.bundles).none(); });
    }

    void successor(Cooperation next) {
        next.name += "_nieuw";
        next.from = next.until;
        if (next.from + 1 < kDays && dice_.chance(200)) ++next.from;  // too late
        next.until = kDays;
        write(next, "");
    }

    void variant(std::uint32_t number) {
        line("variant plan_{0} \"Plan {0}\" {{\n  status  in onderzoek  bron besluiten", number + 1);
        for (int i = 0; i < 15; ++i) {
            auto next = written_[dice_.below(written_.size())];
            if (next.name.ends_with("_plan") || next.from + 1 >= kDays) continue;
            const auto day = next.from + 1 + dice_.below(kDays - next.from - 1);
            line("  beëindigt  {} per {}  bron besluiten", next.name, day_name(day));
            next.name += fmt::format("_{}_plan", number + 1);
            next.from = day;
            next.until = kDays;
            if (dice_.chance(700)) write(next, "  ");
        }
        line("}}\n");
    }

    // ---- one cooperation ------------------------------------------------------------------------------------

    void write(const Cooperation& c, const char* indent) {
        const auto& centre = names_[c.participants.front()];
        const bool has_organ = *c.form->organ != 0;
        const bool director = has_organ && c.bundles[execution] && dice_.chance(400);
        line("{}regeling {} \"Regeling {} van {} en omstreken\" {{", indent, c.name, task_name(c.tasks.front()),
             centre);
        line("  vorm        {}  bron register", c.form->name);
        participants(c);
        line("  geldt       vanaf {}{}  bron register", day_name(c.from),
             c.until < kDays ? " tot " + day_name(c.until) : "");
        if (director) line("  organen     directeur");
        std::vector<std::string> functions;
        for (std::size_t bundle = 0; bundle < 4; ++bundle)
            if (c.bundles[bundle]) functions.emplace_back(kFunctions[bundle]);
        if (!c.bundles[buying] && dice_.chance(10)) functions.emplace_back("inkoop");  // nobody will settle it
        line("  reikwijdte  {} van {}", list(functions), matter(c, 0));
        if (c.bundles[frames]) write_frames(c);
        if (c.bundles[execution]) write_execution(c, director);
        if (c.bundles[buying]) write_buying(c);
        if (c.bundles[support]) write_support(c);
        line("{}}}\n", indent);
        if (*indent == 0 && c.until == kDays && c.bundles[execution] && written_.size() % 4 == 0)
            tests_.push_back(fmt::format("toets uitvoering van {} voor {} op 1 juli 2026  bij {}\n",
                                         leaf_name(c.tasks.front(), 0), names_[c.participants.back()],
                                         has_organ ? c.name : centre));
        written_.push_back(c);
    }

    void participants(const Cooperation& c) {
        std::vector<std::string> said;
        const bool some_later = dice_.chance(250);
        for (const auto p : c.participants) {
            said.push_back(names_[p]);
            const bool last = said.size() == c.participants.size();
            if (some_later && !last && c.from + 1 < kDays && dice_.chance(150))
                said.back() += " vanaf " + day_name(c.from + 1 + dice_.below(kDays - c.from - 1));
        }
        const auto* organs = dice_.chance(110)   ? ""
                             : c.bundles[frames] ? "college en raad van "
                             : dice_.chance(90)  ? "burgemeester, college en raad van "
                                                 : "college van ";
        line("  deelnemers  {}{}  bron register", organs, list(said));
    }

    /// The tasks of a cooperation, now and then less one.
    std::string matter(const Cooperation& c, unsigned forgets) {
        std::vector<std::string> said;
        for (const auto task : c.tasks) said.emplace_back(task_name(task));
        if (dice_.chance(forgets)) {
            said.erase(said.begin());
            const auto forgotten = dice_.below(5);
            for (std::size_t leaf = 0; leaf < 5; ++leaf)
                if (leaf != forgotten) said.push_back(leaf_name(c.tasks.front(), leaf));
        }
        return list(said);
    }

    std::string receiver(const Cooperation& c) const {
        return *c.form->organ != 0 ? c.form->organ : "college van " + names_[c.participants.front()];
    }
    std::string worker(const Cooperation& c) const {
        return *c.form->organ != 0 ? c.name : names_[c.participants.front()];
    }

    void write_frames(const Cooperation& c) {
        if (c.form->delegates > 50 && dice_.chance(150))
            line("  delegeert   verordening van {} aan algemeen bestuur  bron besluiten", matter(c, 0));
        else
            line("  laat        verordening van {} bij raad", matter(c, 10));
        line("  laat        beleid van {} bij {}", matter(c, 10), dice_.chance(5) ? "college" : "raad");
        line("  laat        beleidsregels van {} bij college", matter(c, 10));
    }

    void write_execution(const Cooperation& c, bool director) {
        const auto& form = *c.form;
        const auto draw = dice_.below(form.count);
        const auto to = receiver(c);
        std::string tail;
        if (dice_.chance(60) && c.participants.size() > 2)
            tail = fmt::format("\n              {} {}", dice_.chance(500) ? "behalve voor" : "voor",
                               names_[c.participants[1]]);
        if (dice_.chance(40))
            tail += fmt::format("\n              behalve {}", leaf_name(c.tasks.front(), dice_.below(5)));
        if (dice_.chance(30))
            tail += "  mits de raad ermee instemt";
        else if (dice_.chance(15))
            tail += "  voor zover de aanvraag tot 70 %";
        tail += "  bron besluiten";
        const auto every = kFunctions[execution];
        if (*form.organ == 0 && dice_.chance(200)) {
            line("  draagt op   {} van {} aan {}{}", every, matter(c, 20), names_[c.participants.front()], tail);
        } else if (draw < form.delegates) {
            line("  delegeert   {} van {} aan {}{}", every, matter(c, 20), to, tail);
        } else if (draw < form.delegates + form.both) {
            line("  delegeert   beschikking, bezwaar van {} aan {}{}", matter(c, 20), to, tail);
            line("  mandateert  toegang, uitvoering van {} aan {}{}", matter(c, 20), to, tail);
        } else {
            line("  {}  {} van {} aan {}{}",
                 dice_.chance(500) ? "mandateert" : "verleent mandaat, volmacht en machtiging voor", every,
                 matter(c, 20), to, tail);
        }
        if (director)
            line("  mandateert  beschikking, uitvoering van {} aan directeur door {}{}", matter(c, 20), to,
                 dice_.chance(300) ? "  geen ondermandaat" : "");
        if (director && dice_.chance(15))
            line("  mandateert  uitvoering van {} aan {} door directeur", matter(c, 0), to);
        if (dice_.chance(20))
            line("  mandateert  uitvoering van {} aan bureau_{}", leaf_name(c.tasks.back(), 1),
                 task_name(c.tasks.back()));
        if (dice_.chance(10))
            line("  mandateert  toegang van {} aan bureau_{} door raad", leaf_name(c.tasks.back(), 2),
                 task_name(c.tasks.back()));
    }

    void write_buying(const Cooperation& c) {
        line("  verleent volmacht voor inkoop van {} aan {}", matter(c, 20), receiver(c));
        line("  verleent machtiging voor toezicht van {} aan {}", matter(c, 20), receiver(c));
    }

    void write_support(const Cooperation& c) {
        const auto who = worker(c);
        const auto bureau = fmt::format("bureau_{}", task_name(c.tasks.front()));
        line("  belegt      werkgeverschap van {} bij {}", matter(c, 20), who);
        if (dice_.chance(100))
            line("  belegt      hosting van {} bij {} en {}", matter(c, 0), who, bureau);
        else
            line("  belegt      hosting van {} bij {}", matter(c, 20), dice_.chance(200) ? who + " of " + bureau : who);
        if (dice_.chance(100) && c.participants.size() > 1) {
            line("  pakket plus  afnemers {}, {} vanaf {} {{", names_[c.participants[0]], names_[c.participants[1]],
                 day_name(c.from));
            line("    belegt    facturatie van {} bij {}\n  }}", matter(c, 0), who);
        } else {
            line("  belegt      facturatie van {} bij {}{}", matter(c, 20), dice_.chance(150) ? bureau : who,
                 dice_.chance(50) && c.from + 1 < kDays ? "  vanaf " + day_name(c.from + 1) : "");
        }
    }

    National wish_;
    Dice dice_;
    std::vector<std::string> names_;
    std::vector<std::size_t> map_;
    std::vector<std::array<std::bitset<4>, kTasks>> taken_;  ///< per municipality: which functions of which tasks
    std::vector<Cooperation> written_;
    std::vector<std::string> tests_;
    std::size_t count_ = 0;
    std::string out_;
};

}  // namespace

std::string national(const National& wish) { return Author(wish).text(); }

}  // namespace belegd::bench
