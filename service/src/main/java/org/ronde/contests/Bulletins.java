package org.ronde.contests;

import java.util.HashMap;
import java.util.Map;
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
    entrants.active(contest.id()).stream()
        .map(Entrant::memberId)
        .forEach(
            member -> {
              if (member != null) {
                one(member, contest, event, facts);
              }
            });
  }

  /** Tells one member, with the contest's title in their language. */
  void one(MemberId member, Contest contest, Event event, Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("title", contest.terms().title(naming.locale(member)));
    notices.tellMember(member, event, all, "/contests/" + contest.id());
  }

  /** Asks a company for the prize it would give. */
  void asked(CompanyId giver, ContestId contest, Terms terms, Prize prize) {
    notices.tell(
        giver,
        Event.CONTEST_PRIZE_ASKED,
        Map.of("title", terms.titleFr(), "prize", prize.title()),
        "/contests/%s/gifts/%d".formatted(contest, prize.place()));
  }
}
