#include "model/standing.hpp"

#include <algorithm>

namespace belegd::model {

bool stands_in(const Model& model, CooperationId version, CooperationId said_in, ArticleId article) {
    if (!said_in.valid()) return false;
    const auto &here = model[version], &there = model[said_in];
    if (there.first_version != here.first_version || there.version > here.version) return false;
    if (there.variant.valid() && there.variant != here.variant) return false;
    return !article.valid() || std::find(here.articles.begin(), here.articles.end(), article) != here.articles.end();
}

}  // namespace belegd::model
