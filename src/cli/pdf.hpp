#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/text.hpp"

namespace belegd::cli {

/// A PDF of an OpenDocument text, tagged and archivable (PDF/UA-1, PDF/A-1a), as LibreOffice makes it when it can be called
/// as `soffice` or `libreoffice`; nothing, with the reason in `wrong`, where it is not there, fails or takes too long. It
/// works in a folder of its own, with a profile of its own, which is gone afterwards. It writes the time into what it makes:
/// the bytes differ from call to call.
std::optional<std::string> pdf_of(const std::string& odt, Text& wrong,
                                  std::chrono::milliseconds limit = std::chrono::minutes(2));

}  // namespace belegd::cli
