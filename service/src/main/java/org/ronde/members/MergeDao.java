package org.ronde.members;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/** Moves what this room knows of one account to another of the same person. */
interface MergeDao {
  /** Those of the two that are still there; nobody can sign in or join a company as them. */
  @SqlQuery(
      """
      SELECT member_id FROM member
      WHERE member_id IN (<members>) AND erased_at IS NULL
      ORDER BY member_id
      FOR UPDATE
      """)
  List<MemberId> lock(@BindList Collection<MemberId> members);

  /** The companies of the two, whose people nobody else changes meanwhile. */
  @SqlQuery(
      """
      SELECT company_id FROM company
      WHERE company_id IN (SELECT company_id FROM membership WHERE member_id IN (<members>))
      ORDER BY company_id
      FOR UPDATE
      """)
  List<CompanyId> lockCompanies(@BindList Collection<MemberId> members);

  /** Whether the link was used to join an account to this one. */
  @SqlQuery(
      """
      SELECT EXISTS (
        SELECT 1
        FROM link l
        JOIN member m ON m.member_id = l.member_id
        WHERE l.link_hash = :hash AND l.purpose = 'MERGE' AND m.merged_into = :into)
      """)
  boolean done(String hash, MemberId into);

  // Where both act for a company, the greater right of the two stays.

  @SqlUpdate(
      """
      UPDATE membership kept
      JOIN membership gone ON gone.company_id = kept.company_id
      SET kept.role = 'OWNER'
      WHERE kept.member_id = :into AND gone.member_id = :from AND gone.role = 'OWNER'
      """)
  void keepOwner(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE membership gone
      LEFT JOIN membership kept ON kept.company_id = gone.company_id AND kept.member_id = :into
      SET gone.member_id = :into
      WHERE gone.member_id = :from AND kept.member_id IS NULL
      """)
  void moveMemberships(MemberId from, MemberId into);

  @SqlUpdate("UPDATE invitation SET invited_by = :into WHERE invited_by = :from")
  void moveInvitationsBy(MemberId from, MemberId into);

  /** All links but those that say that two accounts became one. */
  @SqlUpdate(
      """
      DELETE FROM link
      WHERE (member_id = :from OR into_id = :from
          OR sign_up_id IN (SELECT sign_up_id FROM sign_up WHERE email = :email))
        AND (purpose <> 'MERGE' OR used_at IS NULL)
      """)
  void forgetLinks(MemberId from, String email);

  /** Accounts that were joined to the one before. */
  @SqlUpdate("UPDATE member SET merged_into = :into WHERE merged_into = :from")
  void moveJoined(MemberId from, MemberId into);

  @SqlUpdate(
      """
      UPDATE member SET merged_into = :into
      WHERE member_id = :from AND erased_at IS NOT NULL AND merged_into IS NULL
      """)
  int join(MemberId from, MemberId into);
}
