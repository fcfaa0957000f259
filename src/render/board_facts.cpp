// Boards in the exchange form: who is in them, what votes there are, how many a decision asks for.
#include "render/board_facts.hpp"

#include <nlohmann/json.hpp>

#include "graph/walk.hpp"
#include "model/describe.hpp"
#include "render/planning_facts.hpp"

namespace belegd::render {
namespace {

using namespace model;
using Json = nlohmann::ordered_json;

const char* basis_id(Threshold::Basis basis) {
    using Basis = Threshold::Basis;
    switch (basis) {
        case Basis::not_stated: return "not_stated";
        case Basis::members: return "members";
        case Basis::members_present: return "members_present";
        case Basis::participants: return "participants";
        case Basis::votes: return "votes";
        case Basis::votes_present: return "votes_present";
        case Basis::votes_cast: return "votes_cast";
        case Basis::some_votes: return "some_votes";
    }
    return "";
}

const char* tie_id(OnTie then) {
    switch (then) {
        case OnTie::chair: return "chair";
        case OnTie::again: return "again";
        case OnTie::rejected: return "rejected";
        case OnTie::lot: return "lot";
    }
    return "";
}

class BoardFacts {
   public:
    explicit BoardFacts(const Model& model) : m_(model) {}

    Json of(const Board& board) const {
        Json out{{"organ", m_[board.organ].name}};
        if (!board.title.empty()) out["title"] = board.title.nl;
        if (board.article.valid()) out["article"] = spelled(Citation{{}, {}, m_[board.article].parts, {}, false}).nl;
        for (const auto& each : board.seats) out["seats"].push_back(of(each));
        for (const auto& each : board.votes) out["votes"].push_back(of(each));
        if (board.chair) out["chair"] = of(*board.chair);
        if (board.quorum) out["quorum"] = of(*board.quorum);
        for (const auto& each : board.majorities) out["majorities"].push_back(of(each));
        for (const auto each : board.on_tie) out["on_tie"].push_back(tie_id(each));
        if (board.tie_silence != Silence::none) out["tie_open"] = name_of(board.tie_silence).en;
        return out;
    }

   private:
    void put_parties(Json& out, const char* name, const std::vector<PartyId>& parties) const {
        for (const auto party : parties) out[name].push_back(m_[party].name);
    }
    void put_actors(Json& out, const char* name, const std::vector<Actor>& actors) const {
        for (const auto& each : actors) out[name].push_back(graph::actor_id(m_, each));
    }
    Json of(const Board::Seats& row) const {
        Json out = Json::object();
        if (row.number) out["members"] = *row.number;
        if (row.at_least) out["members_at_least"] = *row.at_least;
        if (row.at_most) out["members_at_most"] = *row.at_most;
        if (row.each) out["each"] = true;
        if (row.jointly) out["jointly"] = true;
        put_parties(out, "of", row.of);
        put_names(out, "by", row.by_names);
        put_actors(out, "by_known", row.by);
        if (row.from_midst) out["from_midst"] = true;
        if (row.term) out["term"] = duration_said(*row.term);
        if (row.substitutes) out["substitutes"] = *row.substitutes;
        if (row.in_absence) out["in_absence"] = true;
        if (row.on_interest) out["on_interest"] = true;
        return out;
    }
    Json of(const Board::Votes& row) const {
        using By = Board::Votes::By;
        Json out{{"per", row.by == By::member ? "member" : row.by == By::participant ? "participant" : "key"}};
        if (row.number) out["votes"] = *row.number;
        for (const auto& each : row.own) {
            Json one{{"who", each.party ? m_[*each.party].name : each.who}};
            if (each.number) one["votes"] = *each.number;
            out["own"].push_back(std::move(one));
        }
        if (!row.key_said.empty()) out["key"] = row.key.valid() ? m_[row.key].name : row.key_said;
        if (row.key.valid()) out["key_known"] = true;
        if (row.step) out[row.started ? "per_started" : "per_full"] = *row.step;
        if (row.at_least) out["at_least"] = *row.at_least;
        if (row.at_most) out["at_most"] = *row.at_most;
        return out;
    }
    Json of(const Board::Chair& row) const {
        Json out = Json::object();
        put_names(out, "by", row.names);
        put_actors(out, "by_known", row.actors);
        if (row.silence != Silence::none) out["open"] = name_of(row.silence).en;
        if (row.no_member) out["no_member"] = true;
        if (row.without_vote) out["without_vote"] = true;
        put_names(out, "substitutes", row.substitute_names);
        return out;
    }

   public:
    static Json of(const Majority& row) {
        Json out = Json::object();
        auto& parts = out["parts"] = Json::array();
        for (const auto& part : row.parts) {
            using Kind = Threshold::Kind;
            Json one{{"asks", part.kind == Kind::more_than  ? "more_than"
                              : part.kind == Kind::at_least ? "at_least"
                                                            : "all"}};
            if (part.number)
                one["number"] = part.over;
            else if (part.kind != Kind::all)
                one["part"] = std::to_string(part.over) + "/" + std::to_string(part.under);
            one["of"] = basis_id(part.basis);
            parts.push_back(std::move(one));
        }
        put_names(out, "about", row.about);
        if (row.silence != Silence::none) out["open"] = name_of(row.silence).en;
        return out;
    }

   private:
    const Model& m_;
};

}  // namespace

void put_majority(nlohmann::ordered_json& out, const char* name, const std::optional<Majority>& majority) {
    if (majority) out[name] = BoardFacts::of(*majority);
}

void put_boards(nlohmann::ordered_json& out, const Model& model, const std::vector<Board>& boards) {
    for (const auto& each : boards) out["boards"].push_back(BoardFacts(model).of(each));
}

}  // namespace belegd::render
