package org.ronde.activities;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.ids.ProposalId;

/** What members propose. */
@RegisterConstructorMapper(Proposal.class)
interface ProposalDao {
  String ROW =
      """
      SELECT proposal_id, member_id, name, family, description, state, activity_id, reason,
             proposed_at
      FROM activity_proposal
      """;

  @SqlQuery(ROW + "WHERE proposal_id = :id")
  Optional<Proposal> find(ProposalId id);

  @SqlQuery(ROW + "WHERE state = 'WAITING' ORDER BY proposed_at, proposal_id LIMIT :max")
  List<Proposal> waiting(int max);

  @SqlQuery(ROW + "WHERE member_id = :member ORDER BY proposed_at DESC, proposal_id LIMIT :max")
  List<Proposal> of(MemberId member, int max);

  @SqlQuery("SELECT COUNT(*) FROM activity_proposal WHERE state = 'WAITING'")
  long countWaiting();

  @SqlQuery(
      "SELECT COUNT(*) FROM activity_proposal WHERE member_id = :member AND state = 'WAITING'")
  int countWaiting(MemberId member);

  @SqlUpdate(
      """
      INSERT INTO activity_proposal
        (proposal_id, member_id, name, family, description, proposed_at)
      VALUES (:id, :member, :name, :family, :description, UTC_TIMESTAMP(6))
      """)
  void insert(ProposalId id, MemberId member, String name, String family, String description);

  @SqlUpdate(
      """
      UPDATE activity_proposal
      SET state = 'APPROVED', activity_id = :activity, decided_by = :operator,
          decided_at = UTC_TIMESTAMP(6)
      WHERE proposal_id = :id AND state = 'WAITING'
      """)
  int approve(ProposalId id, ActivityId activity, MemberId operator);

  @SqlUpdate(
      """
      UPDATE activity_proposal
      SET state = 'REFUSED', reason = :reason, decided_by = :operator,
          decided_at = UTC_TIMESTAMP(6)
      WHERE proposal_id = :id AND state = 'WAITING'
      """)
  int refuse(ProposalId id, String reason, MemberId operator);

  @SqlUpdate("DELETE FROM activity_proposal WHERE member_id = :member")
  void forget(MemberId member);
}
