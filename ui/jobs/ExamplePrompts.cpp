// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/ExamplePrompts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

#include "core/record/RunSettings.h"
#include "core/support/Error.h"
#include "ui/base/JsonText.h"
#include "ui/base/PlainText.h"

namespace ouroscope {
namespace {

constexpr const char* kPromptsFile = "prompts.json";
constexpr std::size_t kPromptsLargest = std::size_t{1} << 20;
constexpr qsizetype kPromptsMost = 100;  ///< prompts: a menu is not longer

}  // namespace

ExamplePrompts readExamplePrompts(const ContainedFolder& files) {
  ExamplePrompts examples;
  try {
    if (!files.contains(kPromptsFile)) return examples;
    const std::string bytes = files.read(kPromptsFile, kPromptsLargest);
    const QJsonArray list =
        readStrictJson(bytes, QString::fromStdString((files.path() / kPromptsFile).string()))
            .array();
    for (qsizetype i = 0; i < std::min(list.size(), kPromptsMost); ++i) {
      const QJsonObject prompt = list[i].toObject();
      const QString text = prompt["text"].toString();
      if (text.isEmpty()) continue;
      examples.prompts.push_back({shownName(prompt["title"].toString(text).toStdString(), 60), text,
                                  shownName(prompt["look"].toString().toStdString(), 300),
                                  std::clamp(prompt["loops"].toInt(), 0, kMaxLoops),
                                  std::max(0, prompt["generate"].toInt())});
    }
  } catch (const OutsideLink&) {
    throw;
  } catch (const Error& error) {
    examples.problem = QString::fromUtf8(error.what());
  }
  return examples;
}

}  // namespace ouroscope
