#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "model/model.hpp"

/// How what stands in the model becomes an answer to a rule.
namespace belegd::rules {

using model::Value;
using Ids = std::vector<model::Entity>;

/// A thing that stands in another (a participant, a board, a step, a part) as one number: the row of that, and its place
/// there.
inline model::Entity inside(model::Entity whole, std::size_t place) { return whole << 32 | place; }
inline std::uint32_t outer(model::Entity entity) { return static_cast<std::uint32_t>(entity >> 32); }
inline std::size_t inner(model::Entity entity) { return static_cast<std::size_t>(entity & 0xFFFFFFFF); }

inline Value truth(bool value) { return {static_cast<long long>(value)}; }
inline Value none() { return {Value::Nothing{}}; }
inline Value row(std::uint32_t index) { return {static_cast<long long>(index)}; }
template <typename Row>
Value row(model::Id<Row> id) {
    return id.valid() ? row(id.index) : none();
}
template <typename Enum>
Value choice(Enum value) {
    return {static_cast<long long>(value)};
}
inline Value day(Day value) { return {static_cast<long long>(value.count)}; }
inline Value day(const std::optional<DateValue>& value, bool last = false) {
    return value ? day(last ? value->last : value->first) : Value{};
}
/// The end of a period: none when it has no end.
inline Value end_day(Day value) { return value == kNoEnd ? none() : day(value); }

inline void put(Ids& list, model::Entity entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
}
template <typename Row>
Value rows(const std::vector<model::Id<Row>>& ids, bool open = false) {
    Ids out;
    out.reserve(ids.size());
    for (const auto& id : ids) put(out, id.index);
    return {std::move(out), open};
}
inline Value actors(const std::vector<model::Actor>& list, bool open = false) {
    Ids out;
    out.reserve(list.size());
    for (const auto& each : list) put(out, model::packed(each));
    return {std::move(out), open};
}
template <typename Rows, typename Fits>
Value those(const Rows& table, Fits fits, bool open = false) {
    Ids out;
    for (std::size_t i = 0; i < table.size(); ++i)
        if (fits(table[i])) out.push_back(i);
    return {std::move(out), open};
}

/// The statutes, as rows of the table, that something rests on.
inline Ids statutes_cited(const model::Model& model, const model::Backing& backing) {
    Ids out;
    for (const auto& citation : backing.citations)
        for (std::size_t i = 0; i < model.statutes.size(); ++i)
            if (model.statutes[i].name == citation.law) put(out, i);
    return out;
}

}  // namespace belegd::rules
