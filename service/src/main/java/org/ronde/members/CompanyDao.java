package org.ronde.members;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterColumnMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** Companies, who acts for them, and what the operator decided. */
@RegisterRowMapper(CompanyRow.class)
@RegisterColumnMapper(LocaleColumn.class)
interface CompanyDao {
  /** A company and the last day of its premium plan, null when no order covers today. */
  String COMPANY =
      """
      SELECT c.company_id, c.name, c.country, c.siren, c.vat_number, c.departement, c.city,
        c.about, c.status, c.refusal_reason, c.created_at,
        (SELECT IF(MIN(o.from_day) <= :today, MAX(o.until_day), NULL)
         FROM plan_order o
         WHERE o.company_id = c.company_id
           AND o.state IN ('DUE', 'PAID')
           AND o.until_day >= :today) AS plan_until
      FROM company c
      """;

  @SqlQuery(COMPANY + "WHERE c.company_id = :id")
  Optional<Company> findCompany(CompanyId id, LocalDate today);

  @SqlQuery(COMPANY + "WHERE c.company_id IN (<ids>)")
  List<Company> companies(@BindList Collection<CompanyId> ids, LocalDate today);

  @SqlQuery(
      COMPANY
          + """
          WHERE c.status = 'APPROVED'
          ORDER BY c.name, c.company_id
          LIMIT :max OFFSET :from
          """)
  List<Company> approved(LocalDate today, int max, int from);

  @SqlQuery("SELECT COUNT(*) FROM company WHERE status = 'APPROVED'")
  long countApproved();

  @SqlQuery(
      COMPANY
          + """
          WHERE c.status = 'PENDING'
          ORDER BY c.submitted_at, c.company_id
          LIMIT :max OFFSET :from
          """)
  List<Company> pending(LocalDate today, int max, int from);

  /** Companies whose name, SIREN or VAT number contains the text. */
  @SqlQuery(
      COMPANY
          + """
          WHERE LOCATE(:text, c.name) > 0 OR c.siren = :text OR c.vat_number = :text
          ORDER BY c.name, c.company_id
          LIMIT :max OFFSET :from
          """)
  List<Company> search(String text, LocalDate today, int max, int from);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM company c
      WHERE LOCATE(:text, c.name) > 0 OR c.siren = :text OR c.vat_number = :text
      """)
  int found(String text);

  @SqlQuery("SELECT COUNT(*) FROM company WHERE status = 'PENDING'")
  long countWaiting();

  /** How many there are of this number: one, or none but some that closed. */
  @SqlQuery("SELECT COUNT(*) FROM company WHERE open_vat_number = :vatNumber")
  int openWithVatNumber(String vatNumber);

  @SqlQuery(
      COMPANY
          + """
          WHERE c.vat_number = :vatNumber AND c.status = 'CLOSED'
          ORDER BY c.created_at DESC, c.company_id
          """)
  List<Company> closedWithVatNumber(String vatNumber, LocalDate today);

  @SqlUpdate(
      """
      INSERT INTO company (company_id, name, country, siren, vat_number, departement, city, about,
        status, submitted_at, created_at)
      VALUES (:id, :name, :country, :siren, :vatNumber, :departement, :city, '',
        'PENDING', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
      """)
  void insert(CompanyId id, @BindMethods CompanyFacts facts);

  /** Waits for whoever else decides about this company. */
  @SqlQuery("SELECT status FROM company WHERE company_id = :id FOR UPDATE")
  Optional<Company.Status> lock(CompanyId id);

  @SqlUpdate(
      """
      UPDATE company
      SET status = :status, refusal_reason = :reason
      WHERE company_id = :id AND status = 'PENDING'
      """)
  int vet(CompanyId id, Company.Status status, @Nullable String reason);

  @SqlUpdate(
      """
      UPDATE company
      SET status = 'PENDING', refusal_reason = NULL, submitted_at = UTC_TIMESTAMP(6)
      WHERE company_id = :id AND status = 'REFUSED'
      """)
  int submitAgain(CompanyId id);

  @SqlUpdate(
      """
      INSERT INTO vetting_decision
        (decision_id, company_id, operator_id, verdict, reason, decided_at)
      VALUES (:decisionId, :id, :operator, :verdict, :reason, UTC_TIMESTAMP(6))
      """)
  void record(
      VettingDecision.Id decisionId,
      CompanyId id,
      MemberId operator,
      Company.Status verdict,
      String reason);

  @SqlQuery(
      """
      SELECT d.verdict, d.reason, d.decided_at, m.name AS operator
      FROM vetting_decision d
      JOIN member m ON m.member_id = d.operator_id
      WHERE d.company_id = :id
      ORDER BY d.decided_at DESC
      """)
  List<VettingDecision> decisions(CompanyId id);

  @SqlUpdate(
      """
      UPDATE company
      SET name = :name, departement = :departement, city = :city, about = :about
      WHERE company_id = :id
      """)
  void describe(CompanyId id, String name, @Nullable String departement, String city, String about);

  @SqlQuery(
      """
      SELECT m.member_id AS id, m.name, m.email, m.language AS locale, s.role
      FROM membership s
      JOIN member m ON m.member_id = s.member_id
      WHERE s.company_id = :id AND m.erased_at IS NULL
      ORDER BY s.since, m.member_id
      """)
  List<Person> people(CompanyId id);

  @SqlQuery("SELECT role FROM membership WHERE company_id = :company AND member_id = :member")
  Optional<Actor.Role> findRole(CompanyId company, MemberId member);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM membership s
      JOIN member m ON m.member_id = s.member_id
      WHERE s.company_id = :company AND s.role = 'OWNER' AND m.erased_at IS NULL
      """)
  int owners(CompanyId company);

  @SqlUpdate(
      """
      INSERT IGNORE INTO membership (company_id, member_id, role, since)
      VALUES (:company, :member, :role, UTC_TIMESTAMP(6))
      """)
  int join(CompanyId company, MemberId member, Actor.Role role);

  @SqlUpdate(
      """
      UPDATE membership SET role = :role
      WHERE company_id = :company AND member_id = :member
      """)
  void changeRole(CompanyId company, MemberId member, Actor.Role role);

  @SqlUpdate("DELETE FROM membership WHERE company_id = :company AND member_id = :member")
  void leave(CompanyId company, MemberId member);
}
