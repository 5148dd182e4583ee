// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/TokenClipboard.h"

#include <cmath>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

QString text(std::string_view bytes) {
  return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString withEscapes(const std::string& bytes) {
  QString out;
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Step step = utf8Step(bytes, at);
    if (step.valid)
      out += QString::fromUcs4(&step.codePoint, 1);
    else
      for (std::size_t i = 0; i < step.length; ++i)
        out += QStringLiteral("\\x%1").arg(static_cast<unsigned char>(bytes[at + i]), 2, 16,
                                           QChar('0'));
    at += step.length;
  }
  return out;
}

QString number(float value) {
  return std::isnan(value) ? QString() : QString::number(static_cast<double>(value), 'g', 7);
}

QString csvCell(QString cell) {
  if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r'))
    cell = '"' + cell.replace("\"", "\"\"") + '"';
  return cell;
}

}  // namespace

std::unique_ptr<QMimeData> copiedText(const Trace& trace, const std::vector<int>& tokens) {
  std::string bytes;
  for (const int token : tokens)
    bytes += trace.columns().tokenBytes[static_cast<std::size_t>(token)];
  auto data = std::make_unique<QMimeData>();
  data->setText(withEscapes(bytes));
  data->setData("application/octet-stream",
                QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
  return data;
}

std::unique_ptr<QMimeData> copiedTable(const Trace& trace, const Readout& readout,
                                       const Measure& measure, const std::vector<int>& tokens) {
  const std::vector<float> values = tokenMeasure(trace, measure, readout);
  std::vector<QStringList> rows{{"position", "token", "source", "exit_loop", "best_word",
                                 "expected_depth", text(measure.id)}};
  // A column that is there already is not repeated.
  const bool extra = measure.id != "exit-loop" && measure.id != "expected-depth";
  if (!extra) rows.front().removeLast();
  for (const int token : tokens) {
    const auto i = static_cast<std::size_t>(token);
    // One line per token: control characters are escaped, as the command line does.
    rows.push_back(
        {QString::number(token + 1), text(printable(trace.columns().tokenBytes[i])),
         trace.generated(token) ? "generated" : "prompt", QString::number(readout.loop[i] + 1),
         text(printable(trace.word(readout.topId[i]))), number(readout.expectedDepth[i])});
    if (extra) rows.back() << number(values[i]);
  }
  QString tabs, csv;
  for (const QStringList& row : rows) {
    tabs += row.join('\t') + '\n';
    QStringList cells;
    for (const QString& cell : row) cells << csvCell(cell);
    csv += cells.join(',') + '\n';
  }
  auto data = std::make_unique<QMimeData>();
  data->setText(tabs);
  data->setData("text/csv", csv.toUtf8());
  return data;
}

}  // namespace ouroscope
