// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <stop_token>
#include <string>

#include "app/cli/ServedCompletions.h"

namespace ouroscope::cli {

/// Where a server listens.
struct ServerAddress {
  std::string host = "127.0.0.1";
  int port = 0;  ///< 0: any that is free
};

/// Serves completions over HTTP until the stop. All threads that answer requests have ended when it
/// returns, so what they use only has to outlive the call.
/// @param ready told the port once requests are taken
/// @throws Error where the address cannot be listened on
void serve(ServedCompletions& completions, const ServerAddress& address,
           const std::stop_token& stop, const std::function<void(int port)>& ready);

}  // namespace ouroscope::cli
