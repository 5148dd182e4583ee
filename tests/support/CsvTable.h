// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QStringList>

namespace ouroscope::test {

/// RFC 4180 fields, enough for what we write: quoted fields may hold commas, quotes and newlines.
inline QList<QStringList> csvRows(const QByteArray& text) {
  QList<QStringList> rows;
  QStringList row;
  QString field;
  bool quoted = false;
  const QString all = QString::fromUtf8(text);
  for (qsizetype i = 0; i < all.size(); ++i) {
    const QChar c = all[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < all.size() && all[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\n') {
      row << field;
      field.clear();
      if (c == '\n') {
        rows << row;
        row.clear();
      }
    } else if (c != '\r') {
      field += c;
    }
  }
  return rows;
}

}  // namespace ouroscope::test
