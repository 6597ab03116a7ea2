package org.ronde.contests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** What entrants, winners and givers of prizes are told. */
final class Bulletins {
  private final Notices notices;
  private final Naming naming;
  private final EntrantDao entrants;

  Bulletins(Notices notices, Naming naming, EntrantDao entrants) {
    this.notices = notices;
    this.naming = naming;
    this.entrants = entrants;
  }

  /** Tells everybody who takes part. */
  void all(Contest contest, Event event, Map<String, Object> facts) {
    some(
        entrants.active(contest.id()).stream()
            .flatMap(entrant -> Stream.ofNullable(entrant.memberId()))
            .toList(),
        contest,
        event,
        facts);
  }

  /** Tells these members, with the contest's title in their language. */
  void some(List<MemberId> members, Contest contest, Event event, Map<String, Object> facts) {
    naming
        .locales(members)
        .forEach(
            (member, locale) -> {
              Map<String, Object> all = new HashMap<>(facts);
              all.put("title", contest.terms().title(locale));
              notices.tellMember(member, event, all, "/contests/" + contest.id());
            });
  }

  /**
   * Asks a company for the prize it would give, with the contest's title in each one's language.
   */
  void asked(CompanyId giver, ContestId contest, Terms terms, Prize prize) {
    notices.tell(
        giver,
        Event.CONTEST_PRIZE_ASKED,
        locale -> Map.of("title", terms.title(locale), "prize", prize.title()),
        "/contests/%s/gifts/%d".formatted(contest, prize.place()));
  }
}
