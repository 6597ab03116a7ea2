package org.ronde.members;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.InvitationId;
import org.ronde.ids.MemberId;

/** Invitations of colleagues. */
interface InvitationDao {
  String OPEN =
      """
      SELECT i.invitation_id AS id, i.company_id, c.name AS company_name, i.email, i.role,
        m.name AS inviter, i.created_at, i.expires_at
      FROM invitation i
      JOIN company c ON c.company_id = i.company_id
      JOIN member m ON m.member_id = i.invited_by
      """;

  @SqlUpdate(
      """
      INSERT INTO invitation
        (invitation_id, company_id, email, role, invited_by, created_at, expires_at)
      VALUES (:id, :company, :email, :role, :author,
        UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL :seconds SECOND)
      """)
  void insert(
      InvitationId id,
      CompanyId company,
      String email,
      Actor.Role role,
      MemberId author,
      long seconds);

  @SqlQuery(
      OPEN
          + """
          WHERE i.company_id = :company
            AND i.closed_at IS NULL AND i.expires_at > UTC_TIMESTAMP(6)
          ORDER BY i.created_at, i.invitation_id
          """)
  List<Invitation> open(CompanyId company);

  @SqlQuery(
      OPEN
          + """
          WHERE i.invitation_id = :id
            AND i.closed_at IS NULL AND i.expires_at > UTC_TIMESTAMP(6)
          """)
  Optional<Invitation> findOpen(InvitationId id);

  @SqlUpdate(
      """
      UPDATE invitation SET closed_at = UTC_TIMESTAMP(6)
      WHERE invitation_id = :id AND company_id = :company AND closed_at IS NULL
      """)
  int close(InvitationId id, CompanyId company);

  @SqlUpdate(
      """
      UPDATE invitation SET closed_at = UTC_TIMESTAMP(6)
      WHERE email = :email AND company_id = :company AND closed_at IS NULL
      """)
  void closeEarlier(String email, CompanyId company);

  /** How many seconds until fewer than this many were sent within a day; empty when it is now. */
  @SqlQuery(
      """
      SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), created_at + INTERVAL 1 DAY) + 1
      FROM invitation
      WHERE company_id = :company AND created_at > UTC_TIMESTAMP(6) - INTERVAL 1 DAY
      ORDER BY created_at DESC
      LIMIT 1 OFFSET :before
      """)
  Optional<Long> findWaitSeconds(CompanyId company, int before);

  @SqlQuery(
      """
      SELECT COUNT(*)
      FROM membership s
      JOIN member m ON m.member_id = s.member_id
      WHERE s.company_id = :company AND m.email = :email
      """)
  int actingAlready(CompanyId company, String email);

  /** Waits for whoever else changes this company's people. */
  @SqlQuery("SELECT company_id FROM company WHERE company_id = :company FOR UPDATE")
  CompanyId lock(CompanyId company);
}
