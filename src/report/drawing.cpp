#include "report/drawing.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "checks/beginning.hpp"
#include "checks/open_lists.hpp"
#include "diagnostics/messages/appendix.hpp"
#include "diagnostics/messages/drawing.hpp"
#include "diagnostics/messages/general.hpp"
#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"
#include "report/appendix/tables.hpp"
#include "report/shown.hpp"

namespace belegd::report {
namespace {

using namespace model;
using Change = Drawing::Change;

constexpr std::size_t kMostOwners = 9;   ///< more groups of equals make no drawing that anybody reads
constexpr std::size_t kMostArrows = 16;  ///< nor do more arrows
constexpr std::size_t kMostApart = 3;    ///< who act together, more of them, are one box

/// What an arrow of one cell says.
struct Told {
    MarkedAs as = MarkedAs::own;
    Text how, sure;                ///< the second without how certain it is
    std::vector<Drawing::Box> to;  ///< nothing: it stays with whose it is
    Drawing::Cooperation under;

    std::string place() const {
        std::string out = under.title.nl + '\n' + under.form.nl;
        for (const auto& each : to) out += '\n' + each.title.nl;
        return out;
    }
    std::string words() const { return place() + '\t' + std::to_string(static_cast<int>(as)) + how.nl; }
    bool means_as(const Told& other) const { return as == other.as && sure == other.sure && place() == other.place(); }
};

/// What is told of one cell: once, or as it goes and as it comes.
using Tellings = std::vector<std::pair<Change, Told>>;

/// Cells about which one arrow says the same.
struct Strand {
    MarkedAs as;
    Text how;
    std::vector<PartyId> parties;
    std::map<std::uint32_t, BitSet> tasks_of;
};
/// Arrows to the same under the same cooperation, by whose they are.
struct Course {
    Change change;
    Told like;
    std::vector<std::pair<std::size_t, std::vector<Strand>>> of;  ///< a group, and its cells
};

class Drawer {
   public:
    Drawer(const analysis::Analysis& analysis, const Overview& shown, bool difference)
        : f_(analysis, shown, Extent::appendix), m_(analysis.model) {
        out_.difference = difference;
    }

    Drawing drawn(std::vector<Text> beginnings) {
        out_.title = f_.what.title;
        out_.said = std::move(beginnings);
        if (f_.what.columns.empty()) return std::move(out_);
        for (const auto party : f_.what.parties)
            if (const auto absent = checks::absent_on(m_, party, f_.day)) out_.said.push_back(*absent);
        groups_ = equals();
        bundle();
        arrows();
        if (out_.owners.size() > kMostOwners || out_.arrows.size() > kMostArrows) crowd();
        name_parts();
        head();
        return std::move(out_);
    }

   private:
    // ---- a cell -------------------------------------------------------------------------------------------

    std::optional<Told> told(VariantId situation, PartyId party, std::size_t leaf, std::size_t function) const {
        const auto* answer = f_.answer(situation, party, leaf, function);
        if (answer == nullptr) return std::nullopt;
        const auto cell = marked(f_, situation, party, leaf, function, *answer);
        Told out;
        out.as = cell.as;
        std::vector<Text> lines;
        for (const auto& line : cell.lines)
            lines.push_back(cell.lines.size() == 1 || line.text.empty() ? line.text
                                                                        : joined({line.lead, line.text}, " "));
        out.how = joined(lines, "; ");
        out.sure = joined(cell.sure, "; ");
        if (cell.as == MarkedAs::own) return out;
        out.to = receivers(*answer, cell.as, party);
        if (!out.to.empty()) out.under = cooperation_of(situation, party, leaf, function, *answer, cell.as);
        return out;
    }

    std::vector<Drawing::Box> receivers(const graph::Answer& answer, MarkedAs as, PartyId own) const {
        const auto nobody = [](const Text& why) { return std::vector{Drawing::Box{why, {}, true}}; };
        if (as == MarkedAs::undetermined) return nobody(say(message::drawn_undetermined));
        if (answer.state == graph::State::no_owner) return nobody(say(message::no_organ));
        if (answer.state == graph::State::cycle) return nobody(say(message::drawn_circle));
        if (answer.performers.empty() || as == MarkedAs::open) return nobody(say(message::drawn_nobody));
        std::vector<Actor> bodies;
        for (const auto& each : answer.performers) {
            const bool is_own =
                each.owner == Actor::Owner::own || (each.owner == Actor::Owner::party && each.index == own.index);
            const auto body = is_own ? Actor{} : each.whole();
            if (std::find(bodies.begin(), bodies.end(), body) == bodies.end()) bodies.push_back(body);
        }
        if (bodies == std::vector{Actor{}}) return {};
        std::vector<Drawing::Box> out;
        std::vector<Text> names;
        for (const auto& body : bodies) {
            names.push_back(body == Actor{} ? say(message::drawn_itself) : actor_said(m_, body, {}));
            out.push_back({names.back()});
        }
        if (out.size() > kMostApart) return {{listed(names)}};
        return out;
    }

    Drawing::Cooperation cooperation_of(VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
                                        const graph::Answer& answer, MarkedAs as) const {
        std::vector<CooperationId> all;
        const auto take = [&](CooperationId id) {
            if (id.valid() && std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
        };
        for (const auto& step : answer.chain)
            for (const auto id : step.by) take(m_[id].cooperation);
        const auto& view = f_.analysis.subject->view(situation);
        const auto part = static_cast<std::uint32_t>(function);
        if (as == MarkedAs::undetermined) {
            BitSet one(m_.leaf_tasks.size());
            one.set(leaf);
            for (const auto& open : checks::what_is_open(*f_.analysis.subject, view, party, part, f_.day, one))
                take(open.cooperation);
        }
        if (all.empty() && graph::is_implicit(answer.state))
            for (const auto& claim : view.claims->of(party))
                if (holds_on(claim.periods, f_.day) && view.claims->tasks(claim, party, part, f_.day).has(leaf))
                    take(claim.cooperation);
        std::vector<Text> titles, forms;
        for (const auto id : all) {
            titles.push_back(title_of(m_, id));
            const auto form = form_of(id);
            if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
        }
        for (auto& id : all) id = m_[id].first_version;
        return {listed(titles), listed(forms), std::move(all)};
    }

    Text form_of(CooperationId id) const {
        const auto& row = m_[id];
        if (row.form.valid()) return {m_[row.form].name, m_[row.form].title.en};
        return row.form_backing.silence == Silence::none
                   ? say(message::drawn_no_form)
                   : say(message::drawn_form, {name_of(row.form_backing.silence)});
    }

    Tellings tellings(PartyId party, std::size_t leaf, std::size_t function) const {
        auto first = told(f_.what.columns.front(), party, leaf, function);
        Tellings out;
        if (!out_.difference) {
            if (first) out.emplace_back(Change::stays, std::move(*first));
            return out;
        }
        auto second = told(f_.what.columns[1], party, leaf, function);
        const bool same = first && second && first->means_as(*second);
        if (same && !(first->how == second->how)) first->how = first->sure;
        if (first) out.emplace_back(same ? Change::stays : Change::goes, std::move(*first));
        if (second && !same) out.emplace_back(Change::comes, std::move(*second));
        return out;
    }

    template <typename Visit>
    void each_cell(Visit visit) const {
        f_.functions.each([&](std::size_t function) {
            f_.tasks.each([&](std::size_t leaf) { visit(leaf, static_cast<std::uint32_t>(function)); });
        });
    }

    // ---- whose it is --------------------------------------------------------------------------------------

    /// Those of whom the same is told throughout.
    std::vector<std::vector<PartyId>> equals() const {
        std::vector<std::vector<PartyId>> out;
        std::map<std::string, std::size_t> known;
        for (const auto party : present_parties(f_)) {
            std::string words;
            each_cell([&](std::size_t leaf, std::uint32_t function) {
                for (const auto& [change, what] : tellings(party, leaf, function))
                    words += std::to_string(static_cast<int>(change)) + what.words();
                words += '\f';
            });
            const auto [at, is_new] = known.emplace(std::move(words), out.size());
            if (is_new) out.emplace_back();
            out[at->second].push_back(party);
        }
        return out;
    }

    Text owners_said(const std::vector<PartyId>& parties) const {
        if (parties.size() <= kMostApart) return parties_said(m_, parties);
        const bool municipalities = std::all_of(parties.begin(), parties.end(),
                                                [&](PartyId id) { return m_[id].kind == Party::Kind::municipality; });
        return say(municipalities ? message::drawn_municipalities : message::drawn_bodies,
                   {number(static_cast<long long>(parties.size())), parties_said(m_, parties)});
    }

    // ---- the arrows ---------------------------------------------------------------------------------------

    void bundle() {
        std::map<std::string, std::size_t> known;
        for (std::size_t group = 0; group < groups_.size(); ++group)
            each_cell([&](std::size_t leaf, std::uint32_t function) {
                for (auto& [change, what] : tellings(groups_[group].front(), leaf, function)) {
                    const auto [at, is_new] =
                        known.emplace(std::to_string(static_cast<int>(change)) + what.place(), bundles_.size());
                    if (is_new) bundles_.push_back({change, what, {}});
                    auto& of = bundles_[at->second].of;
                    if (of.empty() || of.back().first != group) of.push_back({group, {}});
                    add(of.back().second, what, groups_[group], leaf, function);
                }
            });
    }

    void add(std::vector<Strand>& to, const Told& what, const std::vector<PartyId>& parties, std::size_t leaf,
             std::uint32_t function) const {
        auto same = std::find_if(to.begin(), to.end(),
                                 [&](const Strand& each) { return each.as == what.as && each.how == what.how; });
        if (same == to.end()) same = to.insert(to.end(), {what.as, what.how, parties, {}});
        same->tasks_of.try_emplace(function, m_.leaf_tasks.size()).first->second.set(leaf);
    }

    /// The parts of the work in as few lines as say the same.
    std::vector<Drawing::Line> lines_of(const std::vector<Strand>& strands, Change change) const {
        std::vector<Drawing::Line> out;
        for (const auto& strand : strands) {
            std::vector<WorkRow> rows;
            for (const auto& [function, tasks] : strand.tasks_of) {
                WorkRow row;
                row.functions = BitSet(m_.leaf_functions.size());
                row.functions.set(function);
                row.tasks_of.emplace_back(function, tasks);
                row.tasks = tasks;
                row.parties = strand.parties;
                const auto same = std::find_if(rows.begin(), rows.end(),
                                               [&](const WorkRow& other) { return share_a_row(f_, other, row); });
                if (same == rows.end()) {
                    rows.push_back(std::move(row));
                    continue;
                }
                same->functions |= row.functions;
                same->tasks |= row.tasks;
                same->tasks_of.push_back(std::move(row.tasks_of.front()));
            }
            for (auto& row : rows) out.push_back({strand.as, change, {}, strand.how, std::move(row)});
        }
        std::stable_sort(out.begin(), out.end(), [](const Drawing::Line& a, const Drawing::Line& b) {
            return std::pair(a.row.tasks.first(), a.row.functions.first()) <
                   std::pair(b.row.tasks.first(), b.row.functions.first());
        });
        return out;
    }

    static bool same_lines(const std::vector<Drawing::Line>& a, const std::vector<Drawing::Line>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Drawing::Line& x, const Drawing::Line& y) {
            return x.mark == y.mark && x.how == y.how && x.row.tasks_of == y.row.tasks_of;
        });
    }

    std::size_t doer(const Drawing::Box& box) {
        const auto same = std::find_if(out_.doers.begin(), out_.doers.end(), [&](const Drawing::Box& other) {
            return other.title == box.title && other.nobody == box.nobody;
        });
        if (same != out_.doers.end()) return static_cast<std::size_t>(same - out_.doers.begin());
        out_.doers.push_back(box);
        return out_.doers.size() - 1;
    }

    std::size_t cooperation(const Drawing::Cooperation& wanted) {
        const auto same = std::find_if(out_.cooperations.begin(), out_.cooperations.end(), [&](const auto& other) {
            return other.title == wanted.title && other.form == wanted.form && other.all == wanted.all;
        });
        if (same != out_.cooperations.end()) return static_cast<std::size_t>(same - out_.cooperations.begin());
        out_.cooperations.push_back(wanted);
        return out_.cooperations.size() - 1;
    }

    Drawing::Arrow arrow_of(const Course& bundle) {
        Drawing::Arrow out;
        for (const auto& box : bundle.like.to) out.to.push_back(doer(box));
        out.cooperation = cooperation(bundle.like.under);
        out.change = bundle.change;
        return out;
    }

    /// An arrow for each bundle, of all groups of whom it says the same.
    void arrows() {
        for (const auto& group : groups_) out_.owners.push_back({owners_said(group), group});
        for (const auto& bundle : bundles_) {
            const auto begin = out_.arrows.size();
            for (const auto& [group, strands] : bundle.of) {
                auto lines = lines_of(strands, bundle.change);
                if (bundle.like.to.empty()) {
                    auto& own = out_.owners[group].own;
                    own.insert(own.end(), lines.begin(), lines.end());
                    continue;
                }
                auto same = std::find_if(out_.arrows.begin() + static_cast<std::ptrdiff_t>(begin), out_.arrows.end(),
                                         [&](const auto& other) { return same_lines(other.lines, lines); });
                if (same == out_.arrows.end()) {
                    auto arrow = arrow_of(bundle);
                    arrow.lines = std::move(lines);
                    same = out_.arrows.insert(out_.arrows.end(), std::move(arrow));
                } else {
                    for (std::size_t i = 0; i < lines.size(); ++i)
                        same->lines[i].row.parties.insert(same->lines[i].row.parties.end(),
                                                          lines[i].row.parties.begin(), lines[i].row.parties.end());
                }
                same->from.push_back(group);
            }
        }
    }

    /// By cooperation: one box for all who give something under it, and each line says of whom it is.
    void crowd() {
        const auto apart = std::move(out_.owners);
        out_.owners.clear();
        out_.arrows.clear();
        out_.crowded = true;
        std::vector<std::vector<PartyId>> under(out_.cooperations.size());
        const auto touched = [&](const Course& bundle) -> std::vector<PartyId>& {
            return under[cooperation(bundle.like.under)];
        };
        for (const auto& bundle : bundles_)
            for (const auto& [group, strands] : bundle.of)
                if (!bundle.like.to.empty())
                    for (const auto party : groups_[group])
                        if (!names(touched(bundle), party)) touched(bundle).push_back(party);
        for (const auto& bundle : bundles_) {
            if (bundle.like.to.empty()) continue;
            auto parties = touched(bundle);
            std::sort(parties.begin(), parties.end());
            auto box = std::find_if(out_.owners.begin(), out_.owners.end(),
                                    [&](const Drawing::Box& each) { return each.parties == parties; });
            if (box == out_.owners.end()) box = out_.owners.insert(out_.owners.end(), {owners_said(parties), parties});
            auto arrow = arrow_of(bundle);
            arrow.from = {static_cast<std::size_t>(box - out_.owners.begin())};
            for (const auto& [group, strands] : bundle.of)
                for (auto& line : lines_of(strands, bundle.change)) {
                    const auto same = std::find_if(arrow.lines.begin(), arrow.lines.end(),
                                                   [&](const auto& other) { return same_lines({other}, {line}); });
                    if (same == arrow.lines.end())
                        arrow.lines.push_back(std::move(line));
                    else
                        same->row.parties.insert(same->row.parties.end(), line.row.parties.begin(),
                                                 line.row.parties.end());
                }
            out_.arrows.push_back(std::move(arrow));
        }
        // What stays with them stands in the table alone.
        for (const auto& box : apart)
            if (!box.own.empty()) out_.owners.push_back(box);
    }

    // ---- words --------------------------------------------------------------------------------------------

    template <typename Visit>
    void each_line(Visit visit) {
        for (auto& box : out_.owners)
            for (auto& line : box.own) visit(line, box.parties.size());
        for (auto& arrow : out_.arrows) {
            std::size_t all = 0;
            for (const auto from : arrow.from) all += out_.owners[from].parties.size();
            for (auto& line : arrow.lines) visit(line, all);
        }
    }

    void name_parts() {
        bool alike = true;
        each_line([&](Drawing::Line& line, std::size_t) {
            const auto tasks = tasks_said(f_, line.row);
            if (same_tasks_.empty()) same_tasks_ = tasks;
            alike = alike && tasks == same_tasks_;
        });
        if (!alike) same_tasks_ = {};
        for (auto& arrow : out_.arrows) {
            std::vector<PartyId> all;
            for (const auto from : arrow.from)
                all.insert(all.end(), out_.owners[from].parties.begin(), out_.owners[from].parties.end());
            arrow.whose = owners_said(all);
        }
        each_line([&](Drawing::Line& line, std::size_t all) {
            line.part = functions_of(m_, line.row.functions);
            if (!alike) line.part = say(message::short_of, {line.part, tasks_said(f_, line.row)});
            if (line.row.parties.size() < all)
                line.part = joined({line.part, say(message::row_for, {parties_said(m_, line.row.parties)})}, ", ");
        });
    }

    void head() {
        std::vector<Text> about;
        if (!same_tasks_.empty()) about.push_back(same_tasks_);
        about.push_back(say(message::as_on, {spelled(f_.asked)}));
        const auto& columns = f_.what.columns;
        about.push_back(out_.difference ? say(message::drawn_difference,
                                              {situation_said(m_, columns[0]), situation_said(m_, columns[1])})
                                        : say(message::in_the_situation, {situation_said(m_, columns.front())}));
        if (f_.analysis.coverage.mode == graph::Mode::certain) about.push_back(say(message::only_decided));
        out_.about = joined(about, "; ");
        if (out_.crowded) out_.said.push_back(say(message::drawn_crowded));
        if (out_.arrows.empty()) out_.said.push_back(say(message::drawn_empty));
        silent();
        std::vector<bool> used(static_cast<std::size_t>(MarkedAs::fault) + 1, false);
        each_line([&](const Drawing::Line& line, std::size_t) { used[static_cast<std::size_t>(line.mark)] = true; });
        std::vector<Text> legend;
        for (const auto mark : {MarkedAs::work, MarkedAs::authorisation, MarkedAs::attorney, MarkedAs::mandate,
                                MarkedAs::delegation, MarkedAs::not_stated, MarkedAs::forbidden})
            if (used[static_cast<std::size_t>(mark)]) legend.push_back(explained(mark, whose_it_is(f_)));
        out_.legend = joined(legend, "; ");
    }

    /// Cooperations in force under which nothing goes elsewhere.
    void silent() {
        std::vector<Text> none;
        for (const auto& [id, situations] : cooperations_of_the_day(f_)) {
            if (!f_.world(situations.front()).force(id).contains(f_.day)) continue;
            const auto title = title_of(m_, id);
            const bool drawn =
                std::any_of(out_.cooperations.begin(), out_.cooperations.end(),
                            [&, first = m_[id].first_version](const auto& each) {
                                return std::find(each.all.begin(), each.all.end(), first) != each.all.end();
                            });
            if (!drawn && std::find(none.begin(), none.end(), title) == none.end()) none.push_back(title);
        }
        if (!none.empty()) out_.said.push_back(say(message::drawn_silent, {listed(none)}));
    }

    Frame f_;
    const Model& m_;
    Drawing out_;
    std::vector<std::vector<PartyId>> groups_;
    std::vector<Course> bundles_;
    Text same_tasks_;
};

}  // namespace

Drawing drawing(const analysis::Analysis& analysis, const Overview& what, bool difference) {
    auto known = beginning(analysis, what);
    auto& columns = known.shown.columns;
    const bool both = difference && columns.size() > 1;
    if (columns.size() > (both ? 2U : 1U)) columns.resize(both ? 2 : 1);
    return Drawer(analysis, known.shown, both).drawn(std::move(known.said));
}

}  // namespace belegd::report
