package org.ronde.members;

import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/** Puts a company straight into the state it shall have in a demo. */
interface SeedDao {
  @SqlUpdate(
      """
      UPDATE company
      SET status = :status, refusal_reason = :reason, about = :about
      WHERE company_id = :id
      """)
  void settle(CompanyId id, Company.Status status, @Nullable String reason, String about);
}
