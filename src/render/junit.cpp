// The XML of JUnit, which build servers show as a list of tests.
#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>

#include "diagnostics/messages/general.hpp"
#include "render/diagnostics.hpp"
#include "render/findings.hpp"
#include "render/xml.hpp"

namespace belegd::render {
namespace {

constexpr std::size_t kWidth = 100;

class Suite {
   public:
    Suite(pugi::xml_node parent, const Found& found, Severity fails_from)
        : node_(parent.append_child("testsuite")), found_(found), fails_from_(fails_from) {
        set(node_, "name", found.path);
        for (const auto* count : {"tests", "failures", "errors", "skipped"}) node_.append_attribute(count).set_value(0);
    }

    void fill() {
        if (!found_.failure.empty()) {
            auto one = add(found_.path);
            set(child(one, "error", "errors", ""), "message", found_.failure.in(found_.language));
            return;
        }
        if (found_.tests) {
            for (const auto& test : *found_.tests) {
                auto one = add(test.text.nl, test.span);
                if (test.failure) fail(one, *test.failure);
                if (!test.unlawful.empty())
                    child(one, "system-out", nullptr, joined(test.unlawful, "; ").in(found_.language));
            }
            return;
        }
        bool any = false;
        for (const auto& item : found_.diagnostics.items()) {
            if (item.is_question() && !item.accepted) continue;
            any = true;
            auto one = add(fmt::format("{} {}: {}", item.code_id(), item.code_name().in(found_.language),
                                       item.message.in(found_.language)),
                           item.primary.span);
            if (!item.accepted && item.severity() >= fails_from_)
                fail(one, item);
            else
                child(one, "system-out", nullptr, whole(item));
        }
        // A suite without a case is taken for one that did not run.
        if (!any) add(say(message::no_findings).in(found_.language));
        if (!found_.questions.empty()) child(node_, "system-out", nullptr, found_.questions.in(found_.language));
    }

   private:
    void count(const char* what) {
        auto attribute = node_.attribute(what);
        attribute.set_value(attribute.as_uint() + 1);
    }

    /// Cases of one name are taken for one case: the second gets a number.
    pugi::xml_node add(const std::string& name, std::optional<Span> span = {}) {
        auto one = node_.append_child("testcase");
        const auto times = ++named_[name];
        set(one, "classname", found_.path);
        set(one, "name", times == 1 ? name : fmt::format("{} ({})", name, times));
        if (const auto path = span ? path_of(found_, span->file) : std::nullopt) {
            set(one, "file", *path);
            one.append_attribute("line").set_value(found_.sources.place(*span).line);
        }
        count("tests");
        return one;
    }

    pugi::xml_node child(pugi::xml_node one, const char* name, const char* counted, std::string_view text) {
        auto out = one.append_child(name);
        if (!text.empty()) out.append_child(pugi::node_pcdata).set_value(holdable(text).c_str());
        if (counted != nullptr) count(counted);
        return out;
    }

    void fail(pugi::xml_node one, const Diagnostic& item) {
        auto failure = child(one, "failure", "failures", whole(item));
        set(failure, "type", item.code_id());
        set(failure, "message",
            item.facts.empty() ? item.message.in(found_.language)
                               : item.message.in(found_.language) + ": " + item.facts.front().in(found_.language));
    }

    std::string whole(const Diagnostic& item) const {
        auto out = finding(item, found_.sources, found_.language, kWidth);
        return item.accepted ? out + accepted_line(item).in(found_.language) + "\n" : out;
    }

    pugi::xml_node node_;
    const Found& found_;
    Severity fails_from_;
    std::map<std::string, int> named_;
};

}  // namespace

std::string junit(const std::vector<Found>& all, Severity fails_from) {
    pugi::xml_document document;
    auto suites = document.append_child("testsuites");
    set(suites, "name", "belegd");
    for (const auto& found : all) Suite(suites, found, fails_from).fill();
    for (const auto* count : {"tests", "failures", "errors"}) {
        unsigned sum = 0;
        for (const auto suite : suites.children()) sum += suite.attribute(count).as_uint();
        suites.append_attribute(count).set_value(sum);
    }
    return written_xml(document, Layout::indented);
}

}  // namespace belegd::render
