#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <iostream>
#include <string>
#include <vector>

#include "asked.hpp"

namespace {

/// Ends the output with one line that people and scripts can read, also when a test crashes.
struct ClosingLine : doctest::IReporter {
    explicit ClosingLine(const doctest::ContextOptions& options) : out(*options.cout) {}

    void test_run_end(const doctest::TestRunStats& run) override {
        const auto failed = run.numTestCasesFailed;
        out << ran - failed << " passed, " << failed << " failed" << std::endl;
    }

    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_case_start(const doctest::TestCaseData&) override { ++ran; }
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}

    std::ostream& out;
    unsigned ran = 0;  // of a range (--first, --last) doctest counts those outside it too
};

// Reporters speak in the order of their number; the console has 0.
REGISTER_REPORTER("closing", 1, ClosingLine);

/// Runs pages and models by name, each as a test of its own.
int run_asked(const std::vector<std::string>& paths) {
    std::vector<belegd::asked::Target> targets;
    for (const auto& path : paths) {
        targets.push_back(belegd::asked::target(path));
        if (targets.back().explanation.empty()) continue;
        std::cerr << targets.back().explanation << std::endl;
        return 2;
    }
    std::size_t failed = 0;
    for (const auto& target : targets) {
        belegd::asked::set(target);
        doctest::Context context;
        context.setOption("reporters", "console");
        context.setOption("minimal", true);
        context.setOption("no-skip", true);
        context.addFilter("test-case", target.test_case.c_str());
        if (context.run() != 0) ++failed;
    }
    std::cout << targets.size() - failed << " passed, " << failed << " failed" << std::endl;
    return failed > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> paths;
    for (int i = 1; i < argc; ++i)
        if (*argv[i] != '-') paths.emplace_back(argv[i]);
    if (!paths.empty()) return run_asked(paths);
    doctest::Context context;
    context.setOption("reporters", "console,closing");
    context.setOption("minimal", true);
    context.applyCommandLine(argc, argv);
    return context.run();
}
