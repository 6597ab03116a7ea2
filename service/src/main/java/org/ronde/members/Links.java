package org.ronde.members;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/**
 * Links that prove a mailbox: made of a secret, good for one thing, once, and not for long.
 *
 * <p>Looking at one changes nothing, because mail scanners open what they find; only {@link #use}
 * consumes it, inside the transaction that does what the link is for.
 */
final class Links {
  static final String PATH = "/links/";

  /** Where only the member who asked for a merge gets on. */
  static final String MERGE_PATH = "/account/merges/";

  private final LinkDao dao;
  private final RandomGenerator chance;
  private final SignInSettings settings;

  Links(Jdbi jdbi, RandomGenerator chance, SignInSettings settings) {
    this.dao = jdbi.onDemand(LinkDao.class);
    this.chance = chance;
    this.settings = settings;
  }

  /** The path of a new link that concerns a member. */
  String toMember(Link.Purpose purpose, MemberId member, String nextPath) {
    return issue(new Link(purpose, member, null, null, null, nextPath));
  }

  /** The path of a new link by which one account may join another of the same person. */
  String toMerge(MemberId from, MemberId into) {
    return issue(new Link(Link.Purpose.MERGE, from, into, null, null, ""));
  }

  String toSignUp(SignUpId signUp) {
    return issue(new Link(Link.Purpose.CONFIRM, null, null, signUp, null, ""));
  }

  String toInvitation(InvitationId invitation) {
    return issue(new Link(Link.Purpose.INVITE, null, null, null, invitation, ""));
  }

  String toFirstOperator() {
    return issue(new Link(Link.Purpose.FIRST_OPERATOR, null, null, null, null, ""));
  }

  /**
   * What the link is good for, as long as it is.
   *
   * @throws Refusal LINK_USED when it was used, is too old or never was
   */
  Link link(Secret secret) {
    return dao.findUsable(secret.hash()).orElseThrow(Links::used);
  }

  /**
   * Consumes the link.
   *
   * @throws Refusal LINK_USED when it was used, is too old, never was, or is good for other things
   */
  Link use(Secret secret, Link.Purpose purpose) {
    if (dao.use(secret.hash()) == 0) {
      throw used();
    }
    Link link = dao.link(secret.hash());
    if (link.purpose() != purpose) {
      throw used();
    }
    return link;
  }

  /** Ends all links that were sent to a member: the password changed. */
  void closeAllOf(MemberId member) {
    dao.closeAllOf(member);
  }

  void closeAll(Link.Purpose purpose) {
    dao.closeAll(purpose);
  }

  int forgetOld() {
    return dao.forgetOld();
  }

  private String issue(Link link) {
    Secret secret = Secret.random(chance);
    dao.insert(
        secret.hash(),
        link.purpose(),
        link.memberId(),
        link.intoId(),
        link.signUpId(),
        link.invitationId(),
        link.nextPath(),
        lifetime(link.purpose()).toSeconds());
    return (link.purpose() == Link.Purpose.MERGE ? MERGE_PATH : PATH) + secret.text();
  }

  private Duration lifetime(Link.Purpose purpose) {
    return switch (purpose) {
      case CONFIRM, FIRST_OPERATOR, MERGE -> settings.confirmLink();
      case SIGN_IN -> settings.signInLink();
      case RESET -> settings.resetLink();
      case INVITE -> settings.invitation();
    };
  }

  static <T> T subject(@Nullable T subject) {
    if (subject == null) {
      throw new IllegalStateException("A link lacks what the table's check demands.");
    }
    return subject;
  }

  private static Refusal used() {
    return new Refusal(ProblemType.LINK_USED);
  }
}
