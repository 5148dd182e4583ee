// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocale>
#include <QString>
#include <span>

namespace ouroscope {

struct LanguageInfo {
  const char* code;  ///< of its .ts file and QLocale
  const char* name;  ///< in itself, as language menus show it
};

std::span<const LanguageInfo> languages();
/// The chosen one (settings), else the system's where it is one of ours, else English.
QString startLanguage();
/// Loads the catalogues, Qt's own too, and makes numbers and dates follow. Texts that widgets have
/// already fetched stay: MainWindow::setLanguage makes them again.
void installLanguage(const QString& code);
QString installedLanguage();
/// `value` as the window's language writes numbers, an en dash where it is absent.
QString localNumber(double value, int decimals);
/// A probability in three or four characters, as shown next to a bar: ".43", "1", "<.01", ">.99".
QString shortProbability(double p);
/// A text of a catalogue in a given language, whatever the window speaks; the source where the
/// catalogue lacks it.
QString textIn(const QString& code, const char* context, const char* source);
/// What localNumber goes by; C on paper.
QLocale numberLocale();

/// While one lives, tr(), coreName() and localNumber() of this thread give English: a figure for
/// paper is the same in every language of the window, and is drawn again from its recipe byte
/// for byte.
class PaperLanguage {
 public:
  PaperLanguage();
  ~PaperLanguage();
  PaperLanguage(const PaperLanguage&) = delete;
  PaperLanguage& operator=(const PaperLanguage&) = delete;
};

}  // namespace ouroscope
