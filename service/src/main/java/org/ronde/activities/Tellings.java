package org.ronde.activities;

import java.util.Map;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.notices.Notices;

/** What members are told by this room, each in their language. */
final class Tellings {
  private final Notices notices;
  private final People people;

  Tellings(Notices notices, People people) {
    this.notices = notices;
    this.people = people;
  }

  void approved(MemberId member, ActivityTerms terms) {
    boolean french = people.language(member).getLanguage().equals("fr");
    notices.tellMember(
        member,
        Notices.Event.ACTIVITY_APPROVED,
        Map.of("activity", french ? terms.nameFr() : terms.nameEn()),
        "/activities/" + terms.code());
  }

  void refused(MemberId member, String name, String reason) {
    notices.tellMember(
        member,
        Notices.Event.ACTIVITY_REFUSED,
        Map.of("activity", name, "reason", reason),
        "/activities/new");
  }

  /** What an operator said of an idea that the gate had stopped. */
  void answered(MemberId member, boolean allowed, String words, String answer) {
    notices.tellMember(
        member,
        allowed ? Notices.Event.IDEA_ALLOWED : Notices.Event.IDEA_REFUSED,
        Map.of("words", words, "answer", answer),
        "/activities");
  }

  /** Somebody would like to play with a member. */
  void asked(PartnerRequest request) {
    told(request.asked(), Notices.Event.PARTNER_ASKED, request, request.askerName());
  }

  void accepted(PartnerRequest request) {
    told(request.asker(), Notices.Event.PARTNER_ACCEPTED, request, request.askedName());
  }

  void declined(PartnerRequest request) {
    told(request.asker(), Notices.Event.PARTNER_DECLINED, request, request.askedName());
  }

  private void told(MemberId member, Notices.Event event, PartnerRequest request, String other) {
    notices.tellMember(
        member,
        event,
        Map.of("partner", other, "activity", request.activity().name(people.language(member))),
        path(request.id()));
  }

  private static String path(PartnerRequestId id) {
    return "/partners/requests/" + id;
  }
}
