// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/cli/Output.h"
#include "core/support/Progress.h"

namespace ouroscope::cli {

/// Stopped by Ctrl+C: every command hands it to its work.
std::stop_token interrupt();

/// A line on standard error with share and time left; silent where that is no terminal.
ProgressFn progressLine();
void clearProgressLine();

/// Adds --format text|json|csv.
void addFormat(CLI::App& command, Format& format);

/// Each adds its subcommand and returns what runs it.
using Runner = std::function<void()>;
Runner addTrace(CLI::App& app);
Runner addShow(CLI::App& app);
Runner addStats(CLI::App& app);
Runner addInfo(CLI::App& app);
Runner addBench(CLI::App& app);

}  // namespace ouroscope::cli
