// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAction>
#include <QKeySequence>
#include <functional>
#include <vector>

namespace ouroscope {

/// The one table of what can be done: menus, palette, key list, rebinding and `--do` derive from
/// it. Keys that a person chose are kept in the settings.
class Actions : public QObject {
  Q_OBJECT
 public:
  struct Entry {
    QString id;    ///< "file.open"; never translated
    QString menu;  ///< "file"
    QKeySequence defaultKey;
    QAction* action;
    QString title() const;  ///< without the mnemonic's ampersand
  };

  /// @param window where the shortcuts work
  explicit Actions(QWidget* window);

  QAction* add(const QString& id, const QString& menu, const QString& title,
               const QString& defaultKey, std::function<void()> run);
  const std::vector<Entry>& all() const { return entries_; }
  const Entry* find(const QString& id) const;
  QAction* operator[](const QString& id) const { return find(id)->action; }

  QKeySequence key(const QString& id) const;
  /// An empty sequence leaves the action without a key.
  void setKey(const QString& id, const QKeySequence& key);
  /// Another action that has this key (or starts with it), or null.
  const Entry* conflict(const QString& id, const QKeySequence& key) const;
  void resetKeys();

  /// Esc belongs first to what has the focus (a find bar, a line edit), so it is not a shortcut:
  /// the window hands over what nobody took. @return whether an action has this key
  bool runLeftOverKey(const QKeySequence& key);

 private:
  void apply(const Entry& entry, const QKeySequence& key);
  QWidget* window_;
  std::vector<Entry> entries_;
};

}  // namespace ouroscope
