#include "report/comparison.hpp"

#include <algorithm>

#include "diagnostics/messages/reports.hpp"
#include "model/describe.hpp"

namespace belegd::report {
namespace {

using namespace model;

class Comparison {
   public:
    explicit Comparison(Frame& frame) : f_(frame), m_(frame.model) {}

    void write(Document& out, PartyId party) {
        out.blocks.emplace_back(Heading{2, f_.place(say(message::heading_comparison), party)});
        Table table;
        table.caption = say(message::caption_comparison, {parties_said(m_, {party}), spelled(f_.asked)});
        table.columns = {say(message::column_task)};
        table.across = say(message::sheet_situation);
        table.about = {{say(message::kind_municipality), parties_said(m_, {party})}};
        for (const auto column : f_.what.columns) table.columns.push_back(situation_said(m_, column));
        const bool municipality = m_[party].kind == Party::Kind::municipality;
        table.columns.push_back(municipality ? say(message::column_stays)
                                             : say(message::column_stays_with, {parties_said(m_, {party})}));
        const bool compares = f_.what.columns.size() > 1;
        if (compares)
            table.columns.push_back(say(message::column_difference, {situation_said(m_, f_.what.columns.front())}));
        for (const auto& group : f_.groups()) {
            if (!group.first.empty()) table.groups.emplace_back(table.rows.size(), group.first);
            const auto rows = rows_of(group.second, [&](std::size_t leaf) {
                std::vector<std::vector<Said>> cells;
                for (const auto column : f_.what.columns) cells.push_back(lines(column, party, leaf));
                cells.push_back(staying(party, leaf));
                if (compares) cells.push_back(difference(party, leaf));
                return cells;
            });
            for (const auto& row : rows) {
                std::vector<Cell> written{f_.row_name(row)};
                for (const auto& cell : row.cells) written.push_back(f_.cell(cell));
                table.rows.push_back(std::move(written));
            }
        }
        out.blocks.emplace_back(std::move(table));
    }

   private:
    /// Functions about which the same is said in the same situations.
    struct Same {
        BitSet functions;
        std::vector<VariantId> columns;
        Said said;
    };

    Text function_line(const Same& same) const {
        return say(message::function_line, {functions_of(m_, same.functions), same.said.text});
    }

    static void add_notes_of(const Said& from, Said& to) {
        for (const auto& note : from.notes) to.note(note);
    }

    /// What went elsewhere or lies open in one situation, as lines `uitvoering: Leiden (mandaat van college)`.
    std::vector<Said> lines(VariantId column, PartyId party, std::size_t leaf) const {
        std::vector<Same> moved, kept;
        bool any = false;
        f_.functions.each([&](std::size_t function) {
            const auto* found = f_.answer(column, party, leaf, function);
            if (found == nullptr) return;
            any = true;
            const bool open = f_.left_open(column, party, leaf, function, *found).has_value();
            if (found->state == graph::State::by_law && !open) return;
            auto said = f_.cell_said(column, party, leaf, function, *found);
            auto& all = stays(*found) && !open ? kept : moved;
            auto same =
                std::find_if(all.begin(), all.end(), [&](const Same& each) { return each.said.text == said.text; });
            if (same == all.end())
                same = all.insert(all.end(), {BitSet(m_.leaf_functions.size()), {}, std::move(said)});
            else
                add_notes_of(said, same->said);
            same->functions.set(function);
        });
        // What is kept in so many words is said beside what stays; here only where nothing else is to be said.
        std::vector<Said> out;
        for (const auto& same : moved.empty() ? kept : moved)
            out.push_back({function_line(same), same.said.notes, same.said.mark});
        if (out.empty()) out.push_back({any ? all_stays(party) : say(message::not_applicable), {}, Cell::Mark::none});
        return out;
    }

    Text all_stays(PartyId party) const {
        return m_[party].kind == Party::Kind::municipality ? say(message::all_stays)
                                                           : say(message::all_stays_with, {parties_said(m_, {party})});
    }

    bool conditional(const graph::Answer& answer) const {
        return std::any_of(answer.chain.begin(), answer.chain.end(), [&](const graph::Step& step) {
            return std::any_of(step.by.begin(), step.by.end(),
                               [&](TransferId id) { return m_[id].condition.has_value(); });
        });
    }

    Said stay_said(const graph::Answer& answer, PartyId party, bool open) const {
        if (open)
            return {say(message::stays_left_open, {actors_said(m_, answer.holders, party)}), {}, Cell::Mark::open};
        if (answer.state != graph::State::unassigned) {
            // Whether it is kept is what counts here; how certain that is, the matrix says.
            auto said = answer_said(m_, answer, party);
            if (!conditional(answer)) said.text = plain_answer(m_, answer, party);
            return said;
        }
        return {say(message::stays_undesignated, {actors_said(m_, answer.holders, party)}), {}, Cell::Mark::open};
    }

    /// What stays with the municipality though another does it: the competence of who mandates, and everything where the
    /// transfer is not valid. Nothing where the competence went along.
    std::optional<Said> stay_beside(const graph::Answer& answer, VariantId column, PartyId party, std::size_t leaf,
                                    std::size_t function) const {
        const auto is_own = [&](const Actor& actor) {
            return actor.owner == Actor::Owner::party && actor.index == party.index;
        };
        for (const auto& each : f_.unlawful(column, party, leaf, function, answer))
            if (is_own(each.stays))
                return Said{say(message::stays_if_unlawful,
                                {actor_said(m_, each.stays, party),
                                 analysis::codes_said(m_, f_.unlawful(column, party, leaf, function, answer))}),
                            {},
                            Cell::Mark::attention};
        if (answer.holders.empty() || !std::all_of(answer.holders.begin(), answer.holders.end(), is_own))
            return std::nullopt;
        return Said{say(m_[m_.leaf_functions[function]].power ? message::stays_competent : message::stays_responsible,
                        {actors_said(m_, answer.holders, party)}),
                    {},
                    Cell::Mark::none};
    }

    /// What stays with the municipality, and in which situations if not in all.
    std::vector<Said> staying(PartyId party, std::size_t leaf) const {
        std::vector<Same> all;
        f_.functions.each([&](std::size_t function) {
            std::vector<Same> here;
            for (const auto column : f_.what.columns) {
                const auto* found = f_.answer(column, party, leaf, function);
                if (found == nullptr) continue;
                Said said;
                if (!stays(*found) && found->state != graph::State::unassigned) {
                    auto beside = stay_beside(*found, column, party, leaf, function);
                    if (!beside) continue;
                    said = std::move(*beside);
                } else {
                    said = stay_said(*found, party, f_.left_open(column, party, leaf, function, *found).has_value());
                }
                auto same = std::find_if(here.begin(), here.end(),
                                         [&](const Same& each) { return each.said.text == said.text; });
                if (same == here.end())
                    same = here.insert(here.end(), {BitSet(m_.leaf_functions.size()), {}, std::move(said)});
                else
                    add_notes_of(said, same->said);
                same->columns.push_back(column);
            }
            for (auto& each : here) {
                auto same = std::find_if(all.begin(), all.end(), [&](const Same& other) {
                    return other.said.text == each.said.text && other.columns == each.columns;
                });
                if (same == all.end())
                    same = all.insert(all.end(), std::move(each));
                else
                    add_notes_of(each.said, same->said);
                same->functions.set(function);
            }
        });
        std::vector<Said> out;
        for (const auto& same : all) {
            auto line = function_line(same);
            if (same.columns != f_.what.columns) line = say(message::only_in, {line, columns_said(same.columns)});
            out.push_back({line, same.said.notes, Cell::Mark::none});
        }
        if (out.empty()) out.push_back({say(message::nothing), {}, Cell::Mark::none});
        return out;
    }

    Text columns_said(const std::vector<VariantId>& columns) const {
        std::vector<Text> names;
        names.reserve(columns.size());
        for (const auto column : columns) names.push_back(name_of(m_, column));
        return listed(names);
    }

    /// What one situation changes in the first, function by function.
    std::vector<Said> changes(VariantId column, PartyId party, std::size_t leaf) const {
        std::vector<Same> all;
        f_.functions.each([&](std::size_t function) {
            const auto* before = f_.answer(f_.what.columns.front(), party, leaf, function);
            const auto* after = f_.answer(column, party, leaf, function);
            if (before == nullptr || after == nullptr) return;
            const auto open_before = f_.left_open(f_.what.columns.front(), party, leaf, function, *before);
            const auto open_after = f_.left_open(column, party, leaf, function, *after);
            auto from = short_answer(*before, party, open_before), to = short_answer(*after, party, open_after);
            if (from == to) {
                if (open_before || open_after || (stays(*before) && stays(*after))) return;
                from = plain_answer(m_, *before, party), to = plain_answer(m_, *after, party);
            }
            if (from == to) return;
            const auto text = say(message::from_to, {from, to});
            auto same = std::find_if(all.begin(), all.end(), [&](const Same& each) { return each.said.text == text; });
            if (same == all.end()) {
                const bool open = open_after || after->state == graph::State::unassigned;
                same = all.insert(
                    all.end(),
                    {BitSet(m_.leaf_functions.size()), {}, {text, {}, open ? Cell::Mark::open : Cell::Mark::none}});
            }
            same->functions.set(function);
        });
        std::vector<Said> out;
        out.reserve(all.size());
        for (const auto& same : all) out.push_back({function_line(same), {}, same.said.mark});
        if (out.empty()) out.push_back({say(message::no_difference), {}, Cell::Mark::none});
        return out;
    }

    /// Against the first situation; of several others each by itself, those that change the same together.
    std::vector<Said> difference(PartyId party, std::size_t leaf) const {
        std::vector<std::pair<std::vector<VariantId>, std::vector<Said>>> all;
        for (std::size_t i = 1; i < f_.what.columns.size(); ++i) {
            auto said = changes(f_.what.columns[i], party, leaf);
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.second == said; });
            if (same == all.end())
                all.emplace_back(std::vector{f_.what.columns[i]}, std::move(said));
            else
                same->first.push_back(f_.what.columns[i]);
        }
        if (f_.what.columns.size() == 2) return all.front().second;
        std::vector<Said> out;
        for (const auto& each : all)
            for (const auto& line : each.second)
                out.push_back({say(message::in_situation, {columns_said(each.first), line.text}), {}, line.mark});
        return out;
    }

    Text short_answer(const graph::Answer& answer, PartyId party, const std::optional<Text>& left_open) const {
        if (left_open) return say(message::open_list_cell, {*left_open, actors_said(m_, answer.holders, party)});
        if (answer.state == graph::State::unassigned)
            return say(message::nobody_short, {actors_said(m_, answer.holders, party)});
        return actors_said(m_, answer.performers, party);
    }

    Frame& f_;
    const Model& m_;
};

}  // namespace

void comparison(Document& out, Frame& frame, PartyId party) { Comparison(frame).write(out, party); }

}  // namespace belegd::report
