#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <iostream>

namespace {

/// Ends the output with one line that people and scripts can read, also when a test crashes.
struct ClosingLine : doctest::IReporter {
    explicit ClosingLine(const doctest::ContextOptions& options) : out(*options.cout) {}

    void test_run_end(const doctest::TestRunStats& run) override {
        const auto failed = run.numTestCasesFailed;
        out << run.numTestCasesPassingFilters - failed << " passed, " << failed << " failed" << std::endl;
    }

    void report_query(const doctest::QueryData&) override {}
    void test_run_start() override {}
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void test_case_exception(const doctest::TestCaseException&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData&) override {}
    void log_message(const doctest::MessageData&) override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}

    std::ostream& out;
};

// Reporters speak in the order of their number; the console has 0.
REGISTER_REPORTER("closing", 1, ClosingLine);

}  // namespace

int main(int argc, char** argv) {
    doctest::Context context;
    context.setOption("reporters", "console,closing");
    context.setOption("minimal", true);
    context.applyCommandLine(argc, argv);
    return context.run();
}
