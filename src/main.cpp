#include "cli/run.hpp"

int main(int argc, char** argv) { return belegd::cli::run(argc, argv); }
