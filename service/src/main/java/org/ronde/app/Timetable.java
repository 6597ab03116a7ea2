package org.ronde.app;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ronde.http.OnceHandlers;
import org.ronde.jobs.Jobs;

/** What runs in the background, and how often. */
final class Timetable {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration BY_AND_BY = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMinutes(5);
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

  private Timetable() {}

  static Jobs of(Rooms rooms, RondeConfiguration configuration, OnceHandlers once) {
    ZoneId zone = configuration.timeZone();
    Jobs jobs =
        new Jobs(rooms.edges().database().pool())
            .every(SOON, "mail", rooms.mail().dispatcher()::sendDue)
            .daily(
                AT_NIGHT,
                zone,
                "forget",
                () -> {
                  once.forgetOld();
                  rooms.members().forgetOld();
                  rooms.mail().dispatcher().forgetOld();
                  rooms.notices().board().forgetOld();
                });
    jobs.every(OFTEN, "disputes", rooms.play().desk().disputes()::closeDue);
    if (configuration.halves().challenges()) {
      challenges(jobs, rooms.play(), zone);
    }
    return configuration.halves().barter() ? barter(jobs, rooms, configuration) : jobs;
  }

  private static void challenges(Jobs jobs, PlayRooms play, ZoneId zone) {
    jobs.every(SOON, "challenges-due", play.challenges().clockwork()::runDue)
        .every(OFTEN, "challenges-reminders", play.challenges().clockwork()::remindDue)
        .every(BY_AND_BY, "contests", play.contests().course()::advance)
        .every(OFTEN, "evidence-draw", play.evidence().proofs()::drawMissing)
        .daily(AT_NIGHT, zone, "evidence-forget", play.evidence().proofs()::forgetOld)
        .daily(AT_NIGHT, zone, "points-check", play.points().verifier()::nightly)
        .daily(LocalTime.MIDNIGHT, zone, "points-head", play.points().heads()::publish);
  }

  private static Jobs barter(Jobs jobs, Rooms rooms, RondeConfiguration configuration) {
    Rooms.CyclesRoom cycles = rooms.cycles();
    return jobs.every(SOON, "clearing", cycles.job()::runQueued)
        .every(SOON, "cycles-expiry", cycles.cycles()::expireDue)
        .every(OFTEN, "cycles-reminders", cycles.cycles()::remindDue)
        .every(OFTEN, "listings-expiry", rooms.listings().expiry()::expireDue)
        .every(OFTEN, "listings-reminders", rooms.listings().expiry()::remind)
        .every(OFTEN, "exchanges-reminders", rooms.exchanges().exchanges()::remindDue)
        .daily(
            configuration.cycles().clearing().dailyAt(),
            configuration.timeZone(),
            "clearing-daily",
            cycles.job()::queueDaily);
  }
}
