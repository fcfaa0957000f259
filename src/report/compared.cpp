#include "report/compared.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/in_titles.hpp"
#include "base/fold.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/compared.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/appendix/marked.hpp"
#include "report/compared_costs.hpp"
#include "report/events.hpp"
#include "report/open_points.hpp"
#include "report/weighed.hpp"

namespace belegd::report {
namespace {

using namespace model;

/// What becomes of a part of the work.
enum class Fate : std::uint8_t { lost, returned, uncertain, moved, retitled, settled, stays };

/// Cells of which the same is to be said, in the tasks and functions of the model on one side.
struct Same {
    Fate fate;
    std::vector<Text> from, to;  ///< who does it
    Text was, becomes;           ///< with its mark
    BitSet functions, tasks;
    std::vector<PartyId> parties;
    std::vector<Span> source;
};

class Comparing {
   public:
    Comparing(const Side& before, const Side& after)
        : a_(before), b_(after), m_(after.frame.model), one_model_(&before.frame.model == &after.frame.model) {}

    Document document() {
        gather();
        out_.title = say(message::compared_title, {a_.name, b_.name});
        out_.blocks.emplace_back(Paragraph{
            Cell(say(message::compared_lead, {parties_said(m_, b_.frame.what.parties), a_.whole, b_.whole}))});
        heading(message::compared_short);
        in_short();
        table(Fate::lost, message::compared_losses, message::caption_losses);
        table(Fate::returned, message::compared_returned, message::caption_returned);
        flow(message::compared_untangled, message::caption_untangled, true);
        flow(message::compared_woven, message::caption_woven, false);
        table(Fate::retitled, message::compared_titles, message::caption_titles);
        table(Fate::settled, message::compared_settled, message::caption_settled_then);
        table(Fate::uncertain, message::compared_cannot, message::caption_cannot);
        staying();
        only_one_side();
        needed();
        open_then();
        criteria();
        compared_costs(out_, a_, b_);
        return std::move(out_);
    }

    void work(Document& out, const Text& words) {
        gather();
        if (all_.empty() ||
            std::all_of(all_.begin(), all_.end(), [](const Same& each) { return each.fate == Fate::stays; }))
            return;
        out.blocks.emplace_back(Heading{2, words});
        in_short();
        table(Fate::lost, message::compared_losses, message::caption_losses);
        table(Fate::returned, message::compared_returned, message::caption_returned);
        std::move(out_.blocks.begin(), out_.blocks.end(), std::back_inserter(out.blocks));
    }

   private:
    // ---- what becomes of each cell ------------------------------------------------------------------------------

    /// For each name on this side the place of the same name on the other. A model and what is supposed of it have
    /// everything in the same place.
    static std::vector<std::optional<std::uint32_t>> places(const std::vector<std::string>& here,
                                                            const std::vector<std::string>& there) {
        std::map<std::string, std::uint32_t> known;
        for (std::uint32_t i = 0; i < there.size(); ++i) known.emplace(folded(there[i]), i);
        std::vector<std::optional<std::uint32_t>> out(here.size());
        for (std::uint32_t i = 0; i < here.size(); ++i) {
            const auto found = known.find(folded(here[i]));
            if (i < there.size() && here[i] == there[i])
                out[i] = i;
            else if (found != known.end())
                out[i] = found->second;
        }
        return out;
    }
    static std::vector<std::string> parties_of(const Model& model) {
        std::vector<std::string> out;
        for (const auto& each : model.parties) out.push_back(each.name);
        return out;
    }
    static std::vector<std::string> tasks_of_all(const Model& model) {
        std::vector<std::string> out;
        for (const auto id : model.leaf_tasks) out.push_back(model[id].name);
        return out;
    }
    static std::vector<std::string> functions_of_all(const Model& model) {
        std::vector<std::string> out;
        for (const auto id : model.leaf_functions) out.push_back(model[id].name);
        return out;
    }

    /// Whose work it is, without the organ.
    static std::vector<Text> who(const Model& model, const std::vector<Actor>& actors) {
        std::vector<Text> out;
        for (const auto& actor : actors) {
            auto name = actor.owner == Actor::Owner::party ? parties_said(model, {PartyId{actor.index}})
                                                           : name_of(model, actor.whole());
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
        }
        std::sort(out.begin(), out.end(), [](const Text& x, const Text& y) { return x.nl < y.nl; });
        return out;
    }

    static Text lines_said(const Marked& marked) {
        std::vector<Text> out;
        for (const auto& line : marked.lines)
            out.push_back(line.lead.empty() ? line.text : joined({line.lead, line.text}, " "));
        return joined(out, "; ");
    }

    static bool is_open(MarkedAs as) { return as == MarkedAs::undetermined; }

    void gather() {
        const auto& other = a_.frame.model;
        const auto parties = places(parties_of(m_), parties_of(other));
        const auto tasks = places(tasks_of_all(m_), tasks_of_all(other));
        const auto functions = places(functions_of_all(m_), functions_of_all(other));
        for (const auto party : b_.frame.what.parties) {
            const auto party_then = parties[party.index];
            if (!party_then) continue;
            b_.frame.functions.each([&](std::size_t function) {
                if (!functions[function]) return;
                of_function_ = all_.size();
                b_.frame.tasks.each([&](std::size_t leaf) {
                    if (!tasks[leaf]) return;
                    const auto* after = b_.frame.answer(b_.variant, party, leaf, function);
                    const auto* before = a_.frame.answer(a_.variant, {*party_then}, *tasks[leaf], *functions[function]);
                    if (after == nullptr || before == nullptr) return;
                    see(party, function, leaf, *before, {*party_then}, *functions[function], *tasks[leaf], *after);
                });
            });
        }
        join();
    }

    void see(PartyId party, std::size_t function, std::size_t leaf, const graph::Answer& before, PartyId party_then,
             std::size_t function_then, std::size_t leaf_then, const graph::Answer& after) {
        const auto was = marked(a_.frame, a_.variant, party_then, leaf_then, function_then, before);
        const auto is = marked(b_.frame, b_.variant, party, leaf, function, after);
        const auto from = who(a_.frame.model, before.performers), to = who(m_, after.performers);
        const auto was_said = lines_said(was), is_said = lines_said(is);
        const bool moved = from != to;
        Fate fate = Fate::stays;
        if (is_loss(is.as) && !is_loss(was.as))
            fate = Fate::lost;
        else if (is_open(is.as) != is_open(was.as))
            fate = Fate::uncertain;
        else if (is_loss(was.as) && !is_loss(is.as))
            fate = Fate::settled;
        else if (moved)
            fate = after.state == graph::State::by_law ? Fate::returned : Fate::moved;
        else if (was_said != is_said && !was.means_as(is))
            fate = Fate::retitled;
        // What the law leaves where it is needs no word.
        if (fate == Fate::stays && (is.by_law || is_loss(is.as) || is_open(is.as))) return;
        auto same =
            std::find_if(all_.begin() + static_cast<std::ptrdiff_t>(of_function_), all_.end(), [&](const Same& each) {
                return each.fate == fate && each.from == from && each.to == to && each.was == was_said &&
                       each.becomes == is_said;
            });
        if (same == all_.end()) {
            same = all_.insert(all_.end(), {fate,
                                            from,
                                            to,
                                            was_said,
                                            is_said,
                                            BitSet(m_.leaf_functions.size()),
                                            BitSet(m_.leaf_tasks.size()),
                                            {party},
                                            {}});
            same->functions.set(function);
        }
        same->tasks.set(leaf);
        same->source.insert(same->source.end(), is.from.begin(), is.from.end());
    }

    /// One row for functions of the same tasks, then for the same of several municipalities.
    void join() {
        const auto unite = [&](auto may, auto into) {
            united_rows(
                all_,
                [&](const Same& x, const Same& y) {
                    return x.fate == y.fate && x.from == y.from && x.to == y.to && x.was == y.was &&
                           x.becomes == y.becomes && may(x, y);
                },
                [&](Same& to, Same& from) {
                    into(to, from);
                    to.source.insert(to.source.end(), from.source.begin(), from.source.end());
                });
        };
        unite([](const Same& x, const Same& y) { return x.tasks == y.tasks && x.parties == y.parties; },
              [](Same& to, const Same& from) { to.functions |= from.functions; });
        unite([](const Same& x, const Same& y) { return x.tasks == y.tasks && x.functions == y.functions; },
              [](Same& to, const Same& from) {
                  to.parties.insert(to.parties.end(), from.parties.begin(), from.parties.end());
              });
    }

    // ---- tables -------------------------------------------------------------------------------------------------

    Text part(const Same& each) const {
        return say(message::short_of, {functions_of(m_, each.functions), tasks_of(m_, each.tasks)});
    }
    bool several() const { return b_.frame.what.parties.size() > 1; }
    Text short_part(const Same& each) const {
        return several() ? joined({part(each), say(message::row_for, {parties_said(m_, each.parties)})}, " ")
                         : part(each);
    }
    static Text listed_or_nobody(const std::vector<Text>& who) {
        return who.empty() ? say(message::compared_from_nobody) : listed(who);
    }
    bool any(Fate fate) const {
        return std::any_of(all_.begin(), all_.end(), [&](const Same& each) { return each.fate == fate; });
    }
    void heading(Message words) { out_.blocks.emplace_back(Heading{2, say(words)}); }

    std::vector<Text> parts(Fate fate) const {
        std::vector<Text> out;
        for (const auto& each : all_)
            if (each.fate == fate) out.push_back(short_part(each));
        return out;
    }

    void in_short() {
        Bullets out;
        const auto add = [&](Fate fate, Message words, Cell::Mark mark) {
            if (any(fate))
                out.items.emplace_back(say(words, {joined(parts(fate), "; ")}), std::vector<std::size_t>{}, mark);
        };
        add(Fate::lost, message::compared_lost, Cell::Mark::open);
        std::vector<std::pair<std::pair<Text, Text>, std::vector<Text>>> ways;
        for (const auto& each : all_) {
            if (each.fate != Fate::moved) continue;
            const std::pair way{listed_or_nobody(each.from), listed_or_nobody(each.to)};
            auto same = std::find_if(ways.begin(), ways.end(), [&](const auto& other) { return other.first == way; });
            if (same == ways.end()) same = ways.insert(ways.end(), {way, {}});
            same->second.push_back(short_part(each));
        }
        for (const auto& [way, what] : ways)
            out.items.emplace_back(say(message::compared_goes, {way.first, way.second, joined(what, "; ")}));
        for (const auto& each : all_)
            if (each.fate == Fate::returned)
                out.items.emplace_back(say(message::compared_falls_back,
                                           {listed_or_nobody(each.from), listed_or_nobody(each.to), short_part(each)}),
                                       std::vector<std::size_t>{}, Cell::Mark::attention);
        add(Fate::retitled, message::compared_title_changes, Cell::Mark::none);
        add(Fate::settled, message::compared_gained, Cell::Mark::none);
        add(Fate::uncertain, message::compared_uncertain, Cell::Mark::attention);
        if (out.items.empty()) out.items.emplace_back(say(message::compared_same));
        out_.blocks.emplace_back(std::move(out));
    }

    Table begun(Text caption, std::vector<Text> more) const {
        Table out;
        out.caption = std::move(caption);
        out.columns = {say(message::compared_part)};
        if (several()) out.columns.push_back(say(message::compared_for));
        out.columns.insert(out.columns.end(), more.begin(), more.end());
        return out;
    }
    void row(Table& out, const Same& each, std::vector<Cell> more) const {
        std::vector<Cell> cells{Cell(part(each))};
        if (several()) cells.emplace_back(parties_said(m_, each.parties));
        for (auto& cell : more) cells.push_back(std::move(cell));
        out.rows.push_back(std::move(cells));
        out.origins.push_back(b_.frame.origins(each.source));
    }

    void table(Fate fate, Message words, Message caption) {
        if (!any(fate)) return;
        heading(words);
        auto out = begun(say(caption), {a_.name, b_.name});
        for (const auto& each : all_)
            if (each.fate == fate)
                row(out, each,
                    {Cell(each.was), Cell(each.becomes, {}, fate == Fate::lost ? Cell::Mark::open : Cell::Mark::none)});
        out_.blocks.emplace_back(std::move(out));
    }

    /// What moves, by who loses it or by who gets it.
    void flow(Message words, Message caption, bool leaving) {
        if (!any(Fate::moved)) return;
        std::vector<Text> all;
        for (const auto& each : all_)
            if (each.fate == Fate::moved)
                for (const auto& name : changing(each, leaving))
                    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
        if (all.empty()) return;
        heading(words);
        auto out = begun(say(caption), {say(leaving ? message::compared_goes_to : message::compared_comes_from),
                                        leaving ? a_.name : b_.name});
        for (const auto& name : all) {
            out.groups.emplace_back(out.rows.size(), name);
            for (const auto& each : all_) {
                if (each.fate != Fate::moved) continue;
                const auto names = changing(each, leaving);
                if (std::find(names.begin(), names.end(), name) == names.end()) continue;
                row(out, each,
                    {Cell(listed_or_nobody(changing(each, !leaving))), Cell(leaving ? each.was : each.becomes)});
            }
        }
        out_.blocks.emplace_back(std::move(out));
    }
    /// Who had it and has it no longer, or has it and had it not.
    static std::vector<Text> changing(const Same& each, bool leaving) {
        const auto &here = leaving ? each.from : each.to, &other = leaving ? each.to : each.from;
        std::vector<Text> out;
        for (const auto& name : here)
            if (std::find(other.begin(), other.end(), name) == other.end()) out.push_back(name);
        return out;
    }

    void staying() {
        if (!any(Fate::stays)) return;
        heading(message::compared_stays);
        auto out = begun(say(message::caption_stays), {b_.name});
        for (const auto& each : all_)
            if (each.fate == Fate::stays) row(out, each, {Cell(each.becomes)});
        out_.blocks.emplace_back(std::move(out));
    }

    // ---- two models ---------------------------------------------------------------------------------------------

    void only_one_side() {
        if (one_model_) return;
        const auto names = [](const Frame& frame) {
            std::set<std::string> out;
            frame.tasks.each([&](std::size_t leaf) { out.insert(frame.model[frame.model.leaf_tasks[leaf]].name); });
            for (const auto party : frame.what.parties) out.insert(frame.model[party].name);
            return out;
        };
        const auto before = names(a_.frame), after = names(b_.frame);
        const auto add = [&](const std::set<std::string>& these, const std::set<std::string>& others,
                             const Text& side) {
            std::vector<Text> out;
            for (const auto& name : these)
                if (std::none_of(others.begin(), others.end(),
                                 [&](const std::string& other) { return folded(other) == folded(name); }))
                    out.emplace_back(name);
            if (!out.empty())
                out_.blocks.emplace_back(
                    Paragraph{Cell(say(message::function_line, {say(message::compared_only, {side}), listed(out)}))});
        };
        add(before, after, a_.name);
        add(after, before, b_.name);
    }

    // ---- what it takes ------------------------------------------------------------------------------------------

    static bool is_act(Event::Kind kind) {
        return kind != Event::Kind::finding && kind != Event::Kind::payment && kind != Event::Kind::renewal;
    }

    /// Whether an event is a decision about a variant: it is one step on the way there, wherever it stands.
    bool decides_on(const Event& event, VariantId variant) const {
        const auto& all = b_.frame.model.decisions;
        return variant.valid() && std::any_of(all.begin(), all.end(), [&](const Decision& each) {
                   return std::find(event.from.begin(), event.from.end(), each.span) != event.from.end() &&
                          std::any_of(each.concerns.begin(), each.concerns.end(),
                                      [&](const Concern& concern) { return concern.variant == variant; });
               });
    }

    /// What happens on the way from the one to the other: of two situations what only the second has, of two days what
    /// lies between.
    void needed() {
        Table out;
        out.caption = say(message::caption_needed);
        out.columns = {say(message::column_when), say(message::column_what)};
        const bool two_days = one_model_ && a_.variant == b_.variant;
        std::vector<Event> before;
        if (!two_days) before = events_of(a_);
        for (const auto& event : events_of(b_)) {
            if (!is_act(event.kind)) continue;
            if (two_days && (event.stretch.last < std::min(a_.frame.asked, b_.frame.asked).next() ||
                             event.stretch.first > std::max(a_.frame.asked, b_.frame.asked)))
                continue;
            const bool known = std::any_of(before.begin(), before.end(), [&](const Event& other) {
                return other.kind == event.kind && other.text == event.text && other.when == event.when;
            });
            if (known && !decides_on(event, b_.variant)) continue;
            out.rows.push_back({Cell(event.when), Cell(event.text)});
            out.origins.push_back(b_.frame.origins(event.from));
        }
        if (out.rows.empty()) return;
        heading(message::compared_needed);
        out_.blocks.emplace_back(std::move(out));
    }
    static std::vector<Event> events_of(const Side& side) {
        auto what = side.frame.what;
        what.columns = {side.variant};
        const Frame alone(side.frame.analysis, what, Extent::appendix);
        return events(alone);
    }

    void criteria() {
        if (one_model_ && a_.variant != b_.variant) write_weighed(out_, b_.frame, {a_.variant, b_.variant});
        if (!one_model_) write_weighed(out_, b_.frame, {b_.variant});
    }

    void open_then() {
        const auto found = [](const Side& side) {
            auto what = side.frame.what;
            what.columns = {side.variant};
            const Frame alone(side.frame.analysis, what, Extent::appendix);
            const analysis::InTitles titles(side.frame.analysis);
            return open_findings(alone, titles.subject()).findings;
        };
        const auto before = found(a_);
        Bullets out;
        for (const auto& each : found(b_)) {
            const bool known = std::any_of(before.begin(), before.end(), [&](const Diagnostic& other) {
                return other.message == each.message && other.code == each.code;
            });
            if (!known)
                out.items.emplace_back(sentence(each.message), std::vector<std::size_t>{},
                                       is_grave(each) ? Cell::Mark::open : Cell::Mark::attention);
        }
        if (out.items.empty()) return;
        heading(message::compared_open);
        out_.blocks.emplace_back(std::move(out));
    }

    const Side &a_, &b_;
    const Model& m_;
    bool one_model_;
    std::vector<Same> all_;
    std::size_t of_function_ = 0;  ///< in `all_`, where those of the party and function begin that are looked at
    Document out_;
};

}  // namespace

void compared_work(Document& out, const Side& before, const Side& after, const Text& heading) {
    Comparing(before, after).work(out, heading);
}

Document compared(const Side& before, const Side& after) { return Comparing(before, after).document(); }

}  // namespace belegd::report
