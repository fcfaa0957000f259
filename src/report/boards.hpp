#pragma once

#include <optional>

#include "graph/world.hpp"
#include "report/wording.hpp"

namespace belegd::report {

/// How the boards of a version are made up and decide, a line for each thing said of them, with what that comes to on a
/// day (without one: as it is in the end).
std::vector<Said> boards_said(const model::Model& model, model::CooperationId id, const graph::World& world,
                              std::optional<Day> day);
/// What the text of a version asks to change or dissolve it: `meerderheid voor wijziging twee derde van de deelnemers: ten
/// minste 2 van de 3`.
std::vector<Said> changes_said(const model::Model& model, model::CooperationId id, const graph::World& world,
                               std::optional<Day> day);
/// What a decision needs: of the participants of what it changes or ends, and of a board that takes it: `twee derde van de uitgebrachte stemmen: 4 van de 6 als allen stemmen`; empty where
/// the model has no board that decides it.
std::vector<Text> needs_said(const model::Model& model, const model::Decision& decision, const graph::World& world);

}  // namespace belegd::report
