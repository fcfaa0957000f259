// The sentences of a rule, with their places filled in for a case.
#include "rules/operands.hpp"
#include "rules/rule_evaluation.hpp"

namespace belegd::rules {

using namespace model;

Text RuleEvaluation::words(const Rule::Template& text, const std::vector<Value>& slots) {
    return {words(text, slots, Language::nl), words(text, slots, Language::en)};
}

std::string RuleEvaluation::words(const Rule::Template& text, const std::vector<Value>& slots, Language language) {
    if (&slots != &slots_) stand_for(slots);
    std::string out;
    for (const auto& piece : language == Language::nl ? text.nl : text.en) {
        if (piece.expression == Expression::kNone) {
            out += piece.words;
            continue;
        }
        const auto& e = rule_.expressions[piece.expression];
        Made made;
        const auto& value = value_of(piece.expression, made);
        if (piece.agrees())
            out += facts_.several(e.type, e.many, value) ? piece.several : piece.words;
        else if (!piece.words.empty() && RuleFacts::says_nothing(value))
            out += piece.words;
        else if (e.attribute == Attribute::cooperation_text && std::holds_alternative<long long>(value.is))
            out += facts_.text_said({static_cast<std::uint32_t>(std::get<long long>(value.is))}).in(language);
        else
            out += facts_.said(e.type, e.many, value).in(language);
    }
    return out;
}

bool RuleEvaluation::complete(const Rule::Template& text, const std::vector<Value>& slots) {
    stand_for(slots);
    return std::none_of(text.nl.begin(), text.nl.end(), [&](const Rule::Template::Piece& piece) {
        return piece.expression != Expression::kNone && !piece.agrees() && piece.words.empty() &&
               RuleFacts::says_nothing(evaluate(piece.expression));
    });
}

}  // namespace belegd::rules
