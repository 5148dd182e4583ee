// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Actions.h"

#include <QSettings>
#include <QWidget>
#include <algorithm>

#include "ui/base/Icons.h"

namespace ouroscope {
namespace {

const QKeySequence kEscape(Qt::Key_Escape);

QString setting(const QString& id) {
  return "keys/" + id;
}

}  // namespace

QString Actions::Entry::title() const {
  QString text = action->text();
  // Chinese and Japanese menus carry the mnemonic in brackets: "Open(&O)".
  if (const qsizetype at = text.indexOf("(&"); at >= 0) text.remove(at, 4);
  return text.remove('&');
}

Actions::Actions(QWidget* window) : QObject(window), window_(window) {}

QAction* Actions::add(const QString& id, const QString& menu, const QString& title,
                      const QString& defaultKey, std::function<void()> run) {
  auto* action = new QAction(title, this);
  action->setObjectName(id);
  if (const QString name = symbolOf(id); !name.isEmpty()) action->setIcon(symbol(name));
  connect(action, &QAction::triggered, this, std::move(run));
  window_->addAction(action);
  entries_.push_back({id, menu, QKeySequence(defaultKey, QKeySequence::PortableText), action});
  apply(entries_.back(), key(id));
  return action;
}

const Actions::Entry* Actions::find(const QString& id) const {
  const auto found = std::ranges::find(entries_, id, &Entry::id);
  return found == entries_.end() ? nullptr : &*found;
}

QKeySequence Actions::key(const QString& id) const {
  const QVariant chosen = QSettings().value(setting(id));
  return chosen.isValid() ? QKeySequence(chosen.toString(), QKeySequence::PortableText)
                          : find(id)->defaultKey;
}

void Actions::setKey(const QString& id, const QKeySequence& key) {
  const Entry& entry = *find(id);
  if (key == entry.defaultKey)
    QSettings().remove(setting(id));
  else
    QSettings().setValue(setting(id), key.toString(QKeySequence::PortableText));
  apply(entry, key);
}

void Actions::apply(const Entry& entry, const QKeySequence& key) {
  entry.action->setShortcut(key == kEscape ? QKeySequence() : key);
}

const Actions::Entry* Actions::conflict(const QString& id, const QKeySequence& wanted) const {
  if (wanted.isEmpty()) return nullptr;
  for (const Entry& entry : entries_) {
    const QKeySequence other = key(entry.id);
    if (entry.id != id && !other.isEmpty() &&
        (other.matches(wanted) != QKeySequence::NoMatch ||
         wanted.matches(other) != QKeySequence::NoMatch))
      return &entry;
  }
  return nullptr;
}

void Actions::resetKeys() {
  QSettings().remove("keys");
  for (const Entry& entry : entries_) apply(entry, entry.defaultKey);
}

bool Actions::runLeftOverKey(const QKeySequence& pressed) {
  for (const Entry& entry : entries_)
    if (pressed == kEscape && key(entry.id) == pressed && entry.action->isEnabled()) {
      entry.action->trigger();
      return true;
    }
  return false;
}

}  // namespace ouroscope
