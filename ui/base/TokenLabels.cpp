// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TokenLabels.h"

#include <QSet>
#include <string_view>
#include <unordered_set>

#include "core/analysis/Computed.h"
#include "core/text/Utf8.h"
#include "ui/base/TokenText.h"

namespace ouroscope {
namespace {

/// Labels that two tokens of the trace would share. A long text repeats its words: each is labelled
/// once.
QSet<QString> sharedLabels(const Trace& trace, int most) {
  std::unordered_set<std::string_view> words;
  QSet<QString> seen, shared;
  const auto add = [&](const std::string& bytes) {
    if (!words.insert(bytes).second) return;
    const QString label = tokenLabel(bytes, most);
    (seen.contains(label) ? shared : seen).insert(label);
  };
  for (const std::string& bytes : trace.columns().tokenBytes) add(bytes);
  for (const auto& [id, bytes] : trace.columns().wordBytes) add(bytes);
  return shared;
}

/// Different for different bytes: what looks like the sign of a space is spelled out as well.
QString spelledOut(const std::string& bytes) {
  static const std::string sign = "\xe2\x90\xa3";  // U+2423
  std::string text;
  for (std::size_t at = 0;;) {
    const std::size_t next = bytes.find(sign, at);
    text += printable(std::string_view(bytes).substr(at, next - at), Spaces::Visible);
    if (next == std::string::npos) break;
    text += "\\u{2423}";
    at = next + sign.size();
  }
  return text.empty() ? QString(QChar(0x2205)) : QString::fromStdString(text);
}

}  // namespace

QString tokenLabel(const TracePtr& trace, const std::string& bytes, int most) {
  static Computed<int, QSet<QString>> computed;
  const QString label = tokenLabel(bytes, most);
  if (!trace) return label;
  const auto shared = computed.get(trace, most, [&] { return sharedLabels(*trace, most); });
  return shared->contains(label) ? spelledOut(bytes) : label;
}

}  // namespace ouroscope
