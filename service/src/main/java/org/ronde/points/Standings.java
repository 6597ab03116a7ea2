package org.ronde.points;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** What members' entries come to on a board, counted from nothing. */
final class Standings {
  private final Map<MemberId, List<Line>> lines;
  private final Map<Long, Long> places;
  private final BoardRules rules;

  /** Asked once a line: contests look an answer up. */
  private final Map<Long, Set<BoardKey>> boards = new HashMap<>();

  /**
   * @param lines all that may be known of some members
   * @param places each line's place in the chain
   */
  Standings(Collection<Line> lines, Map<Long, Long> places, BoardRules rules) {
    this.lines = lines.stream().collect(Collectors.groupingBy(Line::memberId));
    this.places = places;
    this.rules = rules;
  }

  /** What these members have there; those who have nothing leave the board. */
  Map<MemberId, Scoresheet.Change> of(BoardKey board, Collection<MemberId> members) {
    Map<MemberId, Scoresheet.Change> changes = new HashMap<>();
    members.forEach(
        member -> changes.put(member, of(board, lines.getOrDefault(member, List.of()))));
    return changes;
  }

  private Set<BoardKey> boards(Line line) {
    return boards.computeIfAbsent(line.entryId(), unused -> Set.copyOf(rules.boards(line)));
  }

  private Scoresheet.Change of(BoardKey board, List<Line> ofMember) {
    Map<Long, List<Line>> awards =
        ofMember.stream()
            .filter(line -> boards(line).contains(board))
            .collect(Collectors.groupingBy(Line::award));
    long points = 0;
    long reached = 0;
    int level = 0;
    Set<ActivityId> activities = new HashSet<>();
    Set<MemberId> people = new HashSet<>();
    for (List<Line> about : awards.values()) {
      long standing = about.stream().mapToLong(Line::points).sum();
      if (standing == 0) {
        // What is worth nothing, or no more, leaves no trace in the order of ties.
        continue;
      }
      Line first = about.get(0);
      points += standing;
      reached = Math.max(reached, places.getOrDefault(first.entryId(), 0L));
      level = Math.max(level, first.level());
      if (first.activityId() != null) {
        activities.add(first.activityId());
      }
      if (first.validatorId() != null) {
        people.add(first.validatorId());
      }
    }
    if (points <= 0) {
      return Scoresheet.Put.NOTHING;
    }
    return new Scoresheet.Put(
        points,
        board.kind() == BoardKey.Kind.CONTEST
            ? new Tie(level, activities.size(), people.size(), reached)
            : Tie.reached(reached));
  }
}
