package org.ronde.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.Ids;
import org.ronde.ids.ProposalId;

/** How the catalogue grows: members propose, operators correct and approve, or say why not. */
public final class Proposals {
  static final int DESCRIPTION_MAX = 1000;
  static final int REASON_MAX = 500;
  private static final int DESCRIPTION_MIN = 10;
  private static final int SHOWN_MAX = 100;

  private final ProposalDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Catalogue catalogue;
  private final Safety safety;
  private final Tellings tellings;
  private final int waitingMax;

  Proposals(
      Activities.Edges edges,
      Catalogue catalogue,
      Safety safety,
      Tellings tellings,
      ActivitySettings settings) {
    this.dao = edges.jdbi().onDemand(ProposalDao.class);
    this.transactions = edges.transactions();
    this.ids = edges.ids();
    this.catalogue = catalogue;
    this.safety = safety;
    this.tellings = tellings;
    this.waitingMax = settings.proposalsWaitingMax();
  }

  /**
   * Proposes an activity.
   *
   * @param name 2 to 80 characters
   * @param family code of a family
   * @param description 10 to 1,000 characters: what one does, and how one shows it
   * @throws Refusal INVALID when these do not fit, when the idea is dangerous, or when too many of
   *     this member wait
   */
  public ProposalId propose(Actor actor, String name, String family, String description) {
    List<Fault> faults = new ArrayList<>();
    if (name.length() < 2 || name.length() > TermsReader.NAME_MAX) {
      faults.add(new Fault("name", "activities.fault.name", Map.of("max", TermsReader.NAME_MAX)));
    }
    if (Family.find(family).isEmpty()) {
      faults.add(Family.fault());
    }
    if (description.length() < DESCRIPTION_MIN || description.length() > DESCRIPTION_MAX) {
      faults.add(
          new Fault(
              "description",
              "activities.fault.description",
              Map.of("min", DESCRIPTION_MIN, "max", DESCRIPTION_MAX)));
    }
    safety.findFault(actor, "name", name).ifPresent(faults::add);
    safety.findFault(actor, "description", description).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return transactions.in(
        () -> {
          if (dao.countWaiting(actor.memberId()) >= waitingMax) {
            throw Refusal.invalid(
                new Fault("name", "activities.fault.proposals", Map.of("max", waitingMax)));
          }
          ProposalId id = new ProposalId(ids.next());
          dao.insert(id, actor.memberId(), name, family, description);
          return id;
        });
  }

  /** The actor's own, newest first. */
  public List<Proposal> mine(Actor actor) {
    return dao.of(actor.memberId(), SHOWN_MAX);
  }

  /** Those that wait, oldest first. */
  public List<Proposal> waiting(Actor operator) {
    operator.requireOperator();
    return dao.waiting(SHOWN_MAX);
  }

  /** How many wait. */
  public long waiting() {
    return dao.countWaiting();
  }

  public Proposal proposal(Actor operator, ProposalId id) {
    operator.requireOperator();
    return dao.find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * Brings it into the catalogue in the operator's words; the member is told.
   *
   * @throws Refusal NOT_FOUND, ALREADY_ANSWERED, or INVALID when code or names are taken
   */
  public ActivityId approve(Actor operator, ProposalId id, ActivityTerms terms) {
    return transactions.in(
        () -> {
          Proposal proposal = proposal(operator, id);
          ActivityId activity = catalogue.add(terms);
          if (dao.approve(id, activity, operator.memberId()) == 0) {
            throw new Refusal(ProblemType.ALREADY_ANSWERED);
          }
          tellings.approved(proposal.memberId(), terms);
          return activity;
        });
  }

  /**
   * Says no, and why; the member is told.
   *
   * @throws Refusal NOT_FOUND, ALREADY_ANSWERED, or INVALID at {@code reason}
   */
  public void refuse(Actor operator, ProposalId id, String reason) {
    Proposal proposal = proposal(operator, id);
    if (reason.isEmpty() || reason.length() > REASON_MAX) {
      throw Refusal.invalid(
          new Fault("reason", "activities.fault.reason", Map.of("max", REASON_MAX)));
    }
    transactions.run(
        () -> {
          if (dao.refuse(id, reason, operator.memberId()) == 0) {
            throw new Refusal(ProblemType.ALREADY_ANSWERED);
          }
          tellings.refused(proposal.memberId(), proposal.name(), reason);
        });
  }
}
