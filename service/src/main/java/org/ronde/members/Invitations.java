package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.InvitationId;

/**
 * How an owner brings colleagues in: a mail with a link, good for some days. Whoever answers it
 * proves the mailbox and becomes a member on the spot when they are none.
 */
public final class Invitations {
  private final Transactions transactions;
  private final InvitationDao dao;
  private final MemberDao members;
  private final SignUps.Enrolment enrolment;
  private final Doorway doorway;

  Invitations(Jdbi jdbi, Transactions transactions, SignUps.Enrolment enrolment, Doorway doorway) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(InvitationDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.enrolment = enrolment;
    this.doorway = doorway;
  }

  /**
   * Invites by mail. A second invitation of the same address replaces the first.
   *
   * @throws Refusal NOT_OWNER, INVALID, ALREADY_MEMBER, TOO_MANY_REQUESTS beyond the day's limit
   */
  InvitationId invite(Actor owner, String email, Actor.Role role) {
    Actor.Acting company = owner.ownedCompany();
    EmailAddress address =
        EmailAddress.find(email)
            .orElseThrow(() -> Refusal.invalid(Fault.of("email", "members.fault.email")));
    InvitationId id = new InvitationId(enrolment.ids().next());
    return transactions.in(
        () -> {
          dao.lock(company.companyId());
          if (dao.actingAlready(company.companyId(), address.text()) > 0) {
            throw new Refusal(ProblemType.ALREADY_MEMBER);
          }
          dao.findWaitSeconds(company.companyId(), doorway.settings().invitationsPerDay() - 1)
              .ifPresent(
                  seconds -> {
                    throw Refusal.tooMany(seconds);
                  });
          dao.closeEarlier(address.text(), company.companyId());
          dao.insert(
              id,
              company.companyId(),
              address.text(),
              role,
              owner.memberId(),
              doorway.settings().invitation().toSeconds());
          doorway
              .letters()
              .invitation(
                  address,
                  owner.locale(),
                  owner.memberName(),
                  company.companyName(),
                  doorway.links().toInvitation(id));
          return id;
        });
  }

  /** Invitations without answer. */
  List<Invitation> open(CompanyId company) {
    return dao.open(company);
  }

  /**
   * Takes an invitation back; its link is dead at once.
   *
   * @throws Refusal NOT_OWNER, NOT_FOUND
   */
  void withdraw(Actor owner, InvitationId id) {
    if (dao.close(id, owner.ownedCompany().companyId()) == 0) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  /**
   * The invitation that a link is about.
   *
   * @throws Refusal LINK_USED when it was withdrawn
   */
  Invitation invitation(Link link) {
    return dao.findOpen(Links.subject(link.invitationId()))
        .orElseThrow(() -> new Refusal(ProblemType.LINK_USED));
  }

  /** Whether the invited person has an account and needs to say nothing more. */
  boolean invitesAMember(Invitation invitation) {
    return members.findByEmail(invitation.email()).isPresent();
  }

  /** What a newcomer adds to an invitation; a member's account stays as it is. */
  record Newcomer(String name, String password, Locale locale) {}

  /**
   * Accepts: the invited person acts for the company and is signed in, for the reason given at
   * {@link SignUps#confirm}.
   *
   * @throws Refusal LINK_USED, INVALID for a newcomer without a name
   */
  Secret accept(Secret secret, Newcomer newcomer, Browser browser) {
    Invitation invitation = invitation(doorway.links().link(secret));
    String hash = null;
    if (!invitesAMember(invitation)) {
      hash = newcomerHash(invitation, newcomer);
    }
    @Nullable String passwordHash = hash;
    return transactions.in(
        () -> {
          Link link = doorway.links().use(secret, Link.Purpose.INVITE);
          Invitation now = invitation(link);
          MemberDao.Account account =
              enrolment
                  .people()
                  .join(now.email(), newcomer.name(), newcomer.locale(), passwordHash);
          dao.close(now.id(), now.companyId());
          enrolment.companies().join(now.companyId(), account.id(), now.role());
          Secret session = doorway.sessions().start(account.id(), browser);
          doorway.sessions().actFor(session, now.companyId());
          return session;
        });
  }

  private @Nullable String newcomerHash(Invitation invitation, Newcomer newcomer) {
    Optional<EmailAddress> address = EmailAddress.find(invitation.email());
    List<String> context = new ArrayList<>();
    context.add(invitation.companyName());
    address.ifPresent(found -> context.add(found.local()));
    List<Fault> faults = enrolment.people().faults(newcomer.name(), newcomer.password(), context);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return enrolment.people().hash(newcomer.password());
  }
}
