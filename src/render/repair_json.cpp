#include <nlohmann/json.hpp>

#include "model/describe.hpp"
#include "render/json_text.hpp"
#include "render/repair.hpp"
#include "report/repair.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;
using analysis::RepairLine;

const char* means_word(model::TransferKind kind) {
    switch (kind) {
        case model::TransferKind::keeps: return "keeps";
        case model::TransferKind::assigns: return "assigns";
        case model::TransferKind::entrusts: return "entrusts";
        case model::TransferKind::authorises: return "authorises";
        case model::TransferKind::empowers: return "empowers";
        case model::TransferKind::mandates: return "mandates";
        case model::TransferKind::delegates: return "delegates";
    }
    return "";
}

const char* how_word(RepairLine::How how) {
    switch (how) {
        case RepairLine::How::extends: return "extends";
        case RepairLine::How::no_exception: return "no_exception";
        case RepairLine::How::lasts: return "lasts";
        case RepairLine::How::decides: return "decides";
        case RepairLine::How::writes: return "writes";
        case RepairLine::How::joins: return "joins";
    }
    return "";
}

class RepairRows {
   public:
    explicit RepairRows(const analysis::Analysis& analysis) : a_(analysis), m_(analysis.model) {}

    Json gap(const analysis::Repair& repair) const {
        const auto& gap = repair.gap;
        Json out{{"code", info(gap.code).id}, {"said", in_both(report::gap_said(m_, gap))}};
        if (gap.variant.valid()) out["variant"] = m_[gap.variant].name;
        if (gap.claimed_by.valid()) out["cooperation"] = m_[gap.claimed_by].name;
        out["owners"] = Json::array();
        for (const auto owner : gap.owners) out["owners"].push_back(m_[owner].name);
        out["functions"] = Json::array();
        gap.functions.each([&](std::size_t f) { out["functions"].push_back(m_[m_.leaf_functions[f]].name); });
        out["tasks"] = Json::array();
        gap.tasks.each([&](std::size_t t) { out["tasks"].push_back(m_[m_.leaf_tasks[t]].name); });
        if (gap.days.from != kNoBegin) out["from"] = iso(gap.days.from);
        if (gap.days.until != kNoEnd) out["until"] = iso(gap.days.until);
        const auto& source = a_.texts.sources[gap.place.span.file];
        out["place"] = {{"file", source.name()}, {"line", source.place(gap.place.span.begin).line}};
        out["tried"] = repair.tried;
        out["complete"] = !repair.cut;
        out["refused"] = Json::array();
        for (const auto& [what, times] : repair.refused) {
            auto& row = out["refused"].emplace_back(Json{{"code", what.code}, {"times", times}});
            if (!what.variant.empty()) row["variant"] = what.variant;
        }
        out["changes_more"] = repair.moved;
        out["proposals"] = Json::array();
        for (const auto& each : repair.proposals) out["proposals"].push_back(proposal(repair, each));
        return out;
    }

   private:
    Json proposal(const analysis::Repair& repair, const analysis::Proposal& one) const {
        Json out{{"lines", Json::array()},
                 {"then", in_both(report::outcomes_said(one))},
                 {"asks", in_both(report::asks_said(a_, repair, one))},
                 {"test_fails", one.tests}};
        for (const auto index : one.lines) out["lines"].push_back(line(repair.lines[index]));
        return out;
    }

    Json line(const RepairLine& line) const {
        Json out{{"means", means_word(line.kind)}, {"how", how_word(line.how)}};
        if (line.within.valid()) out["cooperation"] = m_[line.within].name;
        out["written"] = line.written;
        const auto& source = a_.texts.sources[line.span.file];
        const auto at = [&](std::uint32_t offset) {
            const auto place = source.place(offset);
            return Json{{"offset", offset}, {"line", place.line}, {"col", place.column}};
        };
        out["edit"] = {
            {"file", source.name()}, {"start", at(line.span.begin)}, {"end", at(line.span.end)}, {"text", line.text}};
        return out;
    }

    const analysis::Analysis& a_;
    const model::Model& m_;
};

}  // namespace

std::string repair_json(const analysis::Analysis& analysis, const analysis::Repairs& found) {
    const RepairRows rows(analysis);
    auto gaps = Json::array();
    for (const auto& each : found.all) gaps.push_back(rows.gap(each));
    const Json all{{"tries", found.tries},
                   {"most_tries", found.most_tries},
                   {"not_tried", found.not_tried},
                   {"gaps", std::move(gaps)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace belegd::render
