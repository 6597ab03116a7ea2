package org.ronde.members;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** The people. */
@RegisterColumnMapper(LocaleColumn.class)
interface MemberDao {
  /** A member as only the member and the sign-in may see them. */
  record Account(
      MemberId id,
      String email,
      String name,
      Locale locale,
      @Nullable String passwordHash,
      boolean operator) {}

  /** A member and what they are called. */
  record Named(MemberId id, String name) {}

  /** A company a member acts for. */
  record Employer(CompanyId id, String name, Actor.Role role, Company.Status status) {}

  String ACCOUNT =
      """
      SELECT member_id AS id, email, name, language AS locale, password_hash, operator
      FROM member
      """;

  @SqlQuery(ACCOUNT + "WHERE email = :email AND erased_at IS NULL")
  Optional<Account> findByEmail(String email);

  @SqlQuery(ACCOUNT + "WHERE member_id = :id AND erased_at IS NULL")
  Optional<Account> findById(MemberId id);

  // An account that was joined to another speaks for the person it belonged to: it is called, and
  // written to, as the account that goes on.

  /** Who this member is now; an account that was joined to another is that one. */
  @SqlQuery(
      """
      SELECT n.member_id AS id, n.name, n.email, n.language AS locale, NULL AS role
      FROM member m
      JOIN member n ON n.member_id = COALESCE(m.merged_into, m.member_id)
      WHERE m.member_id = :id
      """)
  Optional<Person> findPerson(MemberId id);

  @SqlQuery("SELECT COALESCE(merged_into, member_id) FROM member WHERE member_id = :id")
  Optional<MemberId> findCurrent(MemberId id);

  @SqlQuery(
      """
      SELECT DISTINCT COALESCE(merged_into, member_id) FROM member WHERE member_id IN (<ids>)
      """)
  Set<MemberId> currents(@BindList Collection<MemberId> ids);

  /** Each under the id that was asked for. */
  @SqlQuery(
      """
      SELECT m.member_id AS id, n.name, n.email, n.language AS locale, NULL AS role
      FROM member m
      JOIN member n ON n.member_id = COALESCE(m.merged_into, m.member_id)
      WHERE m.member_id IN (<ids>) AND n.erased_at IS NULL
      """)
  List<Person> people(@BindList Collection<MemberId> ids);

  /** Each under the id that was asked for. */
  @SqlQuery(
      """
      SELECT m.member_id AS id, n.name
      FROM member m
      JOIN member n ON n.member_id = COALESCE(m.merged_into, m.member_id)
      WHERE m.member_id IN (<ids>) AND n.erased_at IS NULL
      """)
  List<Named> names(@BindList Collection<MemberId> ids);

  @SqlQuery(
      """
      SELECT DISTINCT theirs.member_id
      FROM membership mine
      JOIN membership theirs ON theirs.company_id = mine.company_id
      JOIN member m ON m.member_id = theirs.member_id
      WHERE mine.member_id = :member AND theirs.member_id <> :member AND m.erased_at IS NULL
      """)
  List<MemberId> colleagues(MemberId member);

  @SqlQuery(
      """
      SELECT member_id AS id, name, email, language AS locale, NULL AS role
      FROM member
      WHERE operator = TRUE
      ORDER BY member_id
      """)
  List<Person> operators();

  // Those who change a member pass one over who has left in the meantime.

  /** Leaves a member with this address as they are; the caller reads who it is. */
  @SqlUpdate(
      """
      INSERT IGNORE INTO member
        (member_id, email, name, language, password_hash, operator, created_at)
      VALUES (:id, :email, :name, :language, :passwordHash, FALSE, UTC_TIMESTAMP(6))
      """)
  int insert(
      MemberId id, String email, String name, String language, @Nullable String passwordHash);

  @SqlUpdate("UPDATE member SET operator = TRUE WHERE member_id = :id AND erased_at IS NULL")
  void makeOperator(MemberId id);

  @SqlUpdate(
      """
      UPDATE member SET name = :name, language = :language
      WHERE member_id = :id AND erased_at IS NULL
      """)
  void describe(MemberId id, String name, String language);

  @SqlUpdate(
      """
      UPDATE member SET password_hash = :passwordHash
      WHERE member_id = :id AND erased_at IS NULL
      """)
  void setPassword(MemberId id, String passwordHash);

  @SqlQuery(
      """
      SELECT c.company_id AS id, c.name, s.role, c.status
      FROM membership s
      JOIN company c ON c.company_id = s.company_id
      WHERE s.member_id = :id
      ORDER BY s.since, c.company_id
      """)
  List<Employer> companies(MemberId id);
}
