package org.ronde.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/** How a person becomes a member, by whichever way they come: the checks and the row they share. */
final class People {
  static final int NAME_MAX = 120;

  private final MemberDao dao;
  private final Ids ids;
  private final PasswordRules rules;
  private final PasswordHashes hashes;

  People(Jdbi jdbi, Ids ids, PasswordRules rules, PasswordHashes hashes) {
    this.dao = jdbi.onDemand(MemberDao.class);
    this.ids = ids;
    this.rules = rules;
    this.hashes = hashes;
  }

  /** What does not fit in a person's name and password. An empty password means none. */
  List<Fault> faults(String name, String password, Collection<String> context) {
    List<Fault> faults = new ArrayList<>();
    if (name.length() < 2 || name.length() > NAME_MAX) {
      faults.add(Fault.of("name", "members.fault.name"));
    }
    if (!password.isEmpty()) {
      List<String> own = new ArrayList<>(context);
      own.add(name);
      passwordFault("password", password, own).ifPresent(faults::add);
    }
    return faults;
  }

  Optional<Fault> passwordFault(String field, String password, Collection<String> context) {
    return rules.findFault(field, password, context);
  }

  /** The hash to store, or null for no password. Never inside a transaction. */
  @Nullable String hash(String password) {
    return password.isEmpty() ? null : hashes.hash(password);
  }

  /**
   * The member with this address, new or as they were. A member who is there keeps name, language
   * and password: answering a mail proves the mailbox, not the wish to change the account.
   */
  MemberDao.Account join(String email, String name, Locale locale, @Nullable String passwordHash) {
    dao.insert(new MemberId(ids.next()), email, name, locale.getLanguage(), passwordHash);
    return dao.findByEmail(email).orElseThrow();
  }
}
