package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Person;
import org.ronde.points.ValidationLevel;

/** Turns what a member typed into terms, or says field by field what does not fit. */
final class LaunchRules {
  static final int TITLE_MAX = 120;
  static final int DETAILS_MAX = 2000;
  private static final int TIMES_MAX = 366;
  private static final int LINK_DAYS_MAX = 60;
  private static final BigDecimal TARGET_MAX = new BigDecimal("999999999");

  private final Ground ground;

  LaunchRules(Ground ground) {
    this.ground = ground;
  }

  /**
   * The terms of a launch.
   *
   * @throws Refusal INVALID with all faults, also those of the safety gate
   */
  Terms terms(Actor actor, Launch launch, Activity activity, Instant now) {
    List<Fault> faults = new ArrayList<>();
    Launch.Options options = launch.options();
    Instant start = options.startsAt() == null ? now : options.startsAt();
    text(launch.title(), options.details(), faults);
    window(start, launch.endsAt(), now, faults);
    numbers(launch, activity, faults);
    who(actor, launch, faults);
    if (!launch.place().isEmpty() && ground.neighbours.towns().find(launch.place()).isEmpty()) {
      faults.add(Fault.of("place", "challenges.fault.place"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    requireSafe(actor, launch.title(), options.details());
    Activity.Measure measure = activity.measure();
    ValidationLevel level = options.level() == null ? launch.kind().usualLevel() : options.level();
    return new Terms(
        launch.title(),
        options.details(),
        measure,
        activity.moreIsBetter(),
        target(actor, launch, activity),
        options.minimum(),
        start,
        launch.endsAt(),
        launch.zone(),
        options.graceHours() == null ? ground.settings.graceHours() : options.graceHours(),
        level,
        options.referee(),
        launch.kind() == Kind.STREAK ? options.times() : 1,
        options.rhythm(),
        options.linkDays(),
        options.winnersMax(),
        options.placesMax(),
        activity.evidence());
  }

  void requireSafe(Actor actor, String title, String details) {
    ground.neighbours.atlas().requireSafe(actor, "title", title);
    if (!details.isEmpty()) {
      ground.neighbours.atlas().requireSafe(actor, "details", details);
    }
  }

  static void text(String title, String details, List<Fault> faults) {
    if (title.isBlank() || title.length() > TITLE_MAX) {
      faults.add(new Fault("title", "challenges.fault.title", Map.of("length", TITLE_MAX)));
    }
    if (details.length() > DETAILS_MAX) {
      faults.add(new Fault("details", "challenges.fault.length", Map.of("length", DETAILS_MAX)));
    }
  }

  void window(Instant start, Instant end, Instant now, List<Fault> faults) {
    if (!end.isAfter(now) || !end.isAfter(start)) {
      faults.add(Fault.of("endsAt", "challenges.fault.endsAt"));
    } else if (Duration.between(now, end).toDays() > ground.settings.durationDaysMax()) {
      faults.add(
          new Fault(
              "endsAt",
              "challenges.fault.tooLong",
              Map.of("days", ground.settings.durationDaysMax())));
    }
  }

  private void numbers(Launch launch, Activity activity, List<Fault> faults) {
    Launch.Options options = launch.options();
    BigDecimal target = launch.target();
    if (target != null) {
      number("target", target, faults);
    } else if (launch.kind() == Kind.GROUP) {
      faults.add(Fault.of("target", "challenges.fault.groupTarget"));
    }
    if (options.minimum() != null) {
      number("minimum", options.minimum(), faults);
    }
    if (target != null && activity.measure() == Activity.Measure.NONE) {
      if (launch.kind() != Kind.GROUP) {
        faults.add(Fault.of("target", "challenges.fault.notMeasured"));
      }
    }
    if (launch.kind() == Kind.STREAK && (options.times() < 2 || options.times() > TIMES_MAX)) {
      faults.add(new Fault("times", "challenges.fault.times", Map.of("max", TIMES_MAX)));
    } else if (launch.kind() == Kind.STREAK && !fits(launch)) {
      faults.add(Fault.of("endsAt", "challenges.fault.streakTooShort"));
    }
    range("linkDays", options.linkDays(), LINK_DAYS_MAX, faults);
    Integer grace = options.graceHours();
    if (grace != null && (grace < 0 || grace > 168)) {
      faults.add(new Fault("graceHours", "challenges.fault.range", Map.of("min", 0, "max", 168)));
    }
    if (options.winnersMax() != null) {
      range("winnersMax", options.winnersMax(), 1000, faults);
    }
    if (options.placesMax() != null) {
      range("placesMax", options.placesMax(), ground.settings.participantsMax(), faults);
    }
  }

  private static void range(String field, int value, int max, List<Fault> faults) {
    if (value < 1 || value > max) {
      faults.add(new Fault(field, "challenges.fault.range", Map.of("min", 1, "max", max)));
    }
  }

  static void number(String field, BigDecimal number, List<Fault> faults) {
    if (number.signum() <= 0 || number.compareTo(TARGET_MAX) > 0 || number.scale() > 3) {
      faults.add(Fault.of(field, "challenges.fault.number"));
    }
  }

  private static boolean fits(Launch launch) {
    Instant start = launch.options().startsAt();
    Duration whole =
        Duration.ofDays((long) (launch.options().times() - 1) * launch.options().rhythm().days());
    return start == null || start.plus(whole).isBefore(launch.endsAt());
  }

  /** Against oneself the target is one's own best, unless another is named. */
  private @Nullable BigDecimal target(Actor actor, Launch launch, Activity activity) {
    BigDecimal named = launch.target();
    if (named != null || launch.kind() != Kind.SELF) {
      return named;
    }
    Optional<BigDecimal> best = ground.awarded.findBest(actor.memberId(), launch.activity());
    return best.filter(b -> activity.measure() != Activity.Measure.NONE).orElse(null);
  }

  private void who(Actor actor, Launch launch, List<Fault> faults) {
    int named = launch.members().size() + launch.addresses().size();
    boolean closed = !launch.kind().joinable(launch.audience());
    switch (launch.kind()) {
      case DUEL -> {
        if (named != 1) {
          faults.add(Fault.of("who", "challenges.fault.duelOfTwo"));
        }
      }
      case OPEN, GROUP -> {
        if (closed && named == 0) {
          faults.add(Fault.of("who", "challenges.fault.nobody"));
        }
      }
      case SELF -> {
        if (named > 0) {
          faults.add(Fault.of("who", "challenges.fault.alone"));
        }
      }
      case STREAK, CHAIN -> {}
    }
    if (launch.audience() == Kind.Audience.COLLEAGUES && actor.findActing().isEmpty()) {
      faults.add(Fault.of("who", "challenges.fault.noCompany"));
    }
    addresses(launch.addresses(), faults);
    Set<MemberId> asked = new HashSet<>(launch.members());
    if (launch.options().referee() != null) {
      asked.add(launch.options().referee());
    }
    people(actor, launch.activity(), asked, faults);
    MemberId referee = launch.options().referee();
    if (referee != null
        && (referee.equals(actor.memberId()) || launch.members().contains(referee))) {
      faults.add(Fault.of("referee", "challenges.fault.referee"));
    }
  }

  void addresses(Set<String> addresses, List<Fault> faults) {
    for (String address : addresses) {
      if (!ground.neighbours.folk().findAddress(address).equals(Optional.of(address))) {
        faults.add(new Fault("who", "challenges.fault.address", Map.of("address", address)));
      }
    }
  }

  /** Only people one knows of may be invited: an id alone opens no door. */
  void people(Actor actor, ActivityId activity, Set<MemberId> asked, List<Fault> faults) {
    if (asked.contains(actor.memberId())) {
      faults.add(Fault.of("who", "challenges.fault.yourself"));
    } else if (!asked.isEmpty() && !reachable(actor, activity).containsAll(asked)) {
      faults.add(Fault.of("who", "challenges.fault.stranger"));
    }
  }

  /** Acquaintances, and followers of the activity. */
  Set<MemberId> reachable(Actor actor, ActivityId activity) {
    Set<MemberId> all = acquaintances(actor);
    all.addAll(ground.neighbours.atlas().followers(activity));
    all.remove(actor.memberId());
    return all;
  }

  /** Colleagues, friends, people met in challenges, partners who said yes. */
  Set<MemberId> acquaintances(Actor actor) {
    Folk folk = ground.neighbours.folk();
    Set<MemberId> all = new HashSet<>(ground.neighbours.atlas().partners(actor.memberId()));
    actor
        .findActing()
        .map(Actor.Acting::companyId)
        .ifPresent((CompanyId c) -> folk.colleagues(c).stream().map(Person::id).forEach(all::add));
    all.addAll(folk.friends(actor.memberId()));
    // In what is over, somebody may stand under an account that they have no more.
    all.addAll(folk.current(ground.search.met(actor.memberId())));
    all.remove(actor.memberId());
    return all;
  }
}
