// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ouroscope {

/// While it lives, a display that cannot be opened ends the program with one sentence and status 1:
/// Qt would abort it with advice about plugins. What else Qt says goes to standard error as ever.
class DisplayGuard {
 public:
  DisplayGuard();
  DisplayGuard(const DisplayGuard&) = delete;
  DisplayGuard& operator=(const DisplayGuard&) = delete;
  ~DisplayGuard();
};

}  // namespace ouroscope
