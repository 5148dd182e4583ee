// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>

#include "core/corpus/DocumentIndex.h"

namespace ouroscope {

/// Documents of a corpus, a row each, over their index: texts are made for the cells that are seen.
/// Sorting and filtering move numbers of rows alone.
class DocumentTableModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  enum Role {
    Spark = Qt::UserRole,  ///< column 1: QByteArray [R], shares of exits in steps of 1/255
    Number                 ///< of the document, from 1
  };
  enum Column { Document, Depth, FirstMeasure };  ///< then measures, and last the fields

  using QAbstractTableModel::QAbstractTableModel;
  void setIndex(DocumentIndexPtr index);  ///< null: no rows
  /// @param text in the fields, in any case; empty: all
  /// @param part "all", "selection" or "confirmation"
  void setFilter(const QString& text, const QString& part);
  std::int64_t numberAt(int row) const;
  int rowOf(std::int64_t number) const;  ///< -1 where it is not shown

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

 private:
  void choose();
  void order();
  bool isFields(int column) const { return column == columnCount() - 1; }
  std::size_t measureOf(int column) const {
    return measures_[static_cast<std::size_t>(column - FirstMeasure)];
  }

  DocumentIndexPtr index_;
  std::vector<std::size_t> measures_;  ///< that some document has
  std::vector<std::uint32_t> rows_;    ///< of the index, in the order shown
  QString text_, part_ = QStringLiteral("all");
  int sortColumn_ = Document;
  Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

}  // namespace ouroscope
