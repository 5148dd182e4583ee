// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHashFunctions>
#include <QIcon>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>

#include "app/window/DisplayGuard.h"
#include "app/window/FigureCommand.h"
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

constexpr const char* kHelp =
    "ouroscope [FILE|MODEL-FOLDER|OWNER/NAME]          the window; without an argument it opens on "
    "the demo model\n"
    "  --session-dir DIR  keeps open traces, view state and layout in DIR\n"
    "  --no-session       brings nothing back and keeps nothing\n"
    "  --do COMMAND       does this once the window is open, also several times. COMMAND is an\n"
    "                     action (file.quit, edit.undo, preset.teach, view.heatmap, theme.dark "
    "...)\n"
    "                     or goto:N, measure:ID, text:ID, budget:N, q:Q, words:A,B, prompt:TEXT,\n"
    "                     example:N, open:PATH, trace:N, size:WxH, picture:FILE.png\n"
    "ouroscope figure RECIPE|NAME TRACE [--out F]      renders a figure without a display "
    "(ouroscope figure --help)\n"
    "ouroscope --version\n\n"
    "ouroscope-cli records and prints traces on a terminal.\n";

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
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "figure") == 0 && i == 1) break;  // it has a help of its own
    if (std::strcmp(argv[i], "--help") == 0 || std::strcmp(argv[i], "-h") == 0)
      return std::fputs(kHelp, stdout), 0;
    if (std::strcmp(argv[i], "--version") == 0)
      return std::printf("ouroscope %s\n", ouroscope::version()), 0;
  }
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
