// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/files/Sinks.h"

#include <QLocale>

namespace ouroscope {
namespace {

/// Calls `good` or `bad` for every UTF-16 unit: pairs of surrogates are good, halves are not.
template <class Good, class Bad>
void eachXmlUnit(const QString& text, const Good& good, const Bad& bad) {
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
      good(c);
      good(text[++i]);
    } else if (c.isSurrogate() || c == QChar(0xfffe) || c == QChar(0xffff) ||
               (c < QChar(0x20) && c != '\t' && c != '\n')) {
      bad(c);
    } else {
      good(c);
    }
  }
}

/// Marks that turn the direction of the text after them.
bool turnsText(QChar c) {
  const char16_t u = c.unicode();
  return u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

}  // namespace

QString xmlCharacters(const QString& text) {
  QString out;
  eachXmlUnit(
      text, [&](QChar c) { out += c; }, [](QChar) {});
  return out;
}

QByteArray xmlText(const QString& text, bool json) {
  QString out;
  eachXmlUnit(
      text, [&](QChar c) { out += c; },
      [&](QChar c) {
        if (json) out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QChar('0'));
      });
  return out.toHtmlEscaped().toUtf8();
}

QByteArray svgFamilies(const QStringList& families) {
  static const QStringList generic{"serif", "sans-serif", "monospace"};
  QStringList out;
  for (const QString& family : families) {
    if (generic.contains(family)) {
      out << family;
      continue;
    }
    QString name;
    for (const QChar c : xmlCharacters(family)) {
      if (c.category() == QChar::Other_Control) continue;
      if (c == '\'' || c == '\\') name += '\\';
      name += c;
    }
    out << '\'' + name + '\'';
  }
  return xmlText(out.join(", "));
}

QString latexText(const QString& plain) {
  QString out;
  // A paragraph's end inside \caption{} is an error: white space of every kind is one space.
  for (const QChar c : plain.simplified()) {
    if (c.category() == QChar::Other_Control || c.category() == QChar::Other_NotAssigned ||
        turnsText(c))
      continue;
    switch (c.unicode()) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '<':
        out += "\\textless{}";
        break;
      case '>':
        out += "\\textgreater{}";
        break;
      case '"':
        out += "\\textquotedbl{}";
        break;
      case '`':
        out += "\\textasciigrave{}";
        break;
      case 0x2265:
        out += "$\\geq$";
        break;
      case 0x2264:
        out += "$\\leq$";
        break;
      case 0x03bb:
        out += "$\\lambda$";
        break;
      case 0x2212:
        out += "$-$";
        break;
      case 0x2016:
        out += "$\\Vert$";
        break;
      case '{':
      case '}':
      case '$':
      case '&':
      case '#':
      case '%':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

QString latexPath(const QString& file) {
  for (const QChar c : file)
    if (QStringLiteral("\\{}%#~^$&\"'`").contains(c) || c.category() == QChar::Other_Control ||
        c.isSurrogate() || turnsText(c) || (c.isSpace() && c != ' '))
      return {};
  return file.contains("  ") ? QString() : file;
}

QByteArray csvLine(const QStringList& cells, bool safe) {
  QByteArray out;
  for (qsizetype i = 0; i < cells.size(); ++i) {
    if (i) out += ',';
    QString cell = cells[i];
    if (safe && !cell.isEmpty() && QStringLiteral("=+-@\t\r\n").contains(cell[0])) {
      bool number = false;
      QLocale::c().toDouble(cell, &number);
      if (!number) cell.prepend('\'');
    }
    if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
      cell = '"' + cell.replace("\"", "\"\"") + '"';
    out += cell.toUtf8();
  }
  return out + "\r\n";
}

}  // namespace ouroscope
