#pragma once

#include <string>

namespace belegd::bench {

/// Counts the instructions of `belegd check` under valgrind, stage by stage, for the everyday and the national model,
/// prints them, and holds them against those kept in tests/bench/instructions.txt: 1 when one of them became more than
/// 5 % worse. With UPDATE_GOLDEN=1 in the environment what was counted is kept instead.
int instructions();

/// The peak memory of `belegd check FILE` in megabytes.
double peak_megabytes(const std::string& file);

/// A file in the folder for temporary files, that is gone afterwards.
class Draft {
   public:
    explicit Draft(const std::string& text, const std::string& name = "model.belegd");
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    const std::string& path() const { return path_; }

   private:
    std::string path_;
};

}  // namespace belegd::bench
