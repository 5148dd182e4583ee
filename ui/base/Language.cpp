// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Language.h"

#include <QApplication>
#include <QFont>
#include <QLibraryInfo>
#include <QLocale>
#include <QMutex>
#include <QSettings>
#include <QTranslator>
#include <cmath>
#include <map>
#include <memory>

/// The catalogues lie in a static library: without this the linker leaves them out. (The macro
/// works outside namespaces only.)
static void initCatalogues() {
  Q_INIT_RESOURCE(i18n);
}

namespace ouroscope {
namespace {

QString installed;
thread_local int papers = 0;  ///< living PaperLanguages of this thread

/// The chosen catalogue; on paper the English one, which exists for its plural forms: everything
/// else is the source text.
class Catalogue : public QTranslator {
 public:
  QString translate(const char* context, const char* source, const char* disambiguation,
                    int n) const override {
    return papers > 0 ? english_.translate(context, source, disambiguation, n)
                      : QTranslator::translate(context, source, disambiguation, n);
  }
  bool loadBoth(const QString& code) {
    return english_.load(":/i18n/ouroscope_en") && load(":/i18n/ouroscope_" + code);
  }

 private:
  QTranslator english_;
};

/// Han characters are drawn as each language writes them, not as the first font that has them does.
QStringList fontsFor(const QString& code, const QString& family) {
  if (code.startsWith("zh")) return {family, "Noto Sans CJK SC", "WenQuanYi Micro Hei"};
  if (code == "ja") return {family, "Noto Sans CJK JP", "WenQuanYi Micro Hei"};
  return {family};
}

}  // namespace

std::span<const LanguageInfo> languages() {
  static constexpr LanguageInfo kLanguages[] = {
      {"en", "English"},
      {"de", "Deutsch"},
      {"es", "Espa\u00f1ol"},
      {"fr", "Fran\u00e7ais"},
      {"ja", "\u65e5\u672c\u8a9e"},
      {"zh_CN", "\u7b80\u4f53\u4e2d\u6587"},
  };
  return kLanguages;
}

QString startLanguage() {
  const QString chosen = QSettings().value("language").toString();
  for (const LanguageInfo& language : languages())
    if (chosen == language.code) return chosen;
  for (const QString& wanted : QLocale::system().uiLanguages())
    for (const LanguageInfo& language : languages())
      if (QLocale(wanted).language() == QLocale(language.code).language()) return language.code;
  return "en";
}

void installLanguage(const QString& code) {
  initCatalogues();
  static Catalogue ours;
  static QTranslator qts;
  QCoreApplication::removeTranslator(&ours);
  QCoreApplication::removeTranslator(&qts);
  if (ours.loadBoth(code)) QCoreApplication::installTranslator(&ours);
  if (qts.load("qtbase_" + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qts);
  QLocale::setDefault(QLocale(code));
  static const QString family = QApplication::font().family();
  QFont font = QApplication::font();
  font.setFamilies(fontsFor(code, family));
  QApplication::setFont(font);
  installed = code;
}

QString installedLanguage() {
  return installed;
}

QString textIn(const QString& code, const char* context, const char* source) {
  static QMutex lock;
  static std::map<QString, std::unique_ptr<QTranslator>> loaded;
  initCatalogues();
  const QMutexLocker held(&lock);
  std::unique_ptr<QTranslator>& catalogue = loaded[code];
  if (!catalogue) {
    catalogue = std::make_unique<QTranslator>();
    if (!catalogue->load(":/i18n/ouroscope_" + code))
      qWarning("there is no catalogue of the language %s", qPrintable(code));
  }
  const QString text = catalogue->translate(context, source);
  return text.isEmpty() ? QString::fromUtf8(source) : text;
}

QLocale numberLocale() {
  return papers > 0 ? QLocale::c() : QLocale();
}

QString localNumber(double value, int decimals) {
  return std::isnan(value) ? QStringLiteral("\u2013")
                           : numberLocale().toString(value, 'f', decimals);
}

QString shortProbability(double p) {
  if (p >= 0.995 && p < 1) return '>' + numberLocale().toString(0.99, 'f', 2).mid(1);
  if (p >= 1) return QStringLiteral("1");
  if (p < 0.005) return '<' + numberLocale().toString(0.01, 'f', 2).mid(1);
  return numberLocale().toString(p, 'f', 2).mid(1);
}

PaperLanguage::PaperLanguage() {
  ++papers;
}
PaperLanguage::~PaperLanguage() {
  --papers;
}

}  // namespace ouroscope
