#pragma once

#include <pugixml.hpp>

namespace belegd::render::controls {

/// Puts what somebody set on the old content of a control on the new: remarks on the whole of it, and the places that other
/// text refers to on its first paragraph. What reaches from the content to the text around it goes on doing so.
void keep_marks(pugi::xml_node old_content, pugi::xml_node new_content);

}  // namespace belegd::render::controls
