package org.ronde.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.ronde.db.SqlFailures;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/**
 * The companies: who they are, who acts for them, whether they may publish.
 *
 * <p>Which companies are here is public. Who acts for one is told to its own people and to
 * operators; for anybody else it does not exist.
 */
public final class Companies {
  private static final int ABOUT_MAX = 4000;
  private static final int REASON_MAX = 1000;
  private static final int PAGE_SIZE = 50;

  private final Transactions transactions;
  private final CompanyDao dao;
  private final MemberDao members;
  private final Ids ids;
  private final Today today;
  private final List<CompanyListener> listeners = new CopyOnWriteArrayList<>();

  Companies(Jdbi jdbi, Transactions transactions, Ids ids, Today today) {
    this.transactions = transactions;
    this.dao = jdbi.onDemand(CompanyDao.class);
    this.members = jdbi.onDemand(MemberDao.class);
    this.ids = ids;
    this.today = today;
  }

  /**
   * A company.
   *
   * @throws Refusal NOT_FOUND
   */
  public Company company(CompanyId id) {
    return dao.findCompany(id, today.date()).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Those of the companies that exist, in no particular order. */
  public List<Company> companies(Collection<CompanyId> ids) {
    return ids.isEmpty() ? List.of() : dao.companies(ids, today.date());
  }

  /** Names of companies by id, of those that exist. */
  public Map<CompanyId, String> companyNames(Collection<CompanyId> ids) {
    Map<CompanyId, String> names = new HashMap<>();
    companies(ids).forEach(company -> names.put(company.id(), company.name()));
    return names;
  }

  /** All companies that may trade, by name. */
  public List<Company> approved() {
    return dao.approved(today.date(), Integer.MAX_VALUE, 0);
  }

  /** One page of them. */
  Paged<Company> approved(int page) {
    return Paged.of(
        page,
        PAGE_SIZE,
        dao.countApproved(),
        (size, skip) -> dao.approved(today.date(), size, skip));
  }

  /**
   * A company as far as this reader may see it: one that is not let in exists only for its own
   * people and for operators. One that closed stays, for those who dealt with it.
   *
   * @throws Refusal NOT_FOUND
   */
  Company visible(Optional<Actor> reader, CompanyId id) {
    Company company = company(id);
    boolean open = company.approved() || company.status() == Company.Status.CLOSED;
    if (!open && !knowsInFull(reader, id)) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return company;
  }

  /** Whether this reader sees everything of a company: its own people and operators do. */
  boolean knowsInFull(Optional<Actor> reader, CompanyId id) {
    return reader.map(Actor::operator).orElse(false)
        || reader.flatMap(actor -> dao.findRole(id, actor.memberId())).isPresent();
  }

  /** The people who act for a company. */
  public List<Person> people(CompanyId id) {
    return dao.people(id);
  }

  /**
   * A member by id, for telling them something: one whose account was joined to another is that
   * one, and one who has left is nobody to tell ({@link Person#left}).
   *
   * @throws Refusal NOT_FOUND
   */
  public Person member(MemberId id) {
    return members.findPerson(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * The account by which a member goes on: another, once theirs was joined to it. For ids that come
   * from outside, before something is done to them.
   */
  public MemberId current(MemberId id) {
    return members.findCurrent(id).orElse(id);
  }

  /** The accounts by which these members go on, each once. */
  public Set<MemberId> current(Collection<MemberId> ids) {
    return ids.isEmpty() ? Set.of() : members.currents(ids);
  }

  /**
   * Those of the members that exist and have not left, in no particular order; each under the id
   * asked for, with the name and address they have now.
   */
  public List<Person> members(Collection<MemberId> ids) {
    return ids.isEmpty() ? List.of() : members.people(ids);
  }

  /** Names of members by the id asked for, of those that exist and have not left. */
  public Map<MemberId, String> names(Collection<MemberId> ids) {
    Map<MemberId, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      members.names(ids).forEach(named -> names.put(named.id(), named.name()));
    }
    return names;
  }

  /** The companies a member acts for. */
  public Set<CompanyId> companiesOf(MemberId member) {
    return members.companies(member).stream()
        .map(MemberDao.Employer::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The others who act for a company that the member acts for too. */
  public Set<MemberId> colleagues(MemberId member) {
    return Set.copyOf(members.colleagues(member));
  }

  /** The member with this address, written as {@link #findAddress} gives it. */
  public Optional<Person> findMember(String address) {
    return members.findByEmail(address).map(account -> member(account.id()));
  }

  /** What was typed as the mail address it is, in one way of writing; empty when it is none. */
  public static Optional<String> findAddress(String typed) {
    return EmailAddress.find(typed).map(EmailAddress::text);
  }

  /** All operators. */
  public List<Person> operators() {
    return members.operators();
  }

  /** How many companies wait for the operator's word. */
  public long waiting() {
    return dao.countWaiting();
  }

  /** Adds one who hears of approvals, refusals, plans and closings. */
  public void listen(CompanyListener listener) {
    listeners.add(listener);
  }

  void tell(Consumer<CompanyListener> news) {
    listeners.forEach(news);
  }

  /**
   * Lets the operator say yes.
   *
   * @throws Refusal NOT_FOUND, ALREADY_VETTED
   */
  public void approve(Actor operator, CompanyId id) {
    vet(operator, id, Company.Status.APPROVED, "");
  }

  /**
   * Lets the operator say no.
   *
   * @param reason what the company is told
   * @throws Refusal NOT_FOUND, ALREADY_VETTED, INVALID without a reason
   */
  public void refuse(Actor operator, CompanyId id, String reason) {
    if (reason.isBlank() || reason.length() > REASON_MAX) {
      throw Refusal.invalid(Fault.of("reason", "members.fault.reason"));
    }
    vet(operator, id, Company.Status.REFUSED, reason);
  }

  private void vet(Actor operator, CompanyId id, Company.Status verdict, String reason) {
    operator.requireOperator();
    transactions.run(
        () -> {
          requireFound(dao.lock(id));
          if (dao.vet(id, verdict, reason.isEmpty() ? null : reason) == 0) {
            throw new Refusal(ProblemType.ALREADY_VETTED);
          }
          dao.record(new VettingDecision.Id(ids.next()), id, operator.memberId(), verdict, reason);
          Company company = company(id);
          if (verdict == Company.Status.APPROVED) {
            tell(listener -> listener.approved(company));
          } else {
            tell(listener -> listener.refused(company));
          }
        });
  }

  /**
   * Asks the operator again after a refusal, when the facts have been put right.
   *
   * @throws Refusal NOT_OWNER, ALREADY_VETTED when the company is not refused
   */
  void submitAgain(Actor owner) {
    CompanyId id = owner.ownedCompany().companyId();
    if (dao.submitAgain(id) == 0) {
      throw new Refusal(ProblemType.ALREADY_VETTED);
    }
  }

  List<VettingDecision> decisions(CompanyId id) {
    return dao.decisions(id);
  }

  /** Companies of the same number that closed, the latest first. */
  List<Company> earlier(Company company) {
    return dao.closedWithVatNumber(company.vatNumber(), today.date()).stream()
        .filter(closed -> !closed.id().equals(company.id()))
        .toList();
  }

  /** Companies that wait for the operator, the longest waiting first. */
  Paged<Company> waiting(int page) {
    return Paged.of(
        page, PAGE_SIZE, dao.countWaiting(), (size, skip) -> dao.pending(today.date(), size, skip));
  }

  /** Companies whose name contains the text, or whose number it is, by name. */
  Paged<Company> search(String text, int page) {
    return Paged.of(
        page,
        PAGE_SIZE,
        dao.found(text),
        (size, skip) -> dao.search(text, today.date(), size, skip));
  }

  /**
   * Lets only a company pass that is not here yet. One that closed is not here any more: whoever
   * comes back with its number founds a new one, which the operator vets knowing of the old.
   *
   * @throws Refusal COMPANY_EXISTS
   */
  void requireNew(CompanyFacts facts) {
    if (dao.openWithVatNumber(facts.vatNumber()) > 0) {
      throw new Refusal(ProblemType.COMPANY_EXISTS);
    }
  }

  /** Founds the company with its first owner; empty when it is here already. */
  Optional<CompanyId> findFounded(CompanyFacts facts, MemberId owner) {
    CompanyId id = new CompanyId(ids.next());
    try {
      dao.insert(id, facts);
    } catch (UnableToExecuteStatementException e) {
      if (SqlFailures.duplicateKey(e)) {
        return Optional.empty();
      }
      throw e;
    }
    dao.join(id, owner, Actor.Role.OWNER);
    return Optional.of(id);
  }

  /** What the owner may change of a company; its numbers stay. */
  record Description(String name, String departement, String city, String about) {}

  /**
   * Changes what is said of a company.
   *
   * @throws Refusal NOT_OWNER, INVALID
   */
  void describe(Actor owner, Description said, Departements departements) {
    CompanyId id = owner.ownedCompany().companyId();
    transactions.run(
        () -> {
          // The operator may be approving the very name that is being changed.
          requireFound(dao.lock(id));
          Company company = company(id);
          check(company, said, departements);
          boolean french = company.country().equals(CompanyFacts.FRANCE);
          dao.describe(
              id, said.name(), french ? said.departement() : null, said.city(), said.about());
        });
  }

  private static void check(Company company, Description said, Departements departements) {
    List<Fault> faults = new ArrayList<>();
    CompanyFacts.checkPlace(
        new CompanyFacts.Entry(
            said.name(), company.country(), "", "", said.departement(), said.city()),
        departements,
        faults);
    if (said.about().length() > ABOUT_MAX) {
      faults.add(Fault.of("about", "members.fault.about"));
    }
    if (company.status() == Company.Status.APPROVED && !said.name().equals(company.name())) {
      // The operator vetted a company of this name; another name is another question.
      faults.add(Fault.of("companyName", "members.fault.companyNameVetted"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  /**
   * Gives a colleague another role.
   *
   * @throws Refusal NOT_OWNER, NOT_FOUND, LAST_OWNER
   */
  void changeRole(Actor owner, MemberId colleague, Actor.Role role) {
    changePeople(owner, colleague, company -> dao.changeRole(company, colleague, role));
  }

  /**
   * Ends a colleague's right to act for the company, or the owner's own.
   *
   * @throws Refusal NOT_OWNER, NOT_FOUND, LAST_OWNER
   */
  void remove(Actor actor, MemberId colleague) {
    changePeople(actor, colleague, company -> dao.leave(company, colleague));
  }

  /**
   * Changes who acts for a company, one change after the other: the company's row is locked first,
   * so the rights of who asks and the number of owners are those of this very moment.
   */
  private void changePeople(Actor actor, MemberId colleague, Consumer<CompanyId> change) {
    CompanyId company = actor.company().companyId();
    transactions.run(
        () -> {
          dao.lock(company);
          Actor.Role own =
              dao.findRole(company, actor.memberId())
                  .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          if (own != Actor.Role.OWNER) {
            throw new Refusal(ProblemType.NOT_OWNER);
          }
          requireFound(dao.findRole(company, colleague));
          change.accept(company);
          if (dao.owners(company) == 0) {
            throw new Refusal(ProblemType.LAST_OWNER);
          }
        });
  }

  static void requireFound(Optional<?> row) {
    if (row.isEmpty()) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  /** Lets a member act for a company; false when they do already. */
  boolean join(CompanyId company, MemberId member, Actor.Role role) {
    return dao.join(company, member, role) == 1;
  }
}
