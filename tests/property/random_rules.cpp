#include "property/random_rules.hpp"

#include <array>
#include <initializer_list>
#include <random>

namespace belegd::naive {
namespace {

constexpr const char* kBefore =
    "functie zorg bevoegdheid\n"
    "domein welzijn { vergt zorg\n van rechtswege zorg bij college\n taak hulp }\n"
    "gemeente Oost\ngemeente West\ngemeente Zuid\norganisatie Bureau\n";

Question leaf(const std::string& variable, std::vector<std::string> attributes) {
    return {.word = "attribute", .variable = variable, .attributes = std::move(attributes)};
}
Question constant(std::string text, Told value) {
    return {.word = "constant", .text = std::move(text), .constants = {{"value", std::move(value)}}};
}

class RuleWriter {
   public:
    explicit RuleWriter(std::uint32_t seed) : random_(seed) {}

    RandomRules write() {
        model_.text = kBefore;
        for (const auto* name : {"Oost", "West", "Zuid"}) parties_.push_back(thing({name}));
        for (const auto* name : {"mandaat", "delegatie", "feitelijk werk"}) titles_.push_back(thing({name}));
        model_.kinds = {{"samenwerking", {}}, {"toedeling", {}}};
        line_ = 1;
        for (const char c : model_.text) line_ += c == '\n';
        for (const auto* name : {"een", "twee"}) cooperation(name);
        for (auto loose = next(2); loose > 0; --loose) transfer(nullptr, {}, {});
        RandomRules out{std::move(model_), {}};
        for (int i = 1; i <= 6; ++i) out.rules.push_back(rule("H-0" + std::to_string(i)));
        return out;
    }

   private:
    std::uint32_t next(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }
    bool one_in(std::uint32_t many) { return next(many) == 0; }
    template <typename T>
    T any(std::initializer_list<T> choices) {
        return *(choices.begin() + next(static_cast<std::uint32_t>(choices.size())));
    }
    Thing* thing(Thing what) { return &model_.all.emplace_back(std::move(what)); }
    void line(const std::string& text) {
        model_.text += text + "\n";
        ++line_;
    }

    // ---- the model ---------------------------------------------------------------------------------------------

    /// Few days, so that boundaries are met.
    Day day() {
        const auto year = any({2020, 2021, 2022}), month = any({1, 2, 3, 8}), in_month = any({1, 28});
        return *day_of(year, month, in_month);
    }
    static std::string said(Day day) {
        const auto text = iso(day);
        return text.substr(8) + "-" + text.substr(5, 2) + "-" + text.substr(0, 4);
    }
    long long euros() { return any({100LL, 200LL, 300LL}); }
    Told some_length(std::string& text) {
        if (one_in(2)) {
            const int months = any({1, 2, 6, 12});
            text = std::to_string(months) + (months == 1 ? " maand" : " maanden");
            return length(months, 0);
        }
        const int days = any({28, 31, 59, 62, 181, 182, 184, 365, 366});
        text = std::to_string(days) + " dagen";
        return length(0, days);
    }

    void cooperation(const std::string& name) {
        auto* s = thing({name});
        line("samenwerking " + name + " {");
        std::vector<const Thing*> of, with;
        std::string names;
        for (const auto* party : parties_)
            if (one_in(2) || (of.empty() && party == parties_.back())) {
                of.push_back(party);
                names += (names.empty() ? "" : ", ") + party->name;
                with.push_back(
                    thing({name + "/" + party->name, {{"partij", things({party})}, {"samenwerking", things({s})}}}));
            }
        const bool others = one_in(3);
        line("  deelnemers " + names + (others ? ", niet uitputtend" : ""));
        std::optional<Day> from, until, concluded;
        if (!one_in(4)) {
            from = day();
            if (one_in(3)) until = Day{from->count + any({1, 365, 900})};
            line("  geldt vanaf " + said(*from) + (until ? " tot " + said(*until) : ""));
        }
        if (one_in(2)) {
            concluded = day();
            if (until && *concluded >= *until) concluded = from;
            line("  gesloten op " + said(*concluded));
        }
        Told notice = unknown();
        if (one_in(2)) {
            std::string text;
            notice = some_length(text);
            line("  opzegtermijn " + text);
        }
        std::vector<const Thing*> costs;
        for (auto more = next(3); more > 0; --more) {
            const auto amount = euros();
            costs.push_back(thing({name + "/kosten", {{"bedrag", number(amount * 100)}}}));
            line("  kosten k" + std::to_string(line_) + " € " + std::to_string(amount));
        }
        std::vector<const Thing*> transfers;
        for (auto more = next(3); more > 0; --more) transfers.push_back(transfer(s, from, until));
        line("}");
        for (const auto* participant : with) {
            auto& known = const_cast<Thing&>(*participant);
            known.from = from;
            known.until = until;
        }
        s->from = concluded ? concluded : from;
        s->until = until;
        s->attributes = {{"begin", told(from, unknown())},         {"einde", told(until, nothing())},
                         {"gesloten", told(concluded, unknown())}, {"opzegtermijn", notice},
                         {"deelnemers", things(with, others)},     {"gemeenten", things(of, others)},
                         {"toedelingen", things(transfers)},       {"kosten", things(costs)}};
        model_.kinds["samenwerking"].push_back(s);
    }

    const Thing* transfer(const Thing* in, std::optional<Day> from, std::optional<Day> until) {
        auto* t = thing({"line " + std::to_string(line_)});
        const auto title = next(3);
        auto text = std::string(in == nullptr ? "" : "  ") + std::array{"mandateert", "delegeert", "belegt"}[title] +
                    " zorg van hulp " + (title == 2 ? "bij" : "aan") + " Bureau";
        if (in == nullptr) text += " voor Oost";
        Told amount = nothing();
        if (one_in(2)) {
            const auto value = euros();
            amount = number(value * 100);
            text += " ten hoogste € " + std::to_string(value);
        }
        if (one_in(3)) {
            const auto own = day();
            text += " vanaf " + said(own);
            if (!from || own > *from) from = own;
        }
        if (one_in(3)) {
            const auto own = *day_of(any({2023, 2024}), 1, 1);
            text += " tot " + said(own);
            if (!until || own < *until) until = own;
        }
        line(text);
        t->from = from;
        t->until = until;
        t->attributes = {{"soort", things({titles_[title]})},
                         {"bedrag", amount},
                         {"samenwerking", in == nullptr ? nothing() : things({in})},
                         {"begin", told(from, unknown())},
                         {"einde", told(until, nothing())}};
        model_.kinds["toedeling"].push_back(t);
        return t;
    }

    // ---- the rules ---------------------------------------------------------------------------------------------

    std::string letter() { return std::string("v") + std::to_string(++letters_); }

    NaiveRule rule(const std::string& code) {
        NaiveRule out{code, {}, {}};
        if (one_in(2)) {
            if (!one_in(3)) out.from = day();
            if (!out.from || one_in(2)) out.until = Day{(out.from ? *out.from : day()).count + any({31, 365})};
        }
        out.in_force = one_in(3);
        const auto v = letter();
        const bool cooperation = !one_in(3);
        out.about.push_back({cooperation ? "samenwerking" : "toedeling", v, "", ""});
        std::map<std::string, std::string> bound{{v, out.about.front().kind}};
        if (cooperation && one_in(2)) {
            const bool participants = one_in(2);
            const auto w = letter();
            out.about.push_back(
                {participants ? "deelnemer" : "toedeling", w, v, participants ? "deelnemers" : "toedelingen"});
            bound[w] = out.about.back().kind;
        }
        for (auto steps = 1 + next(3); steps > 0; --steps) {
            NaiveRule::Step step{one_in(3) && steps == 1, "", {}, {}};
            if (cooperation && one_in(4)) {
                step.noem = "n" + std::to_string(++letters_);
                const bool counted = one_in(2);
                const auto w = letter();
                const std::string kind = !counted ? "kosten" : one_in(2) ? "deelnemer" : "toedeling";
                step.named = {.word = counted ? "aantal" : "som", .variable = w, .kind = kind};
                step.named.parts = {leaf(v, {kind == "kosten" ? "kosten" : kind + "en"}), {}};
                if (kind == "deelnemer") step.named.parts[0].attributes = {"deelnemers"};
                auto inside = bound;
                inside[w] = kind;
                if (one_in(2)) step.named.parts[1] = simple(inside, w);
                if (!counted) step.named.parts.push_back(leaf(w, {"bedrag"}));
                const auto limit = counted ? static_cast<long long>(next(3)) : euros() * (1 + next(2));
                step.question = {.word = sign(),
                                 .parts = {leaf(step.noem, {}),
                                           counted ? constant(std::to_string(limit), number(limit))
                                                   : constant("€ " + std::to_string(limit), number(limit * 100))}};
            } else {
                step.question = question(bound, 2);
            }
            out.steps.push_back(std::move(step));
        }
        // What is required may be more than one thing.
        if (out.steps.size() > 2 && out.steps.back().required) out.steps[out.steps.size() - 2].required = one_in(2);
        return out;
    }

    std::string sign() { return any({"<", "<=", ">", ">="}); }

    using Kinds = std::map<std::string, std::string>;

    Question question(const Kinds& bound, int depth) {
        if (depth > 0 && one_in(2)) {
            if (one_in(4)) return {.word = "niet", .parts = {question(bound, depth - 1)}};
            if (one_in(3)) return many(bound);
            return {.word = any({"en", "of"}), .parts = {question(bound, depth - 1), question(bound, depth - 1)}};
        }
        auto which = bound.begin();
        std::advance(which, next(static_cast<std::uint32_t>(bound.size())));
        return simple(bound, which->first);
    }

    /// `bestaat`, `geen`, `elke` over a list of a cooperation that is bound; a plain question where none is.
    Question many(const Kinds& bound) {
        for (const auto& [variable, kind] : bound) {
            if (kind != "samenwerking") continue;
            const std::string of = any({"deelnemer", "toedeling", "kosten"});
            const auto w = letter();
            auto inside = bound;
            inside[w] = of;
            const std::string list = of == "deelnemer" ? "deelnemers" : of == "toedeling" ? "toedelingen" : "kosten";
            Question out{.word = any({"bestaat", "geen", "elke"}),
                         .parts = {leaf(variable, {list}), {}},
                         .variable = w,
                         .kind = of};
            if (out.word == "elke" || !one_in(4)) out.parts[1] = one_in(2) ? simple(inside, w) : question(inside, 1);
            return out;
        }
        return question(bound, 0);
    }

    Question simple(const Kinds& bound, const std::string& v) {
        const auto& kind = bound.at(v);
        if (kind == "samenwerking") return of_cooperation(v, {});
        if (kind == "kosten") {
            const auto limit = euros();
            return {.word = sign(),
                    .parts = {leaf(v, {"bedrag"}), constant("€ " + std::to_string(limit), number(limit * 100))}};
        }
        if (kind == "deelnemer") {
            if (one_in(3)) return of_cooperation(v, {"samenwerking"});
            return of_one(leaf(v, {"partij"}), parties_);
        }
        switch (next(6)) {
            case 0: return of_one(leaf(v, {"soort"}), titles_);
            case 1:
            case 2: {
                const auto limit = euros();
                return {.word = sign(),
                        .parts = {leaf(v, {"bedrag"}), constant("€ " + std::to_string(limit), number(limit * 100))}};
            }
            case 3:
                return {.word = any({"is vermeld", "is niet vermeld"}),
                        .parts = {leaf(v, {any({"bedrag", "einde", "begin"})})}};
            case 4: return of_cooperation(v, {"samenwerking"});
            default: return compared_day(leaf(v, {any({"begin", "einde"})}), v, {});
        }
    }

    Question of_cooperation(const std::string& v, std::vector<std::string> path) {
        const auto at = [&](const char* attribute) {
            auto whole = path;
            whole.emplace_back(attribute);
            return leaf(v, std::move(whole));
        };
        switch (next(6)) {
            case 0:
            case 1: {
                std::string text;
                auto value = some_length(text);
                return {.word = any({"<", "<=", ">", ">=", "="}),
                        .parts = {at("opzegtermijn"), constant(std::move(text), std::move(value))}};
            }
            case 2:
                return {.word = any({"is vermeld", "is niet vermeld"}),
                        .parts = {at(any({"begin", "einde", "gesloten", "opzegtermijn"}))}};
            case 3: {
                // Of several behind `binnen` or `omvat` one is enough; of a list of one nobody can mistake that.
                const bool several = one_in(2);
                return {.word = several ? any({"raakt", "raakt niet"}) : any({"raakt", "binnen", "omvat"}),
                        .parts = {at("gemeenten"), some(parties_, several ? 2 : 1)}};
            }
            default: return compared_day(at(any({"begin", "einde", "gesloten"})), v, path);
        }
    }

    Question compared_day(Question left, const std::string& v, const std::vector<std::string>& path) {
        Question right;
        if (one_in(2)) {
            const auto on = day();
            right = constant(said(on), number(on.count));
        } else {
            auto whole = path;
            whole.emplace_back(any({"begin", "einde"}));
            right = leaf(v, std::move(whole));
        }
        if (one_in(3)) {
            std::string text;
            auto value = some_length(text);
            right = {.word = any({"plus", "minus"}), .parts = {right, constant(std::move(text), std::move(value))}};
        }
        return {.word = any({"<", "<=", ">", ">=", "eerder dan", "later dan"}),
                .parts = {std::move(left), std::move(right)}};
    }

    Question of_one(Question one, const std::vector<const Thing*>& of) {
        const bool single = one_in(2);
        return {.word = single ? any({"is", "is niet"}) : any({"in", "niet in"}),
                .parts = {std::move(one), some(of, single ? 1 : 2)}};
    }

    Question some(const std::vector<const Thing*>& of, std::size_t many) {
        std::vector<const Thing*> chosen;
        std::string text;
        for (auto at = next(3); chosen.size() < many; at = (at + 1) % 3) {
            chosen.push_back(of[at]);
            text += (text.empty() ? "" : ", ") + of[at]->name;
        }
        return constant(std::move(text), things(std::move(chosen)));
    }

    std::minstd_rand random_;
    NaiveModel model_;
    std::vector<const Thing*> parties_, titles_;
    std::size_t line_ = 1;
    int letters_ = 0;
};

}  // namespace

RandomRules random_rules(std::uint32_t seed) { return RuleWriter(seed * 2654435761u % 2147483646u + 1).write(); }

}  // namespace belegd::naive
