package org.ronde.members;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** Removes what this room knows of a member who leaves. */
interface DepartureDao {
  /** Whether the member is an operator; nobody can sign in or join a company as them meanwhile. */
  @SqlQuery(
      """
      SELECT operator FROM member
      WHERE member_id = :member AND erased_at IS NULL
      FOR UPDATE
      """)
  Optional<Boolean> lock(MemberId member);

  @SqlQuery("SELECT member_id FROM member WHERE operator = TRUE ORDER BY member_id FOR UPDATE")
  List<MemberId> lockOperators();

  /** The accounts that were joined to the member's. */
  @SqlQuery("SELECT member_id FROM member WHERE merged_into = :member ORDER BY member_id")
  List<MemberId> joined(MemberId member);

  /** The member's companies, whose people nobody else changes meanwhile. */
  @SqlQuery(
      """
      SELECT c.company_id AS id, c.name, s.role, c.status
      FROM membership s
      JOIN company c ON c.company_id = s.company_id
      WHERE s.member_id = :member
      ORDER BY c.company_id
      FOR UPDATE
      """)
  List<MemberDao.Employer> lockCompanies(MemberId member);

  @SqlUpdate(
      """
      UPDATE company
      SET status = 'CLOSED', refusal_reason = NULL, about = ''
      WHERE company_id = :company
      """)
  void close(CompanyId company);

  @SqlUpdate(
      """
      UPDATE invitation SET closed_at = UTC_TIMESTAMP(6)
      WHERE company_id = :company AND closed_at IS NULL
      """)
  void closeInvitations(CompanyId company);

  @SqlUpdate("DELETE FROM membership WHERE member_id = :member")
  void leaveCompanies(MemberId member);

  @SqlUpdate("DELETE FROM session WHERE member_id = :member")
  void forgetSessions(MemberId member);

  @SqlUpdate("DELETE FROM api_token WHERE member_id = :member")
  void forgetTokens(MemberId member);

  /** Before the forms they lead to. */
  @SqlUpdate(
      """
      DELETE FROM link
      WHERE member_id = :member OR into_id = :member
        OR sign_up_id IN (SELECT sign_up_id FROM sign_up WHERE email = :email)
      """)
  void forgetLinks(MemberId member, String email);

  @SqlUpdate("DELETE FROM sign_up WHERE email = :email")
  void forgetSignUps(String email);

  @SqlUpdate(
      """
      UPDATE invitation SET closed_at = UTC_TIMESTAMP(6)
      WHERE invited_by = :member AND closed_at IS NULL
      """)
  void closeInvitationsBy(MemberId member);

  @SqlUpdate(
      """
      UPDATE invitation
      SET email = :erased, closed_at = COALESCE(closed_at, UTC_TIMESTAMP(6))
      WHERE email = :email
      """)
  void eraseInvitationsTo(String email, String erased);

  @SqlUpdate(
      """
      UPDATE member
      SET name = '', email = :erased, password_hash = NULL, operator = FALSE,
        erased_at = UTC_TIMESTAMP(6)
      WHERE member_id = :member AND erased_at IS NULL
      """)
  void erase(MemberId member, String erased);
}
