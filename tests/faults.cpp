// The list of faults for `./dev mutants` goes with the sources: what each replaces stands there exactly once.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Fault {
    std::size_t line;
    std::string file, find;
};

std::string text_of(const std::string& path) {
    std::ifstream in(std::string(BELEGD_ROOT) + "/" + path);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

/// A line that begins with no key goes on with the text before it; an empty line or a remark ends it.
std::vector<Fault> faults() {
    std::vector<Fault> out;
    std::string* at = nullptr;
    std::istringstream in(text_of("tests/mutants/faults.txt"));
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        const auto space = line.find(' ');
        const auto key = line.substr(0, space), rest = space == std::string::npos ? "" : line.substr(space + 1);
        if (line.empty() || line.front() == '#') {
            at = nullptr;
        } else if (key == "fault") {
            out.push_back({number, "", ""});
            at = nullptr;
        } else if (key == "in" || key == "find") {
            at = key == "in" ? &out.back().file : &out.back().find;
            *at = rest;
        } else if (key == "put" || key == "tests" || key == "survives") {
            at = nullptr;
        } else if (at != nullptr) {
            *at += "\n" + line;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("faults: what each fault of the list replaces stands once in the sources") {
    const auto all = faults();
    CHECK(all.size() > 40);
    for (const auto& fault : all) {
        INFO("tests/mutants/faults.txt:" << fault.line << ": " << fault.find);
        const auto text = text_of(fault.file);
        std::size_t times = 0;
        for (auto found = text.find(fault.find); found != std::string::npos; found = text.find(fault.find, found + 1))
            ++times;
        CHECK_FALSE(fault.find.empty());
        CHECK(times == 1);
    }
}
