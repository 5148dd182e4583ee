// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stdexcept>
#include <string>

namespace ouroscope {

/// Bad input or failed work. what() is one sentence for a person: what is wrong, where, and what to
/// do about it.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The work was cancelled through its std::stop_token; nothing was written.
class Cancelled : public Error {
 public:
  Cancelled() : Error("Cancelled.") {}
};

}  // namespace ouroscope
