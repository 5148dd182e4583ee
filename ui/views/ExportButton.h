// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
class QToolButton;

namespace ouroscope {

/// "Export…" beside a figure; the view connects it to Intents::exportAsked.
QToolButton* exportButton(const char* objectName);

}  // namespace ouroscope
