package org.ronde.points;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Which boards an entry counts for. What nobody else vouched for counts for oneself and stays off
 * the boards, unless a contest says otherwise.
 */
final class BoardRules {
  private final Contesting contesting;

  BoardRules(Contesting contesting) {
    this.contesting = contesting;
  }

  List<BoardKey> boards(Line line) {
    List<BoardKey> boards = new ArrayList<>();
    if (line.validationLevel() != ValidationLevel.SELF) {
      boards.add(BoardKey.GLOBAL);
      boards.add(BoardKey.month(YearMonth.from(line.actedOn())));
      if (line.activityId() != null) {
        boards.add(BoardKey.of(BoardKey.Kind.ACTIVITY, line.activityId()));
      }
      if (line.companyId() != null) {
        boards.add(BoardKey.of(BoardKey.Kind.COMPANY, line.companyId()));
      }
      if (!line.departement().isEmpty()) {
        boards.add(new BoardKey(BoardKey.Kind.DEPARTEMENT, line.departement()));
      }
    }
    contesting.boards(line.entry()).stream()
        .filter(board -> board.kind() == BoardKey.Kind.CONTEST)
        .distinct()
        .forEach(boards::add);
    return boards;
  }
}
