#pragma once
// Decisions, milestones, procedures and money in the exchange form. Internal to render/.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace belegd::render {

/// Adds what the model plans: `regions`, `decisions`, `milestones`, `procedures`, `decision_rules`, `costs`, `settlements`, `acceptances`,
/// `omissions`.
void put_planning(nlohmann::ordered_json& out, const model::Model& model);

/// Adds what tests ask of decisions, milestones and cooperations: `asked`.
void put_asked(nlohmann::ordered_json& out, const model::Model& model);

/// Cents or hundredths as a decimal number without loss: `-12.50`.
std::string decimal_of(long long hundredths);

/// What a text hangs under, when it says so.
void put_under(nlohmann::ordered_json& out, const model::Model& model, const std::vector<model::Under>& under);

/// A day, or the stretch it lies in; names. What is not stated is left out.
const char* kind_id(model::TransferKind kind);
/// `adopt`; empty where a decision does not say what it is for.
const char* purpose_id(model::Decision::Purpose purpose);
/// `not_fulfilled`, `not_known`
const char* verdict_id(model::Criterion::Verdict verdict);
void put_stretch(nlohmann::ordered_json& out, const char* name, const std::optional<DateValue>& date);
void put_names(nlohmann::ordered_json& out, const char* name, const std::vector<std::string>& names);
/// The names as the model has them, in Dutch where they are more than that.
void put_names(nlohmann::ordered_json& out, const char* name, const std::vector<Text>& names);

/// `besloten` as the exchange form says it.
const char* status_id(model::Status status);

/// `18 months`, `1.50 years`
std::string duration_said(Duration duration);

}  // namespace belegd::render
