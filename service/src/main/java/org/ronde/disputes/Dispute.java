package org.ronde.disputes;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * A complaint of one member against another about one thing.
 *
 * @param path the page of ours that shows the subject
 * @param opener who complains
 * @param other the other side
 * @param appealUntil until when the side that lost may appeal; null before the first decision
 * @param decisions the first and the one on appeal, as far as made
 */
public record Dispute(
    DisputeId id,
    Subject subject,
    String title,
    String path,
    MemberId opener,
    MemberId other,
    State state,
    Instant openedAt,
    @Nullable Instant appealUntil,
    @Nullable Instant closedAt,
    List<Word> words,
    List<Decision> decisions) {
  public Dispute {
    words = List.copyOf(words);
    decisions = List.copyOf(decisions);
  }

  /** Where a dispute stands. */
  public enum State {
    /** Both sides talk; an officer may decide at any time. */
    TALK,
    /** Decided once; the side that lost may appeal. */
    DECIDED,
    /** Waits for the second and last decision. */
    APPEALED,
    /** The opener took it back. */
    SETTLED,
    /** Decided for good. */
    CLOSED;

    private static final Map<State, Set<State>> NEXT = new EnumMap<>(State.class);

    static {
      NEXT.put(TALK, EnumSet.of(DECIDED, SETTLED));
      NEXT.put(DECIDED, EnumSet.of(APPEALED, CLOSED));
      NEXT.put(APPEALED, EnumSet.of(CLOSED));
      NEXT.put(SETTLED, EnumSet.noneOf(State.class));
      NEXT.put(CLOSED, EnumSet.noneOf(State.class));
    }

    /** Whether a dispute may go from here to there in one step. */
    public boolean leadsTo(State next) {
      return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean over() {
      return this == SETTLED || this == CLOSED;
    }
  }

  /** What somebody said. */
  public record Word(MemberId member, String words, Instant saidAt) {}

  /**
   * What an officer decided.
   *
   * @param instance 1 for the first, 2 for the one on appeal
   * @param upheld whether the complaint was right
   */
  public record Decision(
      int instance, MemberId officer, boolean upheld, String reason, Instant decidedAt) {}

  /** The decision that counts now. */
  public Optional<Decision> decision() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** Who may appeal the first decision: the side it went against. */
  public Optional<MemberId> loser() {
    return decision().map(made -> made.upheld() ? other : opener);
  }

  /** Everybody who is named in it. */
  public Set<MemberId> members() {
    Set<MemberId> members = new HashSet<>(List.of(opener, other));
    words.forEach(word -> members.add(word.member()));
    decisions.forEach(made -> members.add(made.officer()));
    return members;
  }

  public boolean isParty(MemberId member) {
    return member.equals(opener) || member.equals(other);
  }
}
