#pragma once

#include "analysis/analysis.hpp"

namespace belegd::analysis {

/// What a cost is called in a document: its title, or its name with a capital, as a title begins.
Text title_of(const model::Cost& cost);

/// A model whose things go by their titles, to word findings for who has never seen it: `Bedrijfsvoeringsorganisatie
/// Lekstroom` for `BVO`. Causes of the analysis it is made of are causes of this one too.
class InTitles {
   public:
    explicit InTitles(const Analysis& analysis);
    InTitles(const InTitles&) = delete;
    InTitles& operator=(const InTitles&) = delete;

    const Subject& subject() const { return subject_; }

   private:
    model::Model model_;
    Subject subject_;
};

}  // namespace belegd::analysis
