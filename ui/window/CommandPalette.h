// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDialog>
#include <QIcon>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace ouroscope {

/// One thing the palette can do.
struct Command {
  QString title;
  QString hint;  ///< on the right: its key, or what kind of thing it is
  std::function<void()> run;
  /// Of two titles that match as well, one of these is first: actions and views.
  bool first = false;
};

/// A box at the top of the window: type a few letters, Return runs the best match.
class CommandPalette : public QDialog {
  Q_OBJECT
 public:
  /// @param ofQuery commands that the typed text itself asks for ("go to token 12"), shown first
  CommandPalette(std::vector<Command> commands,
                 std::function<std::vector<Command>(const QString&)> ofQuery, QWidget* parent);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void filter(const QString& query);
  void choose();

  std::vector<Command> commands_;
  std::vector<Command> shown_;
  std::function<std::vector<Command>(const QString&)> ofQuery_;
  QLineEdit* query_;
  QListWidget* list_;
};

}  // namespace ouroscope
