package org.ronde.app;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ronde.http.OnceHandlers;
import org.ronde.jobs.Jobs;

/** What runs in the background, and how often. */
final class Timetable {
  private static final Duration SOON = Duration.ofSeconds(2);
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
    return configuration.halves().barter() ? barter(jobs, rooms, configuration) : jobs;
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
