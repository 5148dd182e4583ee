// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

/// The version of this program and the commit it was built from, such as "0.1.0+1a2b3c4", with
/// "-dirty" behind it where files had changed since. Traces and figures carry it.
const char* version();

}  // namespace ouroscope
