package org.ronde.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Id;
import org.ronde.ids.MemberId;

/**
 * An entry as it is stored, with what it takes to count it again.
 *
 * @param worth of the award before pairs and caps
 * @param awardId the award that a correction or reversal is about; null for an award
 * @param actedOn the day of the act where it was done
 */
public record Line(
    long entryId,
    Kind kind,
    String causeKind,
    CauseId causeId,
    int rulesVersion,
    MemberId memberId,
    int points,
    int worth,
    @Nullable Long awardId,
    @Nullable Long reversesId,
    int level,
    @Nullable MemberId validatorId,
    Instant effectiveAt,
    Instant recordedAt,
    String zoneId,
    LocalDate actedOn,
    @Nullable ActivityId activityId,
    @Nullable CompanyId companyId,
    String departement,
    boolean eligible,
    int difficulty,
    boolean firstOfActivity,
    boolean newOpponent,
    boolean personalBest,
    int weeksInARow) {

  /** Identifies what points were written for, whatever its kind. */
  public record CauseId(UUID value) implements Id {}

  /** What an entry does. */
  enum Kind {
    AWARD,
    /** Follows another award that came late or was taken back: a cap or a pair moved. */
    CORRECTION,
    REVERSAL
  }

  static Line of(Award award, Scoring rules, Instant now) {
    Effort effort = award.effort();
    return new Line(
        0,
        Kind.AWARD,
        award.cause().kind(),
        new CauseId(award.cause().id()),
        rules.version(),
        award.member(),
        0,
        rules.worth(effort, award.level()),
        null,
        null,
        award.level().number(),
        award.validator(),
        award.actedAt(),
        now,
        award.zone().getId(),
        award.actedAt().atZone(award.zone()).toLocalDate(),
        award.activity(),
        award.company(),
        award.departement(),
        award.eligible(),
        effort.difficulty(),
        effort.firstOfActivity(),
        effort.newOpponent(),
        effort.personalBest(),
        effort.weeksInARow());
  }

  /** The award that this line is about: itself, when it is one. */
  long award() {
    return awardId == null ? entryId : awardId;
  }

  boolean isAward() {
    return kind == Kind.AWARD;
  }

  Cause cause() {
    return new Cause(causeKind, causeId.value());
  }

  Effort effort() {
    return new Effort(difficulty, firstOfActivity, newOpponent, personalBest, weeksInARow);
  }

  ValidationLevel validationLevel() {
    return ValidationLevel.of(level);
  }

  Tally.Act act() {
    MemberId voucher = Scoring.paired(validationLevel()) ? validatorId : null;
    return new Tally.Act(
        award(),
        cause(),
        rulesVersion,
        effectiveAt,
        actedOn,
        voucher == null ? null : voucher.value(),
        worth);
  }

  /** The same, counted and perhaps written. */
  Line counted(long id, int counted) {
    return copy(new Change(id, kind, memberId, counted, awardId, reversesId, recordedAt));
  }

  /** What makes up for what another award moved. */
  Line correction(int difference, Instant now) {
    return copy(new Change(0, Kind.CORRECTION, memberId, difference, award(), null, now));
  }

  /** What takes an award back, with all its corrections. */
  Line reversal(int standing, Instant now) {
    return copy(new Change(0, Kind.REVERSAL, memberId, -standing, award(), award(), now));
  }

  /** The award again, for another member: two accounts were one person. */
  Line movedTo(MemberId member, Instant now) {
    return copy(new Change(0, Kind.AWARD, member, 0, null, null, now));
  }

  /** The award again by other rules. */
  Line rescored(Scoring rules, Instant now) {
    return new Line(
        0,
        Kind.AWARD,
        causeKind,
        causeId,
        rules.version(),
        memberId,
        0,
        rules.worth(effort(), validationLevel()),
        null,
        null,
        level,
        validatorId,
        effectiveAt,
        now,
        zoneId,
        actedOn,
        activityId,
        companyId,
        departement,
        eligible,
        difficulty,
        firstOfActivity,
        newOpponent,
        personalBest,
        weeksInARow);
  }

  private record Change(
      long entryId,
      Kind kind,
      MemberId memberId,
      int points,
      @Nullable Long awardId,
      @Nullable Long reversesId,
      Instant recordedAt) {}

  private Line copy(Change change) {
    return new Line(
        change.entryId,
        change.kind,
        causeKind,
        causeId,
        rulesVersion,
        change.memberId,
        change.points,
        worth,
        change.awardId,
        change.reversesId,
        level,
        validatorId,
        effectiveAt,
        change.recordedAt,
        zoneId,
        actedOn,
        activityId,
        companyId,
        departement,
        eligible,
        difficulty,
        firstOfActivity,
        newOpponent,
        personalBest,
        weeksInARow);
  }

  Entry entry() {
    return new Entry(
        entryId,
        cause(),
        memberId,
        points,
        validationLevel(),
        rulesVersion,
        effectiveAt,
        recordedAt,
        activityId,
        companyId,
        departement,
        eligible,
        reversesId,
        award(),
        validatorId);
  }
}
