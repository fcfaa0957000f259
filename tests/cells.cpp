#include "cells.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "cli/files.hpp"
#include "cli/reading.hpp"
#include "literate.hpp"
#include "property/scale.hpp"

namespace belegd::cells {

using namespace model;
using graph::State;
using report::MarkedAs;

void each_page(std::size_t most_runs, const std::function<void(analysis::Analysis&, const std::string&)>& visit) {
    std::uint32_t place = 0;
    for (const auto* pages : {"dsl/reference", "tests/cases"})
        for (const auto& page : literate::pages(pages))
            for (const auto& one : page.cases) {
                if (place++ % naive::one_in() != 0) continue;
                const auto found = literate::analysis(one);
                if (!found->readable()) continue;
                std::size_t runs = 0;
                for (const auto& variant : found->coverage.variants) runs += variant.runs.size();
                if (runs <= most_runs) visit(*found, fmt::format("{}:{}", page.path, one.line));
            }
}

void each_overview(const std::function<void(const analysis::Analysis&, const Overview&, const std::string&)>& visit) {
    const auto walk = [&](const analysis::Analysis& found, const std::string& where) {
        const auto whole = report::whole_overview(found.model);
        auto overviews = found.model.overviews;
        overviews.push_back(whole);
        for (auto& each : overviews) {
            if (each.parties.empty()) each.parties = whole.parties;
            if (each.tasks.empty()) each.tasks = whole.tasks;
            if (each.columns.empty()) each.columns = whole.columns;
            visit(found, each, where);
        }
    };
    std::uint32_t place = 0;
    for (const auto& path : cli::model_files(std::string(BELEGD_ROOT) + "/models")) {
        if (place++ % naive::one_in() != 0) continue;
        cli::Call call;
        call.paths = {path};
        const auto read = cli::read(call, path);
        REQUIRE(read.analysis);
        walk(*read.analysis, path);
    }
    constexpr std::size_t kMost = 3000;  // of a model with very many cells the worked models speak
    each_page(kMost, walk);
}

MarkedAs mark_of(const report::Frame& frame, VariantId situation, PartyId party, std::size_t leaf, std::size_t function,
                 const graph::Answer& answer) {
    if (!frame.unlawful(situation, party, leaf, function, answer).empty()) return MarkedAs::forbidden;
    if (frame.left_open(situation, party, leaf, function, answer)) return MarkedAs::undetermined;
    switch (answer.state) {
        case State::by_law: return MarkedAs::own;
        case State::unassigned: return MarkedAs::open;
        case State::doubly_assigned: return MarkedAs::doubled;
        case State::cycle:
        case State::no_owner: return MarkedAs::fault;
        case State::assigned: break;
    }
    const auto own = [&](const Actor& actor) {
        return actor.owner == Actor::Owner::party && actor.index == party.index;
    };
    auto strongest = TransferKind::keeps;
    for (const auto& step : answer.chain) strongest = std::max(strongest, step.kind);
    // Work that nobody else does stays where it is.
    if (is_factual(strongest) && std::all_of(answer.holders.begin(), answer.holders.end(), own) &&
        std::all_of(answer.performers.begin(), answer.performers.end(),
                    [&](const Actor& actor) { return own(actor) && !actor.organ.valid(); }))
        return MarkedAs::own;
    switch (strongest) {
        case TransferKind::keeps: return MarkedAs::own;
        case TransferKind::assigns: return MarkedAs::work;
        case TransferKind::entrusts: return MarkedAs::not_stated;
        case TransferKind::authorises: return MarkedAs::authorisation;
        case TransferKind::empowers: return MarkedAs::attorney;
        case TransferKind::mandates: return MarkedAs::mandate;
        case TransferKind::delegates: return MarkedAs::delegation;
    }
    return MarkedAs::own;
}

}  // namespace belegd::cells
