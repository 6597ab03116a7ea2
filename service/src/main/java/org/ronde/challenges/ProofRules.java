package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.EvidenceId;

/** What makes a proof fit its terms, and which proofs together are the whole. */
final class ProofRules {
  private static final Set<Activity.Need> FILES =
      EnumSet.of(Activity.Need.PHOTO, Activity.Need.VIDEO, Activity.Need.TRACK);

  /** A phone’s clock may be ahead of ours by so much. */
  private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  private final Ground ground;

  /** An act that fits. */
  record Act(
      int round, int slot, @Nullable BigDecimal measure, Instant actedAt, Instant receivedAt) {}

  /** All that an attempt needs, together. */
  record Whole(@Nullable BigDecimal measure, Instant actedAt, boolean doubtful) {}

  ProofRules(Ground ground) {
    this.ground = ground;
  }

  /** A second proof, after a “not yet”, is another round. */
  int round(AttemptDao.Row attempt) {
    return attempt.state() == AttemptState.REJECTED ? attempt.round() + 1 : attempt.round();
  }

  void requireOpen(Scene scene, AttemptDao.Row mine) {
    boolean again = mine.state() == AttemptState.REJECTED && mine.round() == 0 && !mine.dispute();
    if (mine.state() != AttemptState.ACTIVE && !again) {
      throw Ground.wrongState(mine);
    }
    if (!scene.row().state().alive() && !(again && scene.row().state() == ChallengeState.ENDED)) {
      throw Ground.wrongState(scene.row());
    }
  }

  /**
   * Checks a proof against the terms and both clocks.
   *
   * @throws Refusal TOO_LATE, INVALID
   */
  Act check(Actor actor, Scene scene, AttemptDao.Row mine, Terms terms, Attempts.Sent sent) {
    // Read after the lock: two nodes never disagree about what was in time.
    Instant now = ground.challenges.now();
    Instant until = mine.state() == AttemptState.REJECTED ? mine.windowUntil() : mine.submitBy();
    if (until == null || !now.isBefore(until)) {
      throw new Refusal(ProblemType.TOO_LATE);
    }
    List<Fault> faults = new ArrayList<>(sent.files().fresh().faults());
    Instant actedAt = acted(mine, sent.takenAt(), now, faults);
    needs(terms, sent, faults);
    witnesses(actor, scene, sent, faults);
    if (sent.measure() != null) {
      LaunchRules.number("measure", sent.measure(), faults);
    }
    boolean single = scene.row().kind() != Kind.STREAK && scene.row().kind() != Kind.GROUP;
    if (faults.isEmpty() && single && terms.measured() && !terms.meets(sent.measure())) {
      faults.add(Fault.of("measure", "challenges.fault.short"));
    }
    if (faults.isEmpty() && !single && terms.measured() && !terms.performed(sent.measure())) {
      faults.add(Fault.of("measure", "challenges.fault.short"));
    }
    int slot = slot(scene, mine, terms, actedAt, now, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Act(round(mine), slot, sent.measure(), actedAt, now);
  }

  /** When it was done, by the doer’s word, bounded by the window and by when the proof is here. */
  private static Instant acted(
      AttemptDao.Row mine, @Nullable Instant claimed, Instant now, List<Fault> faults) {
    Instant acted = claimed == null ? now : claimed.truncatedTo(ChronoUnit.MICROS);
    if (acted.isAfter(now.plus(AHEAD_MAX))) {
      faults.add(Fault.of("takenAt", "challenges.fault.future"));
    }
    acted = acted.isAfter(now) ? now : acted;
    Instant start = mine.startsAt();
    Instant end = mine.endsAt();
    if (start == null || end == null || acted.isBefore(start) || !acted.isBefore(end)) {
      faults.add(
          Fault.of(
              "takenAt", claimed == null ? "challenges.fault.sayWhen" : "challenges.fault.window"));
    }
    return acted;
  }

  private static void needs(Terms terms, Attempts.Sent sent, List<Fault> faults) {
    if (terms.needs().stream().anyMatch(FILES::contains) && sent.files().none()) {
      faults.add(Fault.of("files", "challenges.fault.files"));
    }
    if (terms.needs().contains(Activity.Need.TEXT) && sent.text().isBlank()) {
      faults.add(Fault.of("text", "challenges.fault.text"));
    }
    if (terms.measured() && sent.measure() == null) {
      faults.add(Fault.of("measure", "challenges.fault.measure"));
    }
    if (terms.measure() == Activity.Measure.NONE && sent.measure() != null) {
      faults.add(Fault.of("measure", "challenges.fault.notMeasured"));
    }
    if (sent.text().isBlank() && sent.files().none() && sent.measure() == null) {
      faults.add(Fault.of("text", "challenges.fault.something"));
    }
  }

  private void witnesses(Actor actor, Scene scene, Attempts.Sent sent, List<Fault> faults) {
    if (sent.witnesses().contains(actor.memberId())
        || (!sent.witnesses().isEmpty()
            && !new LaunchRules(ground)
                .reachable(actor, scene.row().activityId())
                .containsAll(sent.witnesses()))) {
      faults.add(Fault.of("witnesses", "challenges.fault.stranger"));
    }
  }

  private int slot(
      Scene scene,
      AttemptDao.Row mine,
      Terms terms,
      Instant actedAt,
      Instant now,
      List<Fault> faults) {
    List<AttemptDao.ActRow> before =
        ground.attempts.acts(List.of(mine.attemptId())).stream()
            .filter(act -> act.round() == round(mine))
            .toList();
    if (scene.row().kind() == Kind.GROUP) {
      return before.size();
    }
    if (scene.row().kind() != Kind.STREAK || !faults.isEmpty()) {
      return 0;
    }
    int slot = terms.slot(actedAt);
    if (before.stream().anyMatch(act -> act.slot() == slot)) {
      faults.add(Fault.of("takenAt", "challenges.fault.slotTaken"));
    }
    Instant until = terms.slotEnd(slot).plus(terms.graceHours(), ChronoUnit.HOURS);
    if (!now.isBefore(until)) {
      faults.add(Fault.of("takenAt", "challenges.fault.slotOver"));
    }
    return slot;
  }

  void keep(AttemptDao.Row mine, Act act, EvidenceId evidence) {
    boolean fresh =
        ground.attempts.add(
            new AttemptDao.ActId(ground.ids.next()),
            mine.attemptId(),
            act.round(),
            act.slot(),
            evidence,
            act.measure(),
            act.actedAt(),
            act.receivedAt());
    if (!fresh) {
      throw Ground.wrongState(mine);
    }
  }

  /** The whole that the acts of an attempt are, when nothing is missing. */
  Optional<Whole> findWhole(
      Scene scene, AttemptDao.Row attempt, Terms terms, List<AttemptDao.ActRow> acts) {
    List<AttemptDao.ActRow> own =
        acts.stream()
            .filter(act -> act.attemptId().equals(attempt.attemptId()))
            .filter(act -> act.round() == round(attempt))
            .sorted(Comparator.comparing(AttemptDao.ActRow::actedAt))
            .toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    AttemptDao.ActRow last = own.get(own.size() - 1);
    boolean doubtful = own.stream().anyMatch(act -> doubtful(scene, act.measure()));
    boolean again = attempt.state() == AttemptState.REJECTED;
    return switch (scene.row().kind()) {
      case DUEL, OPEN, CHAIN, SELF ->
          Optional.of(new Whole(last.measure(), last.actedAt(), doubtful));
      case STREAK ->
          again || run(own) >= terms.times()
              ? Optional.of(new Whole(null, last.actedAt(), doubtful))
              : Optional.empty();
      case GROUP ->
          again || reached(terms, acts)
              ? Optional.of(new Whole(sum(own), last.actedAt(), doubtful))
              : Optional.empty();
    };
  }

  private boolean doubtful(Scene scene, @Nullable BigDecimal measure) {
    Activity.Bounds bounds = ground.neighbours.atlas().known(scene.row().activityId()).plausible();
    return measure != null
        && bounds != null
        && (measure.compareTo(bounds.min()) < 0 || measure.compareTo(bounds.max()) > 0);
  }

  private static boolean reached(Terms terms, List<AttemptDao.ActRow> acts) {
    return terms.target() != null && total(acts).compareTo(terms.target()) >= 0;
  }

  /** What all have done together; an act without a measure counts as one. */
  static BigDecimal total(List<AttemptDao.ActRow> acts) {
    BigDecimal sum = BigDecimal.ZERO;
    for (AttemptDao.ActRow act : acts) {
      BigDecimal measure = act.measure();
      if (act.round() == 0) {
        sum = sum.add(measure == null ? BigDecimal.ONE : measure);
      }
    }
    return sum;
  }

  private static @Nullable BigDecimal sum(List<AttemptDao.ActRow> own) {
    return own.stream().allMatch(act -> act.measure() == null)
        ? null
        : own.stream()
            .map(act -> act.measure() == null ? BigDecimal.ZERO : act.measure())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The longest run of days or weeks without a gap, in whatever order the proofs came. */
  static int run(List<AttemptDao.ActRow> own) {
    Set<Integer> slots = new TreeSet<>();
    own.forEach(act -> slots.add(act.slot()));
    int longest = 0;
    int current = 0;
    int before = Integer.MIN_VALUE;
    for (int slot : slots) {
      current = slot == before + 1 ? current + 1 : 1;
      longest = Math.max(longest, current);
      before = slot;
    }
    return longest;
  }
}
