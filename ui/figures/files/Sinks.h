// SPDX-License-Identifier: GPL-3.0-or-later
// Words of a trace, of a recipe or of a file name on their way into a file: one function for each
// language that the file is written in. Nothing of them may become markup, a command or a formula.
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ouroscope {

/// `text` without the characters that XML 1.0 cannot hold: controls and halves of characters.
QString xmlCharacters(const QString& text);
/// Text or the value of an attribute in XML and SVG.
/// @param json the text is JSON: characters that XML cannot hold become JSON's own escapes
QByteArray xmlText(const QString& text, bool json = false);

/// The value of a font-family attribute: quoted names, then generic ones ("serif") as they are.
QByteArray svgFamilies(const QStringList& families);

/// One line of plain text for LaTeX: what is special is escaped, controls are dropped.
QString latexText(const QString& plain);
/// A file name for \includegraphics; empty where LaTeX cannot read it.
QString latexPath(const QString& file);

/// A row of a table, RFC 4180: CRLF, a cell is quoted only where it must be.
/// @param safe a cell that a spreadsheet would run as a formula gets an apostrophe in front: one
/// that begins with = + - @, a tab or a line break and is not a number
QByteArray csvLine(const QStringList& cells, bool safe = false);

}  // namespace ouroscope
