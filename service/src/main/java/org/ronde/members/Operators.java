package org.ronde.members;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;

/**
 * The people who run this instance. The first one comes in by a link printed at the console, for
 * who can read the console can do anything here already; there is no default password.
 */
public final class Operators {
  private final Transactions transactions;
  private final MemberDao dao;
  private final People people;
  private final Doorway doorway;
  private final URI baseUrl;

  Operators(Jdbi jdbi, Transactions transactions, People people, Doorway doorway, URI baseUrl) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(MemberDao.class);
    this.people = people;
    this.doorway = doorway;
    this.baseUrl = baseUrl;
  }

  /** A link that makes its reader the first operator, once; empty when there is an operator. */
  public Optional<String> firstOperatorLink() {
    return transactions.in(
        () ->
            dao.operators().isEmpty()
                ? Optional.of(url(doorway.links().toFirstOperator()))
                : Optional.empty());
  }

  /**
   * Makes an operator, of a new member or of one who is here, for the console.
   *
   * @throws IllegalArgumentException when the address is none, or the name too short or too long
   */
  public Person createOperator(String email, String name) {
    if (!people.faults(name, "", List.of()).isEmpty()) {
      throw new IllegalArgumentException(
          "An operator has a name of 2 to %d characters, not '%s'."
              .formatted(People.NAME_MAX, name));
    }
    EmailAddress address =
        EmailAddress.find(email)
            .orElseThrow(
                () -> new IllegalArgumentException("'%s' is no e-mail address.".formatted(email)));
    return transactions.in(() -> promote(address, name, Locale.ENGLISH));
  }

  /**
   * Makes the first operator and signs them in.
   *
   * @throws Refusal LINK_USED, INVALID
   */
  Secret becomeFirst(Secret secret, String email, String name, Locale locale, Browser browser) {
    Optional<EmailAddress> address = EmailAddress.find(email);
    List<Fault> faults = new ArrayList<>(people.faults(name, "", List.of()));
    if (address.isEmpty()) {
      faults.add(Fault.of("email", "members.fault.email"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return transactions.in(
        () -> {
          doorway.links().use(secret, Link.Purpose.FIRST_OPERATOR);
          Person operator = promote(address.orElseThrow(), name, locale);
          return doorway.sessions().start(operator.id(), browser);
        });
  }

  private Person promote(EmailAddress address, String name, Locale locale) {
    MemberDao.Account account = people.join(address.text(), name, locale, null);
    dao.makeOperator(account.id());
    // Each start of an empty instance printed a link that makes one; there is one now.
    doorway.links().closeAll(Link.Purpose.FIRST_OPERATOR);
    return dao.findPerson(account.id()).orElseThrow();
  }

  /**
   * A link that signs a member in, for the console of a demo or of an operator who lost their mail.
   *
   * @throws IllegalArgumentException when nobody has this address
   */
  public String oneTimeLink(String email) {
    String key = EmailAddress.find(email).map(EmailAddress::text).orElse("");
    MemberDao.Account account =
        dao.findByEmail(key)
            .orElseThrow(
                () -> new IllegalArgumentException("No member has '%s'.".formatted(email)));
    return url(doorway.links().toMember(Link.Purpose.SIGN_IN, account.id(), ""));
  }

  private String url(String path) {
    return baseUrl.toString().replaceFirst("/+$", "") + path;
  }
}
