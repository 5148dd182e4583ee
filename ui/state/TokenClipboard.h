// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMimeData>
#include <memory>
#include <vector>

#include "core/analysis/Measures.h"

namespace ouroscope {

/// The text of some tokens for the clipboard. Bytes that are not UTF-8 are written as \xNN in the
/// text; the exact bytes go with it as application/octet-stream.
std::unique_ptr<QMimeData> copiedText(const Trace& trace, const std::vector<int>& tokens);

/// One line per token, tab-separated with a header: position, token, source, loop, word there,
/// expected depth and the measure. As text/plain and text/csv.
std::unique_ptr<QMimeData> copiedTable(const Trace& trace, const Readout& readout,
                                       const Measure& measure, const std::vector<int>& tokens);

}  // namespace ouroscope
