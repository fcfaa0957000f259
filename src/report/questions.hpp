#pragma once

#include <string>

#include "analysis/questions.hpp"
#include "report/document.hpp"

namespace belegd::report {

/// What rules ask and a model does not state: each question with who asks it, about what, and what to write.
Document questions(const analysis::Analysis& analysis, const analysis::Questions& asked, const std::string& path);

}  // namespace belegd::report
