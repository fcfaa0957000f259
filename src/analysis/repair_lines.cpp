// The lines that may close a gap: what stays, what is there and says more, what is new.
#include <algorithm>

#include "analysis/repair.hpp"
#include "analysis/repair_places.hpp"
#include "analysis/repair_receivers.hpp"
#include "checks/lines.hpp"
#include "diagnostics/messages/coverage.hpp"
#include "diagnostics/messages/repair.hpp"
#include "model/dates.hpp"
#include "model/describe.hpp"
#include "syntax/lexicon.hpp"
#include "syntax/words.hpp"

namespace belegd::analysis {

using namespace model;
using syntax::Word;

namespace {

bool same_set(const BitSet& a, const BitSet& b) { return a.includes(b) && b.includes(a); }

/// A part of a gap that one line may be about: a block of owners, functions and tasks.
struct Block {
    std::vector<PartyId> owners;
    BitSet functions, tasks;
    std::vector<std::size_t> parts;
};

class LinesOfGap {
   public:
    LinesOfGap(const Analysis& analysis, const Gap& gap)
        : a_(analysis),
          model_(analysis.model),
          subject_(*analysis.subject),
          view_(subject_.view(gap.variant)),
          world_(*view_.world),
          gap_(gap),
          receivers_(analysis, gap),
          day_(std::max(gap.days.from, model_.horizon)) {}

    std::vector<RepairLine> lines() {
        for (const auto& block : blocks()) {
            keeps(block);
            extends(block);
            decides(block);
            writes(block);
            joins(block);
        }
        lasts();
        std::stable_sort(all_.begin(), all_.end(), [](const RepairLine& a, const RepairLine& b) {
            return std::pair(a.kind, a.how) < std::pair(b.kind, b.how);
        });
        return std::move(all_);
    }

   private:
    // ---- what a line is about ------------------------------------------------------------------------------------

    Block block(std::vector<PartyId> owners, const BitSet& functions, const BitSet& tasks) const {
        Block out{std::move(owners), functions, tasks, {}};
        for (std::size_t i = 0; i < gap_.parts.size(); ++i) {
            const auto& part = gap_.parts[i];
            if (names(out.owners, part.owner) && functions.has(part.function) && tasks.includes(part.tasks))
                out.parts.push_back(i);
        }
        return out;
    }
    /// The whole first; then each owner, each function and each task apart.
    std::vector<Block> blocks() const {
        std::vector<Block> out;
        const auto add = [&](Block one) {
            const auto same = [&](const Block& other) { return other.parts == one.parts; };
            if (!one.parts.empty() && std::none_of(out.begin(), out.end(), same)) out.push_back(std::move(one));
        };
        add(block(gap_.owners, gap_.functions, gap_.tasks));
        for (const auto owner : gap_.owners) add(block({owner}, gap_.functions, gap_.tasks));
        gap_.functions.each([&](std::size_t f) {
            BitSet one(model_.leaf_functions.size());
            one.set(f);
            add(block(gap_.owners, one, gap_.tasks));
        });
        for (const auto& part : gap_.parts) add(block(gap_.owners, gap_.functions, part.tasks));
        return out;
    }

    Text matter(const Block& block) const {
        const auto relevant = needing(model_, block.functions);
        return say(message::function_of_tasks,
                   {model::functions_of(model_, block.functions), model::tasks_of(model_, block.tasks, &relevant)});
    }
    bool explicit_next_to(const Block& block, bool before) const {
        return std::any_of(block.parts.begin(), block.parts.end(), [&](std::size_t i) {
            const auto& part = gap_.parts[i];
            return before
                       ? !subject_.explicit_before(view_, part.owner, part.function, part.tasks, part.days.from).empty()
                       : !subject_.explicit_from(view_, part.owner, part.function, part.tasks, part.days.until).empty();
        });
    }
    /// `voor Zoeterwoude vanaf 1 januari 2024`: what keeps a sentence from the cells of others, and from other days.
    std::vector<Text> clauses(const Block& block) const {
        std::vector<Text> out;
        bool others = !gap_.home.valid() || model_[gap_.home].open_participants;
        if (gap_.home.valid())
            for (const auto& participant : model_[gap_.home].participants)
                others = others || !names(block.owners, participant.party);
        if (others) out.push_back(say(message::write_for, {parties_of(model_, block.owners)}));
        for (auto& each : days(block)) out.push_back(std::move(each));
        return out;
    }
    std::vector<Text> days(const Block& block) const {
        std::vector<Text> out;
        const auto& [from, until] = gap_.days;
        // A cooperation that begins or ends with the gap says so itself.
        const auto force = gap_.home.valid() ? world_.force(gap_.home) : Period{};
        if (from > model_.horizon && (!gap_.home.valid() || (force.from < from && explicit_next_to(block, true))))
            out.push_back(say(message::write_from, {day_said(model_, from)}));
        if (until < force.until && explicit_next_to(block, false))
            out.push_back(stretch_from(model_, until) ? say(message::write_until, {day_said(model_, until)})
                                                      : say(message::write_through, {spelled(until.previous())}));
        return out;
    }

    // ---- putting lines in ----------------------------------------------------------------------------------------

    std::string in_model(const Text& text) const { return checks::line(subject_, text).in(a_.texts.language); }

    void add(RepairLine::How how, TransferKind kind, const Block& block, const std::optional<Insertion>& where,
             std::string written, CooperationId within) {
        if (!where || block.parts.empty()) return;
        const auto same = [&](const RepairLine& other) {
            return other.span == where->span && other.text == where->text;
        };
        if (std::any_of(all_.begin(), all_.end(), same)) return;
        all_.push_back({how, kind, where->span, where->text, std::move(written), within, block.parts});
    }
    /// A sentence of its own: in the cooperation it belongs to, else in the variant, else below the cooperation.
    std::optional<Insertion> sentence(const std::string& line) const {
        if (gap_.home.valid()) return in_block(a_, head_of(gap_.home), line);
        return outside(line);
    }
    std::optional<Insertion> outside(const std::string& line) const {
        if (gap_.variant.valid()) return in_block(a_, model_[gap_.variant].span, line);
        const auto& near = gap_.home.valid()         ? gap_.home
                           : gap_.claimed_by.valid() ? gap_.claimed_by
                                                     : gap_.place.cooperation;
        return near.valid() ? below_block(a_, head_of(near), line) : std::nullopt;
    }
    Span head_of(CooperationId version) const {
        const auto& s = model_[version];
        return s.amended_by.empty() ? s.span : s.amended_by;
    }

    // ---- it stays ------------------------------------------------------------------------------------------------

    void keeps(const Block& block) {
        const auto who = gap_.held_by.valid() ? model_.organ_of(gap_.held_by, gap_.organ) : Actor{{}, 0, gap_.organ};
        const auto words = in_model(
            checks::transfer_line(subject_, TransferKind::keeps, matter(block), name_of(model_, who), clauses(block)));
        add(RepairLine::How::writes, TransferKind::keeps, block, sentence(words), words, gap_.home);
    }

    // ---- what is there says more -----------------------------------------------------------------------------------

    bool takes_part(CooperationId version, const Block& block) const {
        return std::all_of(block.owners.begin(), block.owners.end(),
                           [&](PartyId owner) { return holds_on(world_.participation(version, owner), day_); });
    }
    /// A sentence whose words are the model's own and hold without reserve. What a document says is not for us to add to.
    bool plain(const Transfer& x) const {
        return x.head_span.file == a_.texts.main && !x.head_span.empty() && x.variant == gap_.variant &&
               world_.counts(world_.status_of(x), x.variant.valid()) && !x.package && !x.condition && !x.all_powers &&
               !x.decision.valid() && x.backing.documents.empty() && x.kind != TransferKind::entrusts &&
               !x.named_tasks.empty() && !x.named_functions.empty();
    }
    bool is_about(const Transfer& x, const Block& block) const {
        return std::all_of(block.owners.begin(), block.owners.end(), [&](PartyId owner) {
            return (!x.only_for || names(*x.only_for, owner)) && !names(x.except_for, owner);
        });
    }
    void change(RepairLine::How how, const Transfer& x, const Block& block, Span span, const std::string& text) {
        // A sentence that several versions of its cooperation have is there once.
        auto words = std::string(a_.texts.sources.text(x.span));
        if (span.begin < x.span.begin || span.end > x.span.end) return;
        words.replace(span.begin - x.span.begin, span.end - span.begin, text);
        add(how, x.kind, block, Insertion{span, text}, on_one_line(words), x.cooperation);
    }
    void extends(const Block& block) {
        const auto relevant = needing(model_, block.functions);
        for (const auto& x : model_.transfers) {
            if (!plain(x) || (x.cooperation.valid() && !takes_part(x.cooperation, block))) continue;
            if (!x.cooperation.valid() && gap_.home.valid()) continue;
            const bool functions = same_set(x.functions, block.functions), tasks = same_set(x.tasks, block.tasks);
            const Span end{x.head_span.file, x.head_span.end, x.head_span.end};
            if (functions && same_set(x.excepted, block.tasks) && !x.except_span.empty() && is_about(x, block)) {
                auto span = x.except_span;
                const auto read = a_.texts.sources[span.file].text();
                while (span.begin > 0 && read[span.begin - 1] == ' ') --span.begin;
                change(RepairLine::How::no_exception, x, block, span, {});
            } else if (functions && x.excepted.none() && !x.tasks.intersects(block.tasks) && is_about(x, block)) {
                change(RepairLine::How::extends, x, block, end,
                       in_model(joined({Text(", "), model::tasks_of(model_, block.tasks, &relevant)}, "")));
            } else if (tasks && x.excepted.none() && !x.functions.intersects(block.functions) && is_about(x, block)) {
                // Behind the functions that are there: before the tasks.
                const auto words = a_.texts.sources.text(x.head_span);
                const std::string of = " " + std::string(syntax::info(Word::of).phrase.in(a_.texts.language)) + " ";
                const auto at = words.find(of);
                if (at == std::string_view::npos) continue;
                const auto begin = x.head_span.begin + static_cast<std::uint32_t>(at);
                change(RepairLine::How::extends, x, block, {x.head_span.file, begin, begin},
                       in_model(joined({Text(", "), model::functions_of(model_, block.functions)}, "")));
            } else if (functions && tasks && x.only_for && !x.for_span.empty() && !is_about(x, block)) {
                change(RepairLine::How::extends, x, block, {x.for_span.file, x.for_span.end, x.for_span.end},
                       in_model(joined({Text(", "), parties_of(model_, block.owners)}, "")));
            }
        }
    }

    /// Of an interruption: what is there ends later, or begins again earlier.
    void lasts() {
        if (gap_.code != Code::B03 || gap_.variant.valid()) return;
        const auto whole = block(gap_.owners, gap_.functions, gap_.tasks);
        const auto kind = [&](const Passage& passage) {
            return passage.row.valid() ? model_[passage.row].kind : TransferKind::mandates;
        };
        const auto put = [&](const Passage& passage, Word word, const Text& date, TransferKind as) {
            if (passage.span.file != a_.texts.main || passage.span.empty()) return false;
            const auto words = a_.texts.sources.text(passage.span);
            const std::string phrase(syntax::info(word).phrase.in(a_.texts.language));
            const auto at = words.rfind(phrase + " ");
            if (at == std::string_view::npos) return false;
            const Span span{passage.span.file, passage.span.begin + static_cast<std::uint32_t>(at), passage.span.end};
            const auto text = phrase + " " + date.in(a_.texts.language);
            // What stands on its lines then.
            const auto read = a_.texts.sources[span.file].text();
            const auto begin = read.substr(0, span.begin).rfind('\n') + 1;
            const auto end = std::min(read.find('\n', span.end), read.size());
            const auto written = on_one_line(std::string(read.substr(begin, span.begin - begin)) + text +
                                             std::string(read.substr(span.end, end - span.end)));
            add(RepairLine::How::lasts, as, whole, Insertion{span, text}, written, passage.cooperation);
            return true;
        };
        const auto last = spelled(gap_.days.until.previous());
        const auto as = kind(gap_.place), again = kind(gap_.resumes);
        if (!put(gap_.place, Word::through, last, as))
            put(gap_.place, Word::until, day_said(model_, gap_.days.until), as);
        put(gap_.resumes, Word::from, day_said(model_, gap_.days.from), again);
    }

    // ---- what is new ---------------------------------------------------------------------------------------------

    void writes(const Block& block) {
        for (const auto kind : receivers_.kinds(block.functions))
            for (const auto& actor : receivers_.of(kind, block.owners)) {
                const auto to = name_of(model_, actor);
                // Outside any cooperation whoever has the power gives it by a decision of his own.
                if (!gap_.home.valid() && is_mandate(kind) && gap_.organ.valid()) {
                    decision(kind, block, to, {});
                    continue;
                }
                const auto words = in_model(checks::transfer_line(subject_, kind, matter(block), to, clauses(block)));
                const auto before = all_.size();
                add(RepairLine::How::writes, kind, block, sentence(words), words, gap_.home);
                if (all_.size() > before) all_.back().to = actor;
            }
    }

    /// What the text obliges to, or allows: the act stands in a decision of the owner. Until it is taken it is intended.
    void decides(const Block& block) {
        if (block.owners.size() != 1 || !gap_.organ.valid() || !gap_.claimed_by.valid()) return;
        const auto owner = block.owners.front();
        for (const auto& duty : model_.without_act) {
            if (!is_duty(duty) || !duty.functions.intersects(block.functions)) continue;
            const auto to = model_.seen_from(owner, duty.receivers.front());
            if (model_.is_of(owner, to)) continue;
            // Several sentences of the text may oblige to it together.
            auto functions = duty.functions, tasks = duty.tasks;
            for (const auto& other : model_.without_act)
                if (is_duty(other) && other.kind == duty.kind && other.receivers == duty.receivers) {
                    functions |= other.functions;
                    tasks |= other.tasks;
                }
            if (!functions.includes(block.functions) || !tasks.includes(block.tasks)) continue;
            decision(duty.kind, block, name_of(model_, to), gap_.claimed_by);
        }
    }
    void decision(TransferKind kind, const Block& block, const Text& to, CooperationId implements) {
        if (block.owners.size() != 1) return;
        const auto owner = block.owners.front();
        const auto inner = in_model(checks::transfer_line(subject_, kind, matter(block), to, days_of_decision(block)));
        const Text name(free_name(owner)), by = name_of(model_, model_.organ_of(owner, gap_.organ));
        const auto words =
            in_model(implements.valid() ? say(message::repair_decision,
                                              {name, by, Text(syntax::name_to_write(model_[implements].name))})
                                        : say(message::repair_decision_alone, {name, by}));
        const auto line = words + " { " + inner + " }";
        add(RepairLine::How::decides, kind, block, outside(line), line, {});
    }
    bool is_duty(const Transfer& x) const {
        return (x.why_not == Transfer::WhyNot::duty || x.why_not == Transfer::WhyNot::possibility) &&
               x.cooperation.valid() && world_.visible(x.variant) && x.receivers.size() == 1 &&
               model_[x.cooperation].first_version == model_[gap_.claimed_by].first_version;
    }
    std::vector<Text> days_of_decision(const Block& block) const {
        auto out = days(block);
        if (out.empty() && (gap_.days.from > model_.horizon || model_.horizon_stated))
            out.push_back(say(message::write_from, {day_said(model_, gap_.days.from)}));
        return out;
    }
    std::string free_name(PartyId owner) const {
        auto stem = say(message::repair_decision_name, {Text(model_[owner].name)}).in(a_.texts.language);
        for (auto& c : stem)
            if (static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
        auto out = stem;
        const auto taken = [&](const std::string& name) {
            return std::any_of(model_.decisions.begin(), model_.decisions.end(),
                               [&](const Decision& each) { return folded(each.name) == folded(name); });
        };
        for (int i = 2; taken(out); ++i) out = stem + "_" + std::to_string(i);
        return out;
    }

    /// The owner takes part in a cooperation that settles just this for others.
    void joins(const Block& block) {
        if (block.owners.size() != 1 || gap_.held_by.valid()) return;
        const auto owner = block.owners.front();
        for (const auto& x : model_.transfers) {
            if (!x.cooperation.valid() || x.variant != gap_.variant || x.kind == TransferKind::keeps || x.package ||
                x.condition || x.only_for || x.kind == TransferKind::entrusts ||
                !x.functions.includes(block.functions) || !x.tasks.includes(block.tasks))
                continue;
            const auto& s = model_[x.cooperation];
            if (!world_.force(x.cooperation).contains(day_) || s.participants.empty() ||
                takes_part(x.cooperation, block))
                continue;
            const auto& last = s.participants.back();
            if (last.article.valid()) continue;
            const auto who = last.organs.size() == 1 ? name_of(model_, model_.organ_of(owner, last.organs.front()))
                                                     : name_of(model_, owner);
            std::vector<Text> parts{syntax::info(Word::participants).phrase, who};
            if (gap_.days.from > model_.horizon)
                parts.push_back(say(message::write_from, {day_said(model_, gap_.days.from)}));
            const auto words = in_model(joined(parts, " "));
            add(RepairLine::How::joins, x.kind, block, below(a_, last.span, words), words, x.cooperation);
        }
    }

    const Analysis& a_;
    const Model& model_;
    const Subject& subject_;
    const Subject::View& view_;
    const graph::World& world_;
    const Gap& gap_;
    const Receivers receivers_;
    const Day day_;  ///< the first of the gap that is answered for
    std::vector<RepairLine> all_;
};

}  // namespace

std::vector<RepairLine> lines_for(const Analysis& analysis, const Gap& gap) {
    return LinesOfGap(analysis, gap).lines();
}

}  // namespace belegd::analysis
