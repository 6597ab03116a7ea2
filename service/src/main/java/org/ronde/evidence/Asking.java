package org.ronde.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;
import org.ronde.mail.Letter;
import org.ronde.mail.Post;
import org.ronde.members.Companies;
import org.ronde.notices.Notices;

/** How people in pictures are found and asked, and how an owner hears of their answers. */
public interface Asking {
  /** Names by id; who left Ronde has an empty one or none. */
  Map<MemberId, String> names(Collection<MemberId> members);

  default String name(MemberId member) {
    return names(List.of(member)).getOrDefault(member, "");
  }

  /** Asks a member, who answers at the path. */
  void askMember(MemberId member, String ownerName, String path);

  /** Asks somebody by mail, who answers at the path without an account. */
  void askByMail(String email, String name, Locale language, String ownerName, String path);

  /** Tells an owner that somebody in their picture has answered. */
  void tellOwner(MemberId owner, String name, EvidenceId evidence);

  /** By notices and mails. */
  static Asking of(Notices notices, Post post, Companies companies) {
    return new Asking() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> members) {
        return companies.names(members);
      }

      @Override
      public void askMember(MemberId member, String ownerName, String path) {
        notices.tellMember(
            member, Notices.Event.EVIDENCE_PERSON_ASKED, Map.of("name", ownerName), path);
      }

      @Override
      public void askByMail(
          String email, String name, Locale language, String ownerName, String path) {
        post.post(
            new Letter(
                email, name, language, "evidence/asked", Map.of("path", path, "owner", ownerName)));
      }

      @Override
      public void tellOwner(MemberId owner, String name, EvidenceId evidence) {
        notices.tellMember(
            owner,
            Notices.Event.EVIDENCE_PERSON_ANSWERED,
            Map.of("name", name),
            "/evidence/" + evidence);
      }
    };
  }
}
