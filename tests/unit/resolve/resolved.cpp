#include "unit/resolve/resolved.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/describe.hpp"

namespace belegd::resolved {
namespace {

using namespace model;
using Lines = std::vector<std::string>;

template <typename Row>
const Row& row(const std::vector<Row>& rows, std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.name == name; });
    REQUIRE_MESSAGE(found != rows.end(), name);
    return *found;
}

const char* verb(TransferKind kind) {
    switch (kind) {
        case TransferKind::keeps: return "keeps";
        case TransferKind::assigns: return "assigns";
        case TransferKind::entrusts: return "entrusts";
        case TransferKind::authorises: return "authorises";
        case TransferKind::empowers: return "empowers";
        case TransferKind::mandates: return "mandates";
        case TransferKind::delegates: return "delegates";
    }
    return "?";
}

std::string condition(const Condition& condition) {
    const char* word = condition.kind == Condition::Kind::provided  ? "provided"
                       : condition.kind == Condition::Kind::insofar ? "insofar"
                                                                    : "at most";
    std::string out = std::string(word) + " [" + condition.text + "]";
    if (condition.lower) out += " from " + std::to_string(*condition.lower) + condition.unit;
    if (condition.upper) out += " to " + std::to_string(*condition.upper) + condition.unit;
    return out;
}

std::string joined(const Lines& items, const std::string& between = ", ") {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : between) + item;
    return out;
}
std::string below_each_other(const Lines& lines) { return joined(lines, "\n"); }

Lines each(const Model& model, const std::vector<Actor>& actors) {
    Lines out;
    for (const auto& actor : actors) out.push_back(name_of(model, actor).nl);
    return out;
}

}  // namespace

std::string days(Period period) {
    const auto first = period.from == kNoBegin ? std::string() : iso(period.from);
    const auto last = period.until == kNoEnd ? std::string() : iso(period.until.previous());
    if (first.empty() && last.empty()) return "always";
    if (last.empty()) return "from " + first;
    if (first.empty()) return "to " + last;
    return first + " to " + last;
}

std::string names(const Model& model, const std::vector<PartyId>& parties) {
    Lines out;
    for (const auto party : parties) out.push_back(model[party].name);
    return joined(out);
}

Resolved::Resolved(std::string text, const std::map<std::string, std::string>& files) {
    const auto reader = [&](const std::string& path) -> std::optional<std::string> {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    };
    texts = syntax::load("model.belegd", std::move(text), reader, diagnostics);
    model = resolve::from_syntax(texts.sources, texts.trees, diagnostics);
    diagnostics.sort();
}

std::string Resolved::said() const {
    Lines out;
    for (const auto& item : diagnostics.items()) {
        const auto span = item.primary.span;
        const auto place = texts.sources.place(span);
        const auto file = span.file == texts.main ? std::string() : texts.sources[span.file].name() + ":";
        out.push_back(std::string(item.code_id()) + " " + file + std::to_string(place.line) + ":" +
                      std::to_string(place.column) + " " + std::string(texts.sources.text(span)));
    }
    return below_each_other(out);
}

const Party& Resolved::party(std::string_view name) const { return row(model.parties, name); }
const Function& Resolved::function(std::string_view name) const { return row(model.functions, name); }
const Task& Resolved::task(std::string_view name) const { return row(model.tasks, name); }
const Statute& Resolved::statute(std::string_view name) const { return row(model.statutes, name); }
const Form& Resolved::form(std::string_view name) const { return row(model.forms, name); }
const model::Document& Resolved::document(std::string_view name) const { return row(model.documents, name); }
const Cooperation& Resolved::cooperation(std::string_view name) const { return row(model.cooperations, name); }
const Variant& Resolved::variant(std::string_view name) const { return row(model.variants, name); }

std::string Resolved::functions(const BitSet& leaves) const {
    Lines out;
    for (const auto id : function_nodes_of(model, leaves)) out.push_back(model[id].name);
    return joined(out);
}

std::string Resolved::tasks(const BitSet& leaves) const {
    Lines out;
    for (const auto id : nodes_of(model, leaves)) out.push_back(model[id].name);
    return joined(out);
}

std::string Resolved::transfers() const {
    Lines out;
    for (const auto& each_row : model.transfers) {
        const auto between = each_row.together == Transfer::Together::joint    ? " and "
                             : each_row.together == Transfer::Together::either ? " or "
                                                                               : ", ";
        std::string line = each_row.id + " " +
                           (each_row.trio ? "mandates, empowers and authorises" : verb(each_row.kind)) + " " +
                           functions(each_row.functions) + " of " + tasks(each_row.tasks) + " to ";
        const auto receivers = each(model, each_row.receivers);
        for (std::size_t i = 0; i < receivers.size(); ++i) line += (i == 0 ? "" : between) + receivers[i];
        if (each_row.giver) line += " by " + name_of(model, *each_row.giver).nl;
        if (each_row.only_for) line += " for " + names(model, *each_row.only_for);
        if (!each_row.except_for.empty()) line += " not for " + names(model, each_row.except_for);
        if (each_row.term.days != Period{}) line += " " + days(each_row.term.days);
        if (each_row.condition) line += " " + condition(*each_row.condition);
        if (each_row.submandate) line += *each_row.submandate ? " with sub-mandate" : " without sub-mandate";
        if (!each_row.place.empty()) line += " at " + each_row.place;
        if (each_row.package) line += " in package " + model[each_row.cooperation].packages[*each_row.package].name;
        if (each_row.status != Status::decided) line += " " + name_of(each_row.status).en;
        out.push_back(std::move(line));
    }
    return below_each_other(out);
}

std::string Resolved::participants(const Cooperation& cooperation) const {
    Lines out;
    for (const auto& each_one : cooperation.participants) {
        Lines organs;
        for (const auto organ : each_one.organs) organs.push_back(model[organ].name);
        auto line = organs.empty() ? std::string() : joined(organs) + " van ";
        line += model[each_one.party].name;
        if (each_one.term.days != Period{}) line += " " + days(each_one.term.days);
        out.push_back(std::move(line));
    }
    return below_each_other(out);
}

std::string Resolved::scopes(const Cooperation& cooperation) const {
    Lines out;
    for (const auto& scope : cooperation.scopes) {
        auto line = (scope.functions ? functions(*scope.functions) : "everything") + " of " + tasks(scope.tasks);
        if (scope.only_for) line += " for " + names(model, *scope.only_for);
        if (!scope.except_for.empty()) line += " not for " + names(model, scope.except_for);
        out.push_back(std::move(line));
    }
    return below_each_other(out);
}

Resolved sound(std::string text, const std::map<std::string, std::string>& files) {
    Resolved out(std::move(text), files);
    CHECK_MESSAGE(out.said().empty(), out.said());
    return out;
}

}  // namespace belegd::resolved
