#include "checks/subject.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/suggest.hpp"
#include "checks/open_lists.hpp"
#include "checks/sentences.hpp"
#include "model/describe.hpp"
#include "syntax/lexicon.hpp"

namespace belegd::checks {

using namespace model;

Subject::Subject(const Sources& texts, const Model& resolved, const graph::Coverage& answered, Language own)
    : sources(texts), model(resolved), coverage(answered), any_open(leaves_open(resolved)), language(own) {
    find_names_in_quotes();
    find_tasks_alike();
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i) by_place_.push_back({i});
    std::stable_sort(by_place_.begin(), by_place_.end(),
                     [&](TransferId a, TransferId b) { return model[a].span < model[b].span; });
    transfers_.resize(model.cooperations.size());
    for (std::uint32_t i = 0; i < model.transfers.size(); ++i)
        if (model.transfers[i].cooperation.valid()) transfers_[model.transfers[i].cooperation.index].push_back({i});
    for (const auto& variant : coverage.variants) {
        View view{variant.variant,
                  &variant,
                  std::make_unique<graph::World>(model, coverage.mode, variant.variant),
                  nullptr,
                  {},
                  {},
                  {}};
        view.claims = std::make_unique<graph::Claims>(*view.world);
        for (std::uint32_t i = 0; i < variant.runs.size(); ++i)
            view.runs.add(cell(variant.runs[i].participant, variant.runs[i].function), i);
        for (std::uint32_t i = 0; i < variant.gaps.size(); ++i)
            view.gaps.add(cell(variant.gaps[i].participant, variant.gaps[i].function), i);
        for (std::uint32_t i = 0; i < variant.refused.size(); ++i)
            view.refused.add(variant.refused[i].transfer.index, i);
        views_.push_back(std::move(view));
    }
}

void Subject::find_names_in_quotes() {
    const auto add = [&](const std::string& name, Span span) {
        if (sources[span.file].own() && syntax::name_to_write(name) != name) names_in_quotes_.push_back(name);
    };
    for (const auto& row : model.tasks) add(row.name, row.span);
    for (const auto& row : model.functions) add(row.name, row.span);
    for (const auto& row : model.parties) add(row.name, row.span);
    for (const auto& row : model.cooperations) add(row.name, row.name_span);
    std::sort(names_in_quotes_.begin(), names_in_quotes_.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    names_in_quotes_.erase(std::unique(names_in_quotes_.begin(), names_in_quotes_.end()), names_in_quotes_.end());
}

void Subject::find_tasks_alike() {
    struct Name {
        std::vector<std::string> bearing;
        Denial denied;
        bool operator<(const Name& other) const {
            return std::tie(bearing, denied) < std::tie(other.bearing, other.denied);
        }
    };
    using Names = std::vector<Name>;
    const auto leaves = model.leaf_tasks.size();
    tasks_alike_.resize(leaves);
    std::vector<Names> names(leaves);
    std::map<std::string, std::vector<std::uint32_t>> by_beginning;  // only these can be alike
    std::map<Name, std::vector<std::uint32_t>> by_name;
    const auto read = [](std::string_view name) { return Name{bearing_words(name), denied_in(name)}; };
    for (std::uint32_t i = 0; i < leaves; ++i) {
        const auto& task = model[model.leaf_tasks[i]];
        names[i] = {read(task.name), read(task.title.nl)};
        for (const auto& alias : task.aliases) names[i].push_back(read(alias));
        const auto put = [&](std::vector<std::uint32_t>& with) {
            if (with.empty() || with.back() != i) with.push_back(i);
        };
        for (const auto& name : names[i]) {
            for (const auto& word : name.bearing) put(by_beginning[word.substr(0, kBeginning)]);
            if (!name.bearing.empty()) put(by_name[name]);
        }
    }
    const auto place = [&](std::uint32_t i) { return model[model.leaf_tasks[i]].span; };
    const auto comes_before = [&](std::uint32_t a, std::uint32_t b) {
        const auto own = [&](Span span) { return sources[span.file].own(); };
        return own(place(b)) && (!own(place(a)) || place(a) < place(b));
    };
    // What more tasks than these have in their names is what they are called after, not what they are.
    constexpr std::size_t kMost = 3;
    const auto tells = [&](const std::string& word) {
        return by_beginning.at(word.substr(0, kBeginning)).size() <= kMost;
    };
    const auto named_alike = [&](std::uint32_t a, std::uint32_t b) {
        return std::any_of(names[a].begin(), names[a].end(), [&](const auto& one) {
            return std::any_of(names[b].begin(), names[b].end(), [&](const auto& other) {
                return one.denied == other.denied && alike(one.bearing, other.bearing, tells);
            });
        });
    };
    const auto compare = [&](const std::vector<std::uint32_t>& with, const auto& fits) {
        for (const auto later : with)
            for (const auto earlier : with) {
                auto& known = tasks_alike_[later];
                if (comes_before(earlier, later) && std::find(known.begin(), known.end(), earlier) == known.end() &&
                    fits(earlier, later))
                    known.push_back(earlier);
            }
    };
    // Without a word that tells something only the very same name is alike.
    for (const auto& [beginning, with] : by_beginning)
        if (with.size() <= kMost) compare(with, named_alike);
    for (const auto& [name, with] : by_name)
        if (with.size() <= kMost) compare(with, [](std::uint32_t, std::uint32_t) { return true; });
    for (auto& each : tasks_alike_) std::sort(each.begin(), each.end());
}

std::vector<const graph::Run*> Subject::runs(const View& view, PartyId participant, std::uint32_t function) const {
    std::vector<const graph::Run*> out;
    for (const auto i : view.runs[cell(participant, function)]) out.push_back(&view.coverage->runs[i]);
    return out;
}

BitSet Subject::interrupted(const View& view, const graph::Run& run) const {
    BitSet out(model.leaf_tasks.size());
    for (const auto i : view.gaps[cell(run.participant, run.function)]) {
        const auto& gap = view.coverage->gaps[i];
        if (gap.days.from <= run.days.from && run.days.until <= gap.days.until)
            out |= gap.tasks - open_within(*this, view, gap);
    }
    return out;
}

std::vector<const graph::Run*> Subject::explicit_before(const View& view, PartyId participant, std::uint32_t function,
                                                        const BitSet& tasks, Day day) const {
    std::vector<const graph::Run*> out;
    for (const auto i : view.runs[cell(participant, function)]) {
        const auto& run = view.coverage->runs[i];
        if (run.days.until == day && graph::is_explicit(answer(run).state) && run.tasks.intersects(tasks))
            out.push_back(&run);
    }
    return out;
}

std::vector<const graph::Run*> Subject::explicit_from(const View& view, PartyId participant, std::uint32_t function,
                                                      const BitSet& tasks, Day day) const {
    std::vector<const graph::Run*> out;
    for (const auto i : view.runs[cell(participant, function)]) {
        const auto& run = view.coverage->runs[i];
        if (run.days.from == day && graph::is_explicit(answer(run).state) && run.tasks.intersects(tasks))
            out.push_back(&run);
    }
    return out;
}

std::vector<TransferId> Subject::rows_of(TransferId row) const {
    const auto [first, last] =
        std::equal_range(by_place_.begin(), by_place_.end(), row,
                         [&](TransferId a, TransferId b) { return model[a].span < model[b].span; });
    return {first, last};
}

Passage Subject::words_of(TransferId row, Span words) const {
    auto out = words_of(model[row].cooperation, words);
    out.row = row;
    return out;
}

Passage Subject::words_of(CooperationId cooperation, Span words) const {
    return {words, {}, cooperation.valid() ? model[cooperation].first_version : cooperation};
}

Passage Subject::list_of(CooperationId cooperation, const Scope& scope) const {
    auto out = words_of(cooperation, scope.list_span);
    out.scope = cooperation;
    return out;
}

namespace {

/// Whether words stand in an amendment, and not in the text that it amends.
bool within(Span words, Span amendment) { return words.file == amendment.file && words.begin >= amendment.begin; }

/// Where an amendment ends a version for a participant on a day: where he withdraws, else the amendment; empty for none.
Span amended(const Model& model, const graph::World& world, CooperationId version, PartyId participant, Day day) {
    const auto& before = model[version];
    for (const auto& next : model.cooperations) {
        if (next.first_version != before.first_version || next.version <= before.version ||
            next.term.days.from != day || next.amended_by.empty() || !world.visible(next.variant))
            continue;
        for (const auto& part : next.participants)
            if (part.party == participant && part.term.days.until == day && !part.term.until_span.empty())
                return part.term.until_span;
        return next.amended_by;
    }
    return {};
}

}  // namespace

Passage Subject::end_of(const View& view, TransferId id, PartyId participant, Day day) const {
    const auto& transfer = model[id];
    if (transfer.term.days.until == day && !transfer.term.until_span.empty())
        return words_of(id, transfer.term.until_span);
    if (const auto* end = view.world->revocation(transfer, participant); end != nullptr && end->per.first == day)
        return {end->span};
    if (transfer.cooperation.valid()) {
        const auto& cooperation = model[transfer.cooperation];
        // What a decision ends on that day an amendment of the same day does not.
        const auto ends_here = [&](const Ending* ending) {
            return ending != nullptr && ending->per.first == day && !ending->only_version.valid();
        };
        std::vector<Joined> each_time{{}};
        for (const auto& each : cooperation.participants)
            if (each.party == participant) each_time.push_back(each.joined);
        for (const auto& joined : each_time)
            if (const auto* ending = view.world->ending(transfer.cooperation, participant, joined); ends_here(ending))
                return {ending->span};
        if (const auto* ending = view.world->ending(transfer.cooperation, std::nullopt); ends_here(ending))
            return {ending->span};
        if (const auto place = amended(model, *view.world, transfer.cooperation, participant, day); !place.empty())
            return words_of(transfer.cooperation, place);
        if (cooperation.term.days.until == day && !cooperation.term.until_span.empty())
            return words_of(transfer.cooperation, cooperation.term.until_span);
        for (const auto& taking_part : cooperation.participants)
            if (taking_part.party == participant && taking_part.term.days.until == day)
                return words_of(transfer.cooperation,
                                taking_part.term.until_span.empty() ? taking_part.span : taking_part.term.until_span);
        if (transfer.package) {
            const auto& package = cooperation.packages[*transfer.package];
            if (package.term.days.until == day && !package.term.until_span.empty())
                return words_of(transfer.cooperation, package.term.until_span);
        }
        if (transfer.package)
            for (const auto& taker : cooperation.packages[*transfer.package].takers)
                if (taker.party == participant && taker.term.days.until == day)
                    return words_of(transfer.cooperation, taker.span);
    }
    return head_of(id);
}

Passage Subject::start_of(TransferId id, PartyId participant, Day day) const {
    const auto& transfer = model[id];
    if (transfer.term.days.from == day && !transfer.term.from_span.empty())
        return words_of(id, transfer.term.from_span);
    if (transfer.cooperation.valid()) {
        const auto& cooperation = model[transfer.cooperation];
        if (cooperation.term.days.from == day && !cooperation.amended_by.empty() &&
            !within(cooperation.term.from_span, cooperation.amended_by)) {
            for (const auto& taking_part : cooperation.participants)
                if (taking_part.party == participant && within(taking_part.span, cooperation.amended_by))
                    return words_of(transfer.cooperation, taking_part.span);
            return words_of(transfer.cooperation, cooperation.amended_by);
        }
        if (cooperation.term.days.from == day && !cooperation.term.from_span.empty())
            return words_of(transfer.cooperation, cooperation.term.from_span);
        for (const auto& taking_part : cooperation.participants)
            if (taking_part.party == participant && taking_part.term.days.from == day &&
                !taking_part.term.from_span.empty())
                return words_of(transfer.cooperation, taking_part.term.from_span);
    }
    return head_of(id);
}

bool only_follows(const Model& model, std::uint32_t function, const graph::Answer& answer) {
    if (!model[model.leaf_functions[function]].follows.valid()) return false;
    for (const auto& step : answer.chain)
        for (const auto id : step.by)
            if (model[id].functions.has(function)) return false;
    return true;
}

BitSet tasks_of(const Model& model, const Cause& cause) {
    BitSet out(model.leaf_tasks.size());
    for (const auto& cells : cause.cells) out |= cells.tasks;
    return out;
}

BitSet functions_of(const Model& model, const Cause& cause) {
    if (cause.function == Cause::kAnyFunction) return cause.functions;
    BitSet functions(model.leaf_functions.size());
    functions.set(cause.function);
    return functions;
}

std::vector<PartyId> participants_of(const Cause& cause) {
    std::vector<PartyId> out;
    std::set<PartyId> seen;
    for (const auto& cells : cause.cells)
        if (seen.insert(cells.participant).second) out.push_back(cells.participant);
    return out;
}

}  // namespace belegd::checks
