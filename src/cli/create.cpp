#include "cli/create.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "base/embedded.hpp"
#include "base/fold.hpp"
#include "base/suggest.hpp"
#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "diagnostics/messages/commands.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/names.hpp"
#include "diagnostics/messages/reports.hpp"
#include "resolve/names/who.hpp"
#include "syntax/format.hpp"
#include "system/files.hpp"

namespace belegd::cli {
namespace {

struct Template {
    const char* name;     ///< of its files, and as one asks for it
    const char* english;  ///< the other name by which one may ask for it
    Message help;
};
constexpr Template kTemplates[] = {{"centrumregeling", "centre", message::template_centre},
                                   {"regeling", "arrangement", message::template_body},
                                   {"dvo", "service", message::template_service},
                                   {"vergelijking", "comparison", message::template_comparison}};
constexpr std::size_t kFewest = 2;  ///< participants of a cooperation

/// The municipalities of the library, by the names that people give them.
class Municipalities {
   public:
    explicit Municipalities(const model::Model& model) : model_(model), who_(model) {}
    /// As the library writes them, each once; nothing, and why, when one is not known or is no more.
    std::optional<std::vector<std::string>> known(const std::vector<std::string>& asked, Text& wrong) const {
        std::vector<std::string> out;
        for (const auto& each : asked) {
            const auto found = who_.called(each);
            if (found && model_[found->front()].kind != model::Party::Kind::municipality) {
                wrong = say(message::new_no_municipality, {quoted(Text(each))});
                return std::nullopt;
            }
            if (!found) {
                const auto bare = resolve::without_article(each);
                wrong = say(message::unknown_name, {say(message::kind_municipality), quoted(Text(bare))});
                if (const auto near = nearest(bare, who_.all()))
                    wrong = joined({wrong, say(message::did_you_mean, {Text(*near)})}, "; ");
                return std::nullopt;
            }
            const auto& party = model_[found->front()];
            if (party.term.days.until != kNoEnd) {
                std::vector<Text> into;
                for (const auto id : party.successors) into.emplace_back(model_[id].name);
                wrong = say(message::new_abolished, {Text(party.name), spelled(party.term.days.until), listed(into)});
                return std::nullopt;
            }
            const auto& name = party.name;
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        }
        if (out.size() < kFewest) {
            wrong = say(message::new_two_at_least);
            return std::nullopt;
        }
        return out;
    }

   private:
    const model::Model& model_;
    resolve::Who who_;
};

const Template* asked_for(std::string_view name) {
    const auto found = std::find_if(std::begin(kTemplates), std::end(kTemplates), [&](const Template& each) {
        return folded(each.name) == folded(name) || folded(each.english) == folded(name);
    });
    return found == std::end(kTemplates) ? nullptr : found;
}

std::string filled_in(std::string_view text, const std::vector<std::string>& names) {
    const auto list = [](auto begin, auto end) {
        std::string out;
        for (; begin != end; ++begin) out += (out.empty() ? "" : ", ") + *begin;
        return out;
    };
    kainjow::mustache::mustache page{std::string(text)};
    page.set_custom_escape([](const std::string& plain) { return plain; });
    kainjow::mustache::data names_of;
    names_of["first"] = names.front();
    names_of["second"] = names[1];
    names_of["others"] = list(names.begin() + 1, names.end());
    names_of["all"] = list(names.begin(), names.end());
    return page.render(names_of);
}

Text kinds_said() {
    std::vector<Text> lines{say(message::new_kinds)};
    std::size_t widest = 0;
    const auto called = [](const Template& each) { return std::string(each.name) + " (" + each.english + ")"; };
    for (const auto& each : kTemplates) widest = std::max(widest, called(each).size());
    for (const auto& each : kTemplates) {
        const auto name = called(each);
        lines.push_back(joined({Text("  " + name + std::string(widest - name.size(), ' ')), say(each.help)}, "  "));
    }
    return joined(lines, "\n");
}

}  // namespace

std::vector<std::string> template_kinds() {
    std::vector<std::string> out;
    for (const auto& each : kTemplates) out.emplace_back(each.name);
    return out;
}

std::vector<std::string> template_names() {
    std::vector<std::string> out;
    for (const auto& each : kTemplates) {
        out.emplace_back(each.name);
        out.emplace_back(each.english);
    }
    return out;
}

Result create(const Call& call) {
    Result result;
    const auto language = fallback(call);
    if (!call.name) {
        result.out = kinds_said().in(language) + "\n";
        return result;
    }
    const auto* kind = asked_for(*call.name);
    if (kind == nullptr) {
        auto said = say(message::new_no_such_kind, {Text(*call.name)});
        if (const auto near = nearest(*call.name, template_names()))
            said = joined({said, say(message::did_you_mean, {Text(*near)})}, "; ");
        return cannot(result, language, joined({said, kinds_said()}, "\n")), result;
    }
    const bool prints = call.paths.empty() || call.paths.front() == kStandard;
    if (!prints && system::is_taken(call.paths.front()))
        return cannot(result, language, say(message::new_file_exists, {Text(call.paths.front())})), result;

    const auto library = library_model();
    auto names = std::optional<std::vector<std::string>>({"Leiden", "Leiderdorp"});
    Text wrong;
    if (!call.participants.empty() && !(names = Municipalities(library->model).known(call.participants, wrong)))
        return cannot(result, language, wrong), result;

    const auto file = std::string(kind->name) + (language == Language::nl ? ".nl.belegd" : ".en.belegd");
    const auto files = embedded::models();
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& each) { return each.name == file; });
    auto text = syntax::formatted(filled_in(found->text, *names), library->texts.lexicon).text;
    const std::string stands_in = prints ? std::string(kind->name) + ".belegd" : call.paths.front();
    if (prints) {
        result.out = std::move(text);
        result.err = say(message::new_next_printed, {Text(stands_in)}).in(language) + "\n";
    } else {
        result.files.push_back({stands_in, std::move(text)});
        result.out = say(message::new_next, {Text(stands_in)}).in(language) + "\n";
    }
    return result;
}

}  // namespace belegd::cli
