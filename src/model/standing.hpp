#pragma once

#include "model/model.hpp"

namespace belegd::model {

/// Whether what is said in a cooperation (version), in an article or in none, stands in another version of it: said of that
/// version, or of one before that it takes up, and not in an article that is gone.
bool stands_in(const Model& model, CooperationId version, CooperationId said_in, ArticleId article);

}  // namespace belegd::model
