// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/plots/AnswerWords.h"

#include <QCoreApplication>

#include "ui/base/Language.h"
#include "ui/base/TokenLabels.h"

namespace ouroscope {
namespace {

/// The sentences, with the catalogue's context.
struct AnswerText {
  Q_DECLARE_TR_FUNCTIONS(ouroscope::AnswerWords)
};

}  // namespace

AnswerWords answerWords(const TracePtr& trace, const Answer& answer, const QString& expectedText) {
  AnswerWords words;
  if (!trace || answer.token < 0) return words;
  const auto word = [&](std::int32_t id) { return tokenLabel(trace, wordOrId(*trace, id)); };
  const TraceColumns& c = trace->columns();
  words.head =
      QStringLiteral("%1 \u2192 %2")
          .arg(tokenLabel(trace, wordOrId(c.tokenBytes[answer.token], c.tokenId[answer.token])),
               answer.now.known() ? word(answer.now.id) : QStringLiteral("?"));
  QStringList parts;
  words.warning = answer.changed();
  if (!answer.now.known()) parts << AnswerText::tr("the best word is not in the record");
  if (words.warning)
    parts << AnswerText::tr("full depth says \u201c%1\u201d").arg(word(answer.fullDepth.id));
  if (answer.right()) {
    parts << AnswerText::tr("right from loop %1").arg(answer.since + 1);
  } else {
    if (answer.wrong())
      parts << (answer.expected
                    ? AnswerText::tr("\u201c%1\u201d is expected").arg(word(answer.wanted))
                    : AnswerText::tr("the text goes on with \u201c%1\u201d")
                          .arg(word(answer.wanted)));
    if (answer.since >= 0) parts << AnswerText::tr("the same from loop %1").arg(answer.since + 1);
  }
  if (answer.read >= 0)
    parts << AnswerText::tr("read at loop %1 of %2", "where it is read, loops allowed")
                 .arg(answer.read + 1)
                 .arg(answer.allowed);
  if (answer.read > 0 && answer.onePass.known())
    parts << (answer.onePass.id == answer.now.id
                  ? AnswerText::tr("one pass says the same")
                  : AnswerText::tr("one pass would have said \u201c%1\u201d")
                        .arg(word(answer.onePass.id)));
  if (!expectedText.isEmpty() && !answer.expected && answer.token == answerToken(*trace))
    parts
        << AnswerText::tr("\u201c%1\u201d cannot be looked up without the model").arg(expectedText);
  words.rest = parts.join(QStringLiteral(" \u00b7 "));
  return words;
}

}  // namespace ouroscope
