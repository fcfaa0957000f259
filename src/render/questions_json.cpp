#include <nlohmann/json.hpp>

#include "render/findings.hpp"
#include "render/json_text.hpp"
#include "render/questions.hpp"

namespace belegd::render {
namespace {

using Json = nlohmann::ordered_json;

class QuestionRow {
   public:
    QuestionRow(const AskedOf& of, const analysis::Question& question) : of_(of), q_(question) {}

    Json json() const {
        Json out{
            {"model", of_.path}, {"question", in_both(q_.text)}, {"about", Json::array()}, {"rules", Json::array()}};
        for (const auto& at : q_.places) out["about"].push_back(place(at));
        for (const auto& asker : q_.askers) out["rules"].push_back(rule(asker));
        out["answers"] = Json::array();
        for (const auto& each : q_.answers) out["answers"].push_back(answer(each));
        return out;
    }

   private:
    const model::Model& model() const { return of_.analysis->model; }

    Json place(const analysis::Question::Place& at) const {
        const auto& texts = of_.analysis->texts;
        const auto from = texts.sources.place(at.span), to = texts.sources.last_place(at.span);
        const auto path = beside(of_.path, texts.main, texts.sources, at.span.file);
        Json out{{"file", path.value_or(texts.sources[at.span.file].name())},
                 {"start", {{"line", from.line}, {"col", from.column}}},
                 {"end", {{"line", to.line}, {"col", to.column}}},
                 {"name", in_both(at.about)}};
        if (at.cooperation.valid()) out["cooperation"] = model()[at.cooperation].name;
        if (at.variant.valid()) out["variant"] = model()[at.variant].name;
        return out;
    }

    Json rule(const analysis::Question::Asker& asker) const {
        const auto& rule = model().rules[asker.rule];
        Json out{{"code", rule.code}, {"title", in_both(rule.title)}, {"severity", severity_id(rule.severity)}};
        if (!asker.depends.empty()) out["depends"] = in_both(asker.depends);
        return out;
    }

    static Json answer(const rules::Answer& answer) {
        Json out = Json::object();
        if (!answer.says.empty()) out["answer"] = in_both(answer.says);
        if (answer.line.empty()) return out;
        if (!answer.where.empty()) out["where"] = in_both(answer.where);
        out["line"] = answer.line.nl;
        out["complete"] = !answer.is_open();
        return out;
    }

    const AskedOf& of_;
    const analysis::Question& q_;
};

}  // namespace

std::string questions_json(const std::vector<AskedOf>& all) {
    Json out{{"questions", Json::array()}};
    for (const auto& of : all) {
        for (const auto& question : of.questions.open) out["questions"].push_back(QuestionRow(of, question).json());
        if (of.questions.accepted > 0)
            out["accepted"].push_back({{"model", of.path}, {"count", of.questions.accepted}});
        if (!of.failure.empty()) out["unread"].push_back({{"file", of.path}, {"message", in_both(of.failure)}});
    }
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace belegd::render
