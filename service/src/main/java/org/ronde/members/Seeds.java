package org.ronde.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.ids.OrderId;

/** Puts companies and people in without mails and without an operator: the demo world, tests. */
public final class Seeds {
  private final Transactions transactions;
  private final SeedDao dao;
  private final PlanDao plans;
  private final SignUps.Enrolment enrolment;
  private final Plans.Terms terms;

  /** A company to put in, as it shall stand. */
  public record SeedCompany(
      CompanyFacts.Entry facts,
      String about,
      Company.Status status,
      String refusalReason,
      Company.Plan plan,
      List<SeedPerson> people) {
    public SeedCompany {
      people = List.copyOf(people);
    }

    /** A company that was let in, on the FREE plan. */
    public static SeedCompany approved(CompanyFacts.Entry facts, SeedPerson... people) {
      return new SeedCompany(
          facts, "", Company.Status.APPROVED, "", Company.Plan.FREE, List.of(people));
    }
  }

  /** A person to put in. */
  public record SeedPerson(String email, String name, Locale locale, Actor.Role role) {}

  Seeds(Jdbi jdbi, Transactions transactions, SignUps.Enrolment enrolment, Plans.Terms terms) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(SeedDao.class);
    this.plans = jdbi.onDemand(PlanDao.class);
    this.enrolment = enrolment;
    this.terms = terms;
  }

  /** Puts a company and its people in; the first person must be its owner. */
  public CompanyId company(SeedCompany seed) {
    CompanyFacts facts = CompanyFacts.read(seed.facts(), enrolment.departements());
    return transactions.in(
        () -> {
          SeedPerson first = seed.people().get(0);
          MemberId owner = member(first.email(), first.name(), first.locale());
          CompanyId id =
              enrolment
                  .companies()
                  .findFounded(facts, owner)
                  .orElseThrow(() -> new IllegalStateException(facts.name() + " is here already."));
          for (SeedPerson person : seed.people()) {
            enrolment
                .companies()
                .join(id, member(person.email(), person.name(), person.locale()), person.role());
          }
          dao.settle(
              id,
              seed.status(),
              seed.status() == Company.Status.REFUSED ? seed.refusalReason() : null,
              seed.about());
          if (seed.plan() == Company.Plan.PREMIUM) {
            order(id, owner);
          }
          return id;
        });
  }

  /** Puts a person in, or finds the one with this address. */
  public MemberId member(String email, String name, Locale locale) {
    EmailAddress address =
        EmailAddress.find(email)
            .orElseThrow(
                () -> new IllegalArgumentException("'%s' is no e-mail address.".formatted(email)));
    return enrolment.people().join(address.text(), name, locale, null).id();
  }

  private void order(CompanyId company, MemberId owner) {
    LocalDate today = terms.today().date();
    int days = terms.settings().days();
    plans.insertDue(
        new OrderId(enrolment.ids().next()),
        company,
        owner,
        terms.settings().priceCents(),
        terms.settings().vatPermille(),
        days,
        today,
        today.plusDays(days - 1L));
  }
}
