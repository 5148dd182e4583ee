// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHashFunctions>
#include <QIcon>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "app/cli/Reference.h"
#include "app/window/DisplayGuard.h"
#include "app/window/FigureCommand.h"
#include "app/window/WindowOptions.h"
#include "core/support/Version.h"
#include "core/text/Utf8.h"
#include "ui/figures/files/PaintWatch.h"
#include "ui/window/RunWindow.h"

namespace {

bool hasDisplay() {
  return !qEnvironmentVariableIsEmpty("DISPLAY") ||
         !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
         !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// What is printed and needs no Qt. @return exit status, or none where the arguments ask for no
/// print
std::optional<int> printAsked(int argc, char** argv) {
  using namespace ouroscope;
  const auto print = [](const std::string& text) {
    return std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 0;
  };
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "figure" && i == 1) break;  // it has a help of its own
    if (argument == "--help" || argument == "-h") return print(windowHelp());
    if (argument == "--version") return print(std::string("ouroscope ") + version() + "\n");
    if (argument == "--manual") return print(cli::manualPage(windowReference()));
    if (argument != "--completion") continue;
    const std::string shell = i + 1 < argc ? argv[i + 1] : "";
    for (const std::string& known : cli::completionShells())
      if (shell == known) return print(cli::completionScript(windowReference(), shell));
    return std::fputs("ouroscope: --completion takes bash, zsh or fish (see ouroscope --help)\n",
                      stderr),
           2;
  }
  return {};
}

/// Qt knows names as Unicode: of other bytes it would open another file, or none.
int refuseOtherBytes(const char* argument) {
  std::fprintf(
      stderr,
      "ouroscope: the argument %s is not UTF-8, and the window and its figures open no such "
      "names: rename the file, or use ouroscope-cli.\n",
      ouroscope::printable(std::string_view(argument)).c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (ouroscope::utf8ValidPrefix(argv[i]) < std::strlen(argv[i]))
      return refuseOtherBytes(argv[i]);
  if (const auto status = printAsked(argc, argv)) return *status;
  const bool figure = argc > 1 && std::strcmp(argv[1], "figure") == 0;
  // The order in which a PDF lists its fonts must not depend on the process. The environment's
  // QT_HASH_SEED would be too late: Qt has read it before main.
  QHashSeed::setDeterministicGlobalSeed();
  if (figure) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Labels are measured at the screen's resolution: there is no screen, so it is always the same.
    for (const char* name : {"QT_FONT_DPI", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS",
                             "QT_ENABLE_HIGHDPI_SCALING", "QT_USE_PHYSICAL_DPI"})
      qunsetenv(name);
    ouroscope::dropQtNoise();
  } else if (!hasDisplay()) {
    std::fputs(
        "ouroscope: there is no display here. Record and read traces with ouroscope-cli, render "
        "figures with \"ouroscope figure\" (both have --help).\n",
        stderr);
    return 1;
  }
  // Before Qt starts threads: they inherit the blocked signals.
  std::optional<ouroscope::cli::Interrupt> interrupt;
  if (figure) interrupt.emplace();
  std::optional<ouroscope::DisplayGuard> guard;
  guard.emplace();
  QApplication application(argc, argv);
  guard.reset();
  QApplication::setApplicationName("Ouroscope");
  QApplication::setOrganizationName("Ouroscope");
  QApplication::setApplicationVersion(QString::fromLatin1(ouroscope::version()));
  QApplication::setWindowIcon(QIcon(":/icons/ouroscope.svg"));
  QGuiApplication::setDesktopFileName("ouroscope");
  const QStringList arguments = QApplication::arguments().mid(1);
  if (figure) return ouroscope::runFigureCommand(arguments.mid(1), *interrupt);
  ouroscope::WindowOptions options;
  QStringList paths;
  for (qsizetype i = 0; i < arguments.size(); ++i) {
    const QString& argument = arguments[i];
    const bool takesValue = argument == "--session-dir" || argument == "--do";
    if (takesValue && i + 1 == arguments.size())
      return std::fprintf(stderr, "ouroscope: %s needs a value (see ouroscope --help)\n",
                          qPrintable(argument)),
             2;
    if (argument == "--session-dir")
      options.sessionFolder = arguments[++i];
    else if (argument == "--do")
      options.commands << arguments[++i];
    else if (argument == "--no-session")
      options.session = false;
    else if (argument.startsWith('-'))
      return std::fprintf(stderr, "ouroscope: unknown option %s (see ouroscope --help)\n",
                          qPrintable(argument)),
             2;
    else
      paths << argument;
  }
  if (paths.size() > 1)
    return std::fputs("ouroscope: takes one trace or model folder (see ouroscope --help)\n",
                      stderr),
           2;
  options.path = paths.value(0);
  return ouroscope::runWindow(options);
}
