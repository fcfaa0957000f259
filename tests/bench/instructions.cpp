#include "bench/instructions.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/national.hpp"

namespace belegd::bench {
namespace {

namespace fs = std::filesystem;

constexpr auto kKept = BELEGD_ROOT "/tests/bench/instructions.txt";
/// A model of its own, so that what the worked models grow by is not taken for more work.
constexpr auto kEveryday = BELEGD_ROOT "/tests/bench/everyday.belegd";
constexpr double kWorse = 1.05, kGrowth = 2.2;

/// A stage is one function, with all that it calls.
struct Stage {
    const char *name, *function;
    bool within;  ///< a part of the stage before it
};
constexpr std::array<Stage, 8> kStages{{{"reading", "belegd::syntax::load(", false},
                                        {"resolving", "belegd::resolve::from_syntax(", false},
                                        {"resolving rules", "belegd::resolve::resolve_rules(", true},
                                        {"coverage", "belegd::graph::coverage(", false},
                                        {"causes", "belegd::analysis::causes_of(", false},
                                        {"causes by rules", "belegd::rules::find_of_law(", true},
                                        {"findings", "belegd::analysis::findings(", false},
                                        {"showing", "belegd::render::", false}}};

/// By name of what is counted: millions of instructions, or megabytes.
using Figures = std::vector<std::pair<std::string, double>>;

/// A figure of callgrind_annotate, `1,234,567 (12.3%)`, in millions.
double millions(std::string_view line) {
    double out = 0;
    bool begun = false;
    for (const char c : line) {
        if (c >= '0' && c <= '9') {
            out = out * 10 + (c - '0');
            begun = true;
        } else if (begun && c != ',') {
            break;
        }
    }
    return out / 1e6;
}

std::optional<Figures> counted(const std::string& model) {
    const Draft counts("", "callgrind");
    const auto run =
        fmt::format("valgrind --tool=callgrind --callgrind-out-file='{}' '{}' check '{}' </dev/null >/dev/null 2>&1",
                    counts.path(), BELEGD_BINARY, model);
    if (const int status = std::system(run.c_str()); !WIFEXITED(status) || WEXITSTATUS(status) > 1) return std::nullopt;
    const auto annotate =
        fmt::format("callgrind_annotate --inclusive=yes --threshold=100 '{}' 2>/dev/null", counts.path());
    auto* pipe = popen(annotate.c_str(), "r");
    if (pipe == nullptr) return std::nullopt;
    double total = 0;
    std::array<double, kStages.size()> stages{};
    for (char line[4096]; std::fgets(line, sizeof line, pipe) != nullptr;) {
        const std::string_view text(line);
        if (text.find("PROGRAM TOTALS") != text.npos) total = millions(text);
        for (std::size_t i = 0; i < kStages.size(); ++i)
            if (const auto at = text.find(kStages[i].function); at != text.npos && text[at - 1] == ':')
                stages[i] = std::max(stages[i], millions(text));
    }
    if (pclose(pipe) != 0 || total == 0) return std::nullopt;
    Figures out;
    double rest = total;
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        out.emplace_back(kStages[i].name, stages[i]);
        if (!kStages[i].within) rest -= stages[i];
    }
    out.emplace_back("the rest", rest);
    out.emplace_back("all", total);
    out.emplace_back("peak megabytes", peak_megabytes(model));
    return out;
}

std::map<std::string, double> kept() {
    std::map<std::string, double> out;
    std::ifstream in(kKept);
    for (std::string line; std::getline(in, line);) {
        const auto end = line.find_last_of(' ');
        const auto name = line.substr(0, line.find("  "));
        if (!line.empty() && line.front() != '#' && end != std::string::npos)
            out[name] = std::strtod(line.c_str() + end, nullptr);
    }
    return out;
}

bool keep(const Figures& figures) {
    std::ofstream out(kKept);
    out << "# What `./dev bench --instructions` counted last: millions of instructions of `belegd check` in each "
           "stage,\n"
           "# and its peak memory. Another compiler or C library counts otherwise: UPDATE_GOLDEN=1 keeps the new "
           "figures.\n";
    for (const auto& [name, figure] : figures) out << fmt::format("{:<36}{:>10.1f}\n", name, figure);
    return out.good();
}

}  // namespace

Draft::Draft(const std::string& text, const std::string& name)
    : path_((fs::temp_directory_path() / fmt::format("belegd-bench-{}-{}", getpid(), name)).string()) {
    std::ofstream(path_, std::ios::binary) << text;
}

Draft::~Draft() {
    std::error_code ignored;
    fs::remove(path_, ignored);
}

int instructions() {
    struct Model {
        const char* name;
        std::string path;
    };
    const Draft empty("gebruik sociaal_domein\n", "empty.belegd"), once(national({1, 1, 0}), "once.belegd"),
        twice(national({1, 2, 0}), "twice.belegd");
    const Model models[] = {
        {"empty", empty.path()}, {"everyday", kEveryday}, {"national", once.path()}, {"national twice", twice.path()}};
    const auto before = kept();
    Figures all;
    std::map<std::string, double> found;
    std::vector<std::string> worse;
    fmt::print("Millions of instructions of `belegd check`, and how much of what was kept\n");
    for (const auto& model : models) {
        const auto figures = counted(model.path);
        if (!figures) {
            fmt::print(stderr, "valgrind could not run `belegd check {}`\n", model.path);
            return 2;
        }
        fmt::print("\n{}\n", model.name);
        for (const auto& [stage, figure] : *figures) {
            const auto name = fmt::format("{}: {}", model.name, stage);
            const auto known = before.find(name);
            found[name] = figure;
            all.emplace_back(name, figure);
            std::string against;
            // What is less than a tenth of a million or megabyte is noise.
            if (known != before.end() && known->second > 0.1) {
                against = fmt::format("{:>8.2f}", figure / known->second);
                if (figure > known->second * kWorse && figure > known->second + 0.2) {
                    against += "  WORSE";
                    worse.push_back(fmt::format("{}: {:.1f}, was {:.1f}", name, figure, known->second));
                }
            }
            fmt::print("  {:<34}{:>10.1f}{}\n", stage, figure, against);
        }
    }
    fmt::print("\nTwice the cooperations\n");
    for (const auto& [name, figure] : all) {
        constexpr std::string_view kTwice = "national twice: ", kOnce = "national: ";
        if (!name.starts_with(kTwice)) continue;
        const auto stage = name.substr(kTwice.size());
        const auto single = found[std::string(kOnce) + stage];
        if (single < 1) continue;
        fmt::print("  {:<34}{:>10}{}\n", stage, fmt::format("x{:.2f}", figure / single),
                   figure > single * kGrowth ? fmt::format("  more than x{}", kGrowth) : "");
    }
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        if (!keep(all)) return 2;
        fmt::print("\nkept in tests/bench/instructions.txt\n");
        return 0;
    }
    if (worse.empty()) return 0;
    fmt::print("\nmore than 5 % worse than tests/bench/instructions.txt; UPDATE_GOLDEN=1 keeps the new figures\n");
    for (const auto& each : worse) fmt::print("  {}\n", each);
    return 1;
}

}  // namespace belegd::bench
