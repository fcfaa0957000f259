#include "analysis/in_titles.hpp"

#include "model/describe.hpp"

namespace belegd::analysis {

Text title_of(const model::Cost& cost) {
    if (!cost.title.empty() && cost.title != Text(cost.name)) return cost.title;
    // `kosten ict "ICT" € 1.200`: the only amount is what it is for.
    if (cost.amounts.size() == 1 && !cost.amounts.front().label.empty()) return Text(cost.amounts.front().label);
    auto out = model::printable(cost.name);
    for (auto* text : {&out.nl, &out.en})
        if (!text->empty() && text->front() >= 'a' && text->front() <= 'z')
            text->front() = static_cast<char>(text->front() - 'a' + 'A');
    return out;
}

namespace {

model::Model in_titles(model::Model model) {
    const auto rename = [](auto& rows) {
        for (auto& row : rows)
            if (!row.title.empty()) row.name = row.title.nl;
    };
    rename(model.variants);
    rename(model.decisions);
    rename(model.milestones);
    rename(model.tasks);
    for (auto& row : model.costs) row.name = title_of(row).nl;
    // Of what papers give a short name, that is how they go on to call it.
    const auto shorten = [](auto& row) {
        if (!row.short_title.empty())
            row.name = row.short_title;
        else if (!row.title.empty())
            row.name = row.title.nl;
    };
    for (auto& row : model.cooperations) shorten(row);
    for (auto& row : model.parties)
        if (row.kind != model::Party::Kind::municipality) shorten(row);
    return model;
}

}  // namespace

InTitles::InTitles(const Analysis& analysis)
    : model_(in_titles(analysis.model)),
      subject_(analysis.texts.sources, model_, analysis.coverage, analysis.texts.language) {}

}  // namespace belegd::analysis
