// How fast belegd is: one thread, release build, steady clock. Prints what is aimed at and whether it is met; never
// fails. Only the count of instructions, which no other work disturbs, is held against what was counted before.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.hpp"
#include "analysis/findings.hpp"
#include "base/embedded.hpp"
#include "bench/instructions.hpp"
#include "bench/national.hpp"
#include "resolve/from_syntax.hpp"
#include "rules/of_law.hpp"
#include "syntax/parser.hpp"

extern char** environ;

namespace belegd::bench {
namespace {

namespace fs = std::filesystem;

constexpr auto kVoorschoten = BELEGD_ROOT "/models/voorschoten-werk-en-inkomen/voorschoten.belegd";

/// The fastest and the middle of some runs, in milliseconds.
struct Time {
    double best = 0, median = 0;
};

Time of(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return {times.front(), times[times.size() / 2]};
}

template <typename Work>
double once(Work work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

template <typename Work>
Time measured(int runs, Work work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) times.push_back(once(work));
    return of(std::move(times));
}

// ---- the table --------------------------------------------------------------------------------------------------

void title(std::string_view text) { fmt::print("\n{}\n", text); }

void row(std::string_view what, const Time& time, std::string_view more = {}) {
    fmt::print("  {:<44}{:>10.1f}{:>10.1f} ms   {}\n", what, time.best, time.median, more);
}

std::string target(std::string_view aim, bool met) {
    return fmt::format("target {}: {}", aim, met ? "met" : "NOT MET");
}

// ---- the real binary --------------------------------------------------------------------------------------------

struct Child {
    double milliseconds;
    double megabytes;  ///< peak
    int exit_code;
};

/// `belegd check FILE`, its output thrown away.
Child checked(const std::string& file) {
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
    std::string words[] = {BELEGD_BINARY, "check", file};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
    Child out{};
    rusage used{};
    int status = 0;
    out.milliseconds = once([&] {
        pid_t child = 0;
        if (posix_spawn(&child, BELEGD_BINARY, &quiet, nullptr, arguments, environ) != 0) return;
        wait4(child, &status, 0, &used);
    });
    posix_spawn_file_actions_destroy(&quiet);
    out.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
    out.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return out;
}

std::string text_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// ---- the stages -------------------------------------------------------------------------------------------------

const syntax::FileReader kNoFiles = [](const std::string&) { return std::optional<std::string>(); };

/// Megabytes of text in a second.
struct Throughput {
    double best, median;
    std::size_t bytes;
};

Throughput parsing(const std::string& text, int runs) {
    std::string much;
    while (much.size() < 5'000'000) much += text;
    Diagnostics none;
    const auto texts = syntax::load("names", "taal nl\n", kNoFiles, none);
    Sources sources;
    const auto file = sources.add(Source("much", std::move(much)));
    const auto bytes = sources[file].text().size();
    const auto time = measured(runs, [&] {
        Diagnostics diagnostics;
        syntax::parse(sources, file, texts.lexicon, diagnostics);
    });
    const auto speed = [&](double milliseconds) { return static_cast<double>(bytes) / 1000 / milliseconds; };
    return {speed(time.best), speed(time.median), bytes};
}

void throughput(std::string_view what, const Throughput& found) {
    fmt::print("  {:<44}{:>10.1f}{:>10.1f} MB/s {}\n",
               fmt::format("{} ({:.1f} MB)", what, static_cast<double>(found.bytes) / 1e6), found.best, found.median,
               target(">= 100 MB/s", found.median >= 100));
}

/// One run of everything, stage by stage.
struct Stages {
    static constexpr std::array<const char*, 6> names{"read: text to trees, library included",
                                                      "resolve: trees to model",
                                                      "coverage: model to answers",
                                                      "findings: answers to sentences",
                                                      "  of which every rule, asked of everything",
                                                      "text to findings, as one"};
    std::array<Time, names.size()> times;
    std::size_t cooperations = 0, transfers = 0, slices = 0, leaf_tasks = 0, municipalities = 0, findings = 0,
                failed = 0, rules = 0, cases = 0;
    double cells = 0;  ///< cells-in-time
    bool readable = false;
};

Stages stages(const std::string& text, int runs) {
    Stages out;
    std::array<std::vector<double>, Stages::names.size()> times;
    for (int i = 0; i < runs; ++i) {
        Diagnostics diagnostics;
        syntax::Texts texts;
        model::Model model;
        graph::Coverage coverage;
        times[0].push_back(once([&] { texts = syntax::load("national", text, kNoFiles, diagnostics); }));
        times[1].push_back(once([&] { model = resolve::from_syntax(texts.sources, texts.trees, diagnostics); }));
        out.readable = !diagnostics.unreadable();
        if (!out.readable) return out;
        times[2].push_back(once([&] { coverage = graph::coverage(model, graph::Mode::planned); }));
        times[3].push_back(once([&] {
            const checks::Subject subject(texts.sources, model, coverage);
            auto causes = analysis::causes_of(subject);
            out.failed =
                analysis::expectations(subject, causes.all(), [](const checks::Cause&) { return false; }).failed.size();
            out.findings = analysis::findings(subject, std::move(causes)).size();
        }));
        const checks::Subject subject(texts.sources, model, coverage);
        times[4].push_back(once([&] { out.cases = rules::cases_of_rules(subject); }));
        out.rules = model.rules.size();
        out.cooperations = model.cooperations.size();
        out.transfers = model.transfers.size();
        out.slices = coverage.slices.size();
        out.leaf_tasks = model.leaf_tasks.size();
        out.municipalities = model.municipalities().size();
        std::size_t needed = 0;
        for (const auto leaf : model.leaf_tasks) needed += model[leaf].needed.count();
        out.cells = static_cast<double>(needed * out.municipalities * out.slices);
    }
    for (int i = 0; i < runs; ++i)
        times.back().push_back(once([&] { analysis::of("national", text, kNoFiles, graph::Mode::planned); }));
    for (std::size_t stage = 0; stage < times.size(); ++stage) out.times[stage] = of(std::move(times[stage]));
    return out;
}

void describe(const Stages& found, std::size_t bytes) {
    fmt::print(
        "  {} municipalities, {} cooperations, {} transfers, {} leaf tasks, {} slices: {:.1f} million cells-in-time\n",
        found.municipalities, found.cooperations, found.transfers, found.leaf_tasks, found.slices, found.cells / 1e6);
    fmt::print("  {:.2f} MB of text, {} findings, {} tests of the model fail\n", static_cast<double>(bytes) / 1e6,
               found.findings, found.failed);
    fmt::print("  {} rules, {} cases; all rules take {:.2f} times as long as coverage alone\n", found.rules,
               found.cases, found.times[4].median / found.times[2].median);
}

// ---- what is run ------------------------------------------------------------------------------------------------

struct Scale {
    std::uint32_t times;
    std::string text;
    Child child;
    Stages stages;
};

int bench(int runs) {
    fmt::print("belegd, one thread, best and median of {} runs.\n", runs);
    fmt::print("Other work on this machine changes the figures; run it again before believing a difference.\n");

    // Processes first: a child's peak starts from ours, so ours must still be small.
    std::vector<double> starts;
    Child voorschoten{};
    for (int i = 0; i < 4 * runs; ++i) {
        voorschoten = checked(kVoorschoten);
        starts.push_back(voorschoten.milliseconds);
    }
    std::vector<Scale> scales;
    for (const std::uint32_t times : {1u, 2u, 4u}) {
        auto& scale = scales.emplace_back(Scale{times, national({1, times, 0}), {}, {}});
        const Draft draft(scale.text);
        scale.child = checked(draft.path());
    }

    title("The everyday model, `belegd check`, from start to exit");
    const auto start = of(std::move(starts));
    row("Voorschoten", start, target("< 30 ms", start.median < 30));
    fmt::print("  {:<44}{:>10.1f} MB, exit code {}\n", "peak memory", voorschoten.megabytes, voorschoten.exit_code);

    title("Parsing");
    std::string real = text_of(kVoorschoten);
    throughput("the Voorschoten model, again and again", parsing(real, runs));
    for (const auto& file : embedded::library()) real += file.text;
    throughput("that and the library, again and again", parsing(real, runs));
    throughput("the national model, again and again", parsing(scales.front().text, runs));

    title("The national model");
    for (auto& scale : scales) scale.stages = stages(scale.text, runs);
    const auto& one = scales.front();
    if (!one.stages.readable) {
        fmt::print("  belegd cannot read it; see `belegd_bench --text 1`\n");
        return 0;
    }
    describe(one.stages, one.text.size());
    for (std::size_t stage = 0; stage < Stages::names.size(); ++stage) {
        const bool total = stage + 1 == Stages::names.size();
        const auto& time = one.stages.times[stage];
        row(Stages::names[stage], time, total ? target("< 500 ms", time.median < 500) : "");
    }
    fmt::print("  {:<44}{:>10.1f} ms, exit code {}\n", "`belegd check`, from start to exit", one.child.milliseconds,
               one.child.exit_code);
    fmt::print("  {:<44}{:>10.1f} MB   {}\n", "its peak memory", one.child.megabytes,
               target("< 200 MB", one.child.megabytes < 200));

    title("Growth: that many times the cooperations (median, and how much more than the column before)");
    const auto growth = [&](std::string_view what, const char* unit, auto value) {
        fmt::print("  {:<44}", what);
        double before = 0;
        for (const auto& scale : scales) {
            const double now = value(scale);
            fmt::print("{:>10.1f} {}{}", now, unit,
                       before > 0 ? fmt::format(" x{:<5.2f}", now / before) : std::string(7, ' '));
            before = now;
        }
        fmt::print("\n");
    };
    fmt::print("  {:<44}{:>10}          {:>10}          {:>10}\n", "", "1x", "2x", "4x");
    growth("cooperations", "  ", [](const Scale& scale) { return static_cast<double>(scale.stages.cooperations); });
    growth("transfers", "  ", [](const Scale& scale) { return static_cast<double>(scale.stages.transfers); });
    growth("findings", "  ", [](const Scale& scale) { return static_cast<double>(scale.stages.findings); });
    for (std::size_t stage = 0; stage < Stages::names.size(); ++stage)
        growth(Stages::names[stage], "ms", [&](const Scale& scale) { return scale.stages.times[stage].median; });
    growth("peak memory of `belegd check`", "MB", [](const Scale& scale) { return scale.child.megabytes; });
    return 0;
}

int usage() {
    fmt::print(
        "belegd_bench [RUNS]             measures; 7 runs without a number\n"
        "belegd_bench --instructions     counts instructions with valgrind, whatever else the machine does\n"
        "belegd_bench --text [SCALE] [VARIANTS]  prints the national model\n");
    return 0;
}

unsigned long number_at(int argc, char** argv, int at, unsigned long otherwise) {
    return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
}

}  // namespace

double peak_megabytes(const std::string& file) { return checked(file).megabytes; }

}  // namespace belegd::bench

int main(int argc, char** argv) {
    using namespace belegd::bench;
    const std::string_view first = argc > 1 ? argv[1] : "";
    if (first == "--text") {
        const auto scale = static_cast<std::uint32_t>(number_at(argc, argv, 2, 1));
        const auto variants = static_cast<std::uint32_t>(number_at(argc, argv, 3, 0));
        const auto text = national({1, scale, variants});
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    }
    if (first == "--instructions") return instructions();
    if (first.starts_with('-')) return usage();
    return bench(static_cast<int>(std::max(1ul, number_at(argc, argv, 1, 7))));
}
