#include "money/budget.hpp"

#include <limits>

#include "cells.hpp"
#include "golden.hpp"
#include "money/settle.hpp"
#include "property/scale.hpp"

// Last: it has a MESSAGE of its own.
#include <doctest/doctest.h>
#undef MESSAGE

using namespace belegd;
using namespace belegd::money;

namespace {

/// Whether what everybody bears, and what nobody is stated to bear, is what the item costs.
void check_whole(const Due& due) {
    Figure together = due.undivided;
    for (const auto& bearer : due.bearers) together = sum(together, bearer.figure);
    if (together.known()) CHECK(together == due.figure);
    // What somebody bears of an amount that nobody knows is not known either.
    if (!due.figure.known())
        for (const auto& bearer : due.bearers) CHECK(bearer.figure != Figure{0});
}

}  // namespace

TEST_CASE("money: on every page and in every situation the parts of an item are the whole of it") {
    std::size_t dues = 0, columns = 0;
    cells::each_page(std::numeric_limits<std::size_t>::max(),
                     [&](const analysis::Analysis& page, const std::string& where) {
                         if (page.model.costs.empty()) return;
                         CAPTURE(where);
                         std::vector<model::VariantId> situations{{}};
                         for (std::uint32_t i = 0; i < page.model.variants.size(); ++i) situations.push_back({i});
                         for (const auto variant : situations) {
                             const auto& world = *page.subject->view(variant).world;
                             const auto all = budget(world);
                             const Column* before = nullptr;
                             for (const auto& column : all.columns) {
                                 ++columns;
                                 for (const auto& due : column.dues) check_whole(due), ++dues;
                                 if (column.kind == Column::Kind::no_year || column.kind == Column::Kind::every_year)
                                     continue;
                                 CHECK(column.first <= column.last);
                                 if (before != nullptr) CHECK(before->last < column.first);
                                 before = &column;
                                 CHECK(all.of(column.first) == &column);
                             }
                             for (const auto& row : settled(world, all))
                                 if (!row.bearers.empty()) {
                                     Figure together{0};
                                     for (const auto& bearer : row.bearers) together = sum(together, bearer.figure);
                                     if (page.model.settlements[row.settlement].only_for.empty())
                                         CHECK((together == row.whole || together == row.excess));
                                     else  // the part of those for whom it is settled
                                         CHECK(std::abs(together.cents.value()) <= std::abs(row.whole.cents.value()));
                                 }
                         }
                     });
    CHECK((naive::one_in() > 1 || dues > 100));
    CHECK((naive::one_in() > 1 || columns > 60));
}
