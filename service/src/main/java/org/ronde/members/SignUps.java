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
import org.ronde.ids.Ids;

/**
 * How people and companies join: a form, a mail, a click.
 *
 * <p>Until the mail is answered there is no member and no company, only the form. So a form with
 * somebody else's address or SIREN takes nothing from them, and a password typed into it opens
 * nothing unless the owner of the mailbox confirms that very form. The answer to the form is the
 * same whether or not the address is known.
 */
public final class SignUps {
  private final Transactions transactions;
  private final SignUpDao dao;
  private final MemberDao members;
  private final Enrolment enrolment;
  private final Doorway doorway;

  /** What both kinds of newcomers need: people, companies, ids and the list of places. */
  record Enrolment(People people, Companies companies, Ids ids, Departements departements) {}

  /**
   * The form as somebody typed it.
   *
   * @param password empty for none: links by mail are enough to sign in
   * @param company null for a person who comes without a company
   */
  record Entry(
      String name,
      String email,
      Locale locale,
      String password,
      CompanyFacts.@Nullable Entry company) {
    @Override
    public String toString() {
      return "Entry[%s]".formatted(email);
    }
  }

  /** A session, and whether the company turned out to be taken in the meantime. */
  record Confirmed(Secret secret, boolean companyTaken, boolean hasCompany) {}

  SignUps(Jdbi jdbi, Transactions transactions, Enrolment enrolment, Doorway doorway) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(SignUpDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.enrolment = enrolment;
    this.doorway = doorway;
  }

  /**
   * Takes the form and sends a mail: to a new address one that confirms it, to a member's one that
   * says there is an account.
   *
   * @throws Refusal INVALID, COMPANY_EXISTS (which companies are here is public),
   *     TOO_MANY_REQUESTS, UNAVAILABLE
   */
  void ask(Entry entry, Browser browser) {
    List<Fault> faults = new ArrayList<>();
    Optional<EmailAddress> address = EmailAddress.find(entry.email());
    if (address.isEmpty()) {
      faults.add(Fault.of("email", "members.fault.email"));
    }
    Optional<CompanyFacts> company = findCompany(entry, faults);
    faults.addAll(
        enrolment.people().faults(entry.name(), entry.password(), context(address, company)));
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    doorway.countMail(address.orElseThrow(), browser);
    company.ifPresent(enrolment.companies()::requireNew);
    String hash = enrolment.people().hash(entry.password());
    transactions.run(() -> store(entry, address.orElseThrow(), company.orElse(null), hash));
  }

  private Optional<CompanyFacts> findCompany(Entry entry, List<Fault> faults) {
    return entry.company() == null
        ? Optional.empty()
        : CompanyFacts.find(entry.company(), enrolment.departements(), faults);
  }

  private static List<String> context(
      Optional<EmailAddress> address, Optional<CompanyFacts> company) {
    List<String> context = new ArrayList<>();
    address.ifPresent(found -> context.add(found.local()));
    address.ifPresent(found -> context.add(found.domain()));
    company.ifPresent(found -> context.add(found.name()));
    return context;
  }

  private void store(
      Entry entry, EmailAddress address, @Nullable CompanyFacts company, @Nullable String hash) {
    Optional<MemberDao.Account> account = members.findByEmail(address.text());
    if (account.isPresent()) {
      doorway.letters().alreadyMember(account.get());
      return;
    }
    SignUpId id = new SignUpId(enrolment.ids().next());
    dao.insert(row(id, entry, address, company, hash));
    doorway.letters().confirm(address, entry.name(), entry.locale(), doorway.links().toSignUp(id));
  }

  private static SignUpDao.Row row(
      SignUpId id,
      Entry entry,
      EmailAddress address,
      @Nullable CompanyFacts company,
      @Nullable String hash) {
    return new SignUpDao.Row(
        id,
        address.text(),
        entry.name(),
        entry.locale(),
        hash,
        company == null ? null : company.name(),
        company == null ? null : company.country(),
        company == null ? null : company.siren(),
        company == null ? null : company.vatNumber(),
        company == null ? null : company.departement(),
        company == null ? null : company.city());
  }

  /**
   * The person answered the mail: they are a member now, and their company waits for the operator.
   *
   * <p>Signs them in at once. The link proves the mailbox exactly as a link to sign in does, so
   * asking for a second mail would add nothing but a lost newcomer.
   *
   * @throws Refusal LINK_USED
   */
  Confirmed confirm(Secret secret, Browser browser) {
    return transactions.in(
        () -> {
          Link link = doorway.links().use(secret, Link.Purpose.CONFIRM);
          SignUpDao.Row row = dao.signUp(Links.subject(link.signUpId()));
          MemberDao.Account account =
              enrolment.people().join(row.email(), row.name(), row.locale(), row.passwordHash());
          Optional<CompanyFacts> facts = row.findCompany();
          boolean taken =
              facts.isPresent()
                  && enrolment.companies().findFounded(facts.get(), account.id()).isEmpty();
          dao.delete(row.id());
          Secret session = doorway.sessions().start(account.id(), browser);
          return new Confirmed(session, taken, facts.isPresent() && !taken);
        });
  }

  /**
   * Adds a company of a member who is here already; it waits for the operator like any other.
   *
   * @throws Refusal INVALID, COMPANY_EXISTS
   */
  CompanyId addCompany(Actor actor, CompanyFacts.Entry entry) {
    CompanyFacts facts = CompanyFacts.read(entry, enrolment.departements());
    return transactions.in(
        () ->
            enrolment
                .companies()
                .findFounded(facts, actor.memberId())
                .orElseThrow(() -> new Refusal(ProblemType.COMPANY_EXISTS)));
  }

  /** What the link to confirm is about, for the page that asks to click. */
  SignUpDao.Row signUp(Link link) {
    return dao.signUp(Links.subject(link.signUpId()));
  }

  int forgetOld() {
    return dao.forgetOld();
  }
}
