#include "resolve/statements/finished_rows.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "diagnostics/messages/names.hpp"
#include "resolve/values/values.hpp"

namespace belegd::resolve {
namespace {

/// Of each function the tasks of which `from` delegates it to `to`, with what follows it (D29).
std::vector<BitSet> delegated(const Model& model, const Actor& from, const Actor& to) {
    const auto is = [](const Actor& named, const Actor& who) {
        return named == who || (named.owner == Actor::Owner::own && named.organ == who.organ);
    };
    std::vector<BitSet> out(model.leaf_functions.size(), BitSet(model.leaf_tasks.size()));
    for (const auto& x : model.transfers) {
        const auto to_him = [&](const Actor& receiver) { return is(receiver, to); };
        if (x.kind == TransferKind::delegates && (!x.giver || is(*x.giver, from)) &&
            std::any_of(x.receivers.begin(), x.receivers.end(), to_him))
            x.functions.each([&](std::size_t f) { out[f] |= x.tasks; });
    }
    for (bool more = true; more;) {
        more = false;
        for (std::size_t f = 0; f < out.size(); ++f) {
            const auto followed = model[model.leaf_functions[f]].follows;
            if (!followed.valid()) continue;
            auto its = out[f];
            model[followed].leaves.each([&](std::size_t each) { its |= out[each]; });
            more = more || its != out[f];
            out[f] = std::move(its);
        }
    }
    return out;
}

}  // namespace

void give_what_was_received(Resolution& r) {
    auto& model = r.model;
    const auto written = model.transfers.size();
    for (std::size_t i = 0; i < written; ++i) {
        const auto givers = r.givers_of.find(model.transfers[i].statement);
        if (givers == r.givers_of.end() || model.transfers[i].all_powers) continue;
        for (const auto& other : givers->second) {
            const auto row = model.transfers[i];
            if (other == *row.giver) continue;
            const auto received = delegated(model, *row.giver, other);
            std::map<BitSet, BitSet> lots;  // functions by tasks
            row.functions.each([&](std::size_t f) {
                if (auto tasks = row.tasks & received[f]; tasks.any())
                    lots.try_emplace(std::move(tasks), model.leaf_functions.size()).first->second.set(f);
            });
            for (const auto& [tasks, functions] : lots) {
                auto& more = model.transfers.emplace_back(row);
                more.giver = other;
                more.tasks = tasks;
                more.functions = functions;
            }
        }
    }
}

void check_remainders(Resolution& r) {
    const auto& all = r.model.transfers;
    std::vector<std::uint32_t> told;
    for (const auto& rest : all) {
        if (!rest.remainder || std::find(told.begin(), told.end(), rest.statement) != told.end()) continue;
        const bool of_something = std::any_of(all.begin(), all.end(), [&](const Transfer& other) {
            return other.statement != rest.statement && (other.tasks | other.excepted).intersects(rest.tasks);
        });
        if (of_something) continue;
        told.push_back(rest.statement);
        r.report(Code::N05, say(message::rest_of_nothing), rest.remainder_span, {{say(message::rest_remedy)}});
    }
}

void number_rows(Model& model) {
    std::map<std::string, std::uint32_t> rows, given;
    for (const auto& transfer : model.transfers) ++rows[transfer.id];
    for (auto& transfer : model.transfers) {
        if (rows[transfer.id] < 2) continue;
        const auto number = ++given[transfer.id];
        transfer.id += "~" + std::to_string(number);
    }
}

}  // namespace belegd::resolve
