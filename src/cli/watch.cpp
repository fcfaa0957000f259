#include "cli/watch.hpp"

#include <algorithm>
#include <map>
#include <thread>

#include "base/hidden.hpp"
#include "cli/check.hpp"
#include "cli/files.hpp"
#include "diagnostics/diagnostic.hpp"
#include "diagnostics/messages/commands.hpp"
#include "system/files.hpp"

namespace belegd::cli {
namespace {

constexpr int kPatience = 10;  ///< looks before a file that has gone counts as gone
constexpr std::size_t kLine = 60;

/// By path when a file was last written and how long it is; a file that is not there has neither.
struct State {
    std::chrono::nanoseconds written{};
    std::uint64_t bytes = 0;
    bool there = false;
    bool operator==(const State&) const = default;
};
using States = std::map<std::string, State>;

State state_of(const std::string& path) {
    const auto found = system::entry(path);
    return found.kind == system::Entry::Kind::file ? State{found.written, found.bytes, true} : State{};
}

/// The files that a check looks at: those of the call as they are now, and those that its models use.
States states(const Call& call, const std::vector<std::string>& used) {
    States out;
    for (const auto& path : call.paths)
        for (const auto& file : model_files(path)) out[file] = state_of(file);
    for (const auto& file : used) out[file] = state_of(file);
    return out;
}

/// The files that are watched after a check, as they were when it began. Of a file that it turned out to use only then, what
/// was written since may not have been read: that is kept as unknown, so that it is read again. A file system may date what
/// is written a little too early.
States known_after(const States& before, const Call& call, const std::vector<std::string>& used,
                   std::chrono::nanoseconds began) {
    constexpr std::chrono::milliseconds kCoarse(20);
    auto out = states(call, used);
    for (auto& [path, state] : out) {
        const auto known = before.find(path);
        if (known != before.end())
            state = known->second;
        else if (state.there && state.written >= began - kCoarse)
            state = State{};
    }
    return out;
}

bool vanished(const States& before, const States& now) {
    return std::any_of(before.begin(), before.end(), [&](const auto& each) {
        const auto found = now.find(each.first);
        return each.second.there && (found == now.end() || !found->second.there);
    });
}

/// How many of one list are not in the other; both are sorted.
long long missing(const std::vector<Seen::Finding>& of, const std::vector<Seen::Finding>& in) {
    std::vector<Seen::Finding> out;
    std::set_difference(of.begin(), of.end(), in.begin(), in.end(), std::back_inserter(out));
    return static_cast<long long>(out.size());
}

/// What was found before and is now out of sight: a text that cannot be read does not say what it means, and a file that
/// is not there says nothing.
std::vector<Seen::Finding> out_of_sight(const Seen& before, const Seen& now) {
    std::vector<Seen::Finding> out;
    for (const auto& each : before.findings) {
        if (std::find(now.unread.begin(), now.unread.end(), each.model) == now.unread.end()) continue;
        const bool told = std::any_of(now.findings.begin(), now.findings.end(),
                                      [&](const auto& other) { return other.model == each.model; });
        const bool again = std::binary_search(now.findings.begin(), now.findings.end(), each);
        if ((!each.of_reading || !told) && !again) out.push_back(each);
    }
    return out;
}

/// `sinds de vorige keer: 1 opgelost, 0 nieuw`, and what cannot be said; then keeps in mind what is out of sight.
Text since(const Seen& before, Seen& now) {
    const auto hidden = out_of_sight(before, now);
    const auto fresh = missing(now.findings, before.findings);
    now.findings.insert(now.findings.end(), hidden.begin(), hidden.end());
    std::sort(now.findings.begin(), now.findings.end());
    const auto solved = missing(before.findings, now.findings);
    auto out = solved + fresh == 0 ? say(message::watch_same)
                                   : say(message::watch_difference, {number(solved), number(fresh)});
    if (hidden.empty()) return out;
    return joined(
        {out, hidden.size() == 1 ? say(message::watch_hidden_one)
                                 : say(message::watch_hidden, {number(static_cast<long long>(hidden.size()))})},
        "; ");
}

}  // namespace

int watch(const Call& call, std::ostream& out, const std::function<bool()>& stopped, std::chrono::milliseconds pause) {
    const auto language = call.language.value_or(Language::nl);
    Seen before;
    // What is written while the model is read counts as changed: so the state is taken before.
    auto known = states(call, {});
    auto began = system::file_time_now();
    auto result = check(call, &before);
    known = known_after(known, call, before.files, began);
    out << harmless(result.err) << say(message::watching).in(language) << "\n" << std::flush;
    while (!stopped()) {
        std::this_thread::sleep_for(pause);
        auto now = states(call, before.files);
        if (now == known) continue;
        // Who saves may write in parts, or put another file in the place of this one: wait until it is done.
        for (int looks = 0; !stopped() && looks < kPatience; ++looks) {
            std::this_thread::sleep_for(pause);
            auto later = states(call, before.files);
            const bool still = later == now;
            now = std::move(later);
            if (still && !vanished(known, now)) break;
        }
        if (stopped()) break;
        if (now == known) continue;
        Seen seen;
        began = system::file_time_now();
        result = check(call, &seen);
        std::string line;
        for (std::size_t i = 0; i < kLine; ++i) line += "─";
        out << line << "\n" << harmless(result.err) << since(before, seen).in(language) << "\n" << std::flush;
        before = std::move(seen);
        known = known_after(now, call, before.files, began);
    }
    return result.exit_code;
}

}  // namespace belegd::cli
