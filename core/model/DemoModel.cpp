// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/DemoModel.h"

#include "core/support/Resources.h"

namespace ouroscope {

std::filesystem::path demoModelFolder() {
  return resourceFolder("demo", "config.json", "OUROSCOPE_DEMO_DIR");
}

}  // namespace ouroscope
