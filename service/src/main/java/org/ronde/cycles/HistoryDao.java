package org.ronde.cycles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/**
 * Sums up what became of cycles, one line a company: of all of them, or of one that is named. Who
 * has nothing to sum up has no line.
 */
interface HistoryDao {
  /** How many of a company's latest answers are counted, and how many of them were yes. */
  record AnswersRow(CompanyId companyId, int answers, int yeses) {}

  /**
   * Yes, no, and silence until the deadline, which is a no given then. Who was not asked any more,
   * because somebody else ended the cycle, has not answered.
   */
  @SqlQuery(
      """
      SELECT company_id, COUNT(*) AS answers, SUM(yes) AS yeses
      FROM (
        SELECT l.giver AS company_id, COALESCE(d.answer = 'ACCEPT', FALSE) AS yes,
          ROW_NUMBER() OVER (
            PARTITION BY l.giver
            ORDER BY COALESCE(d.decided_at, c.deadline) DESC, c.cycle_id DESC) AS place
        FROM cycle c
        JOIN cycle_leg l ON l.cycle_id = c.cycle_id
        LEFT JOIN decision d ON d.cycle_id = c.cycle_id AND d.company_id = l.giver
        WHERE (:company IS NULL OR l.giver = :company)
          AND (d.answer IS NOT NULL OR c.state = 'EXPIRED')
          AND COALESCE(d.decided_at, c.deadline) >= :since
      ) AS answer
      WHERE place <= :most
      GROUP BY company_id
      """)
  List<AnswersRow> answers(@Nullable CompanyId company, LocalDate since, int most);

  /** The day, in UTC, on which the last of a company's cycles became an exchange. */
  @SqlQuery(
      """
      SELECT l.giver AS company_id, DATE(MAX(c.closed_at)) AS agreed_on
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      WHERE c.state = 'ACCEPTED' AND (:company IS NULL OR l.giver = :company)
      GROUP BY l.giver
      """)
  @KeyColumn("company_id")
  @ValueColumn("agreed_on")
  Map<CompanyId, LocalDate> agreed(@Nullable CompanyId company);

  /**
   * Cycles that a company said yes to and that others let fall since its last exchange: by a no, by
   * silence, or by a listing that changed or was gone, unless one of its own was, too.
   */
  @SqlQuery(
      """
      SELECT l.giver AS company_id, COUNT(*) AS missed
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      JOIN decision d
        ON d.cycle_id = c.cycle_id AND d.company_id = l.giver AND d.answer = 'ACCEPT'
      LEFT JOIN (
        SELECT agreed_leg.giver, MAX(agreed.closed_at) AS agreed_at
        FROM cycle agreed
        JOIN cycle_leg agreed_leg ON agreed_leg.cycle_id = agreed.cycle_id
        WHERE agreed.state = 'ACCEPTED' AND (:company IS NULL OR agreed_leg.giver = :company)
        GROUP BY agreed_leg.giver
      ) AS latest ON latest.giver = l.giver
      WHERE c.state IN ('REFUSED', 'EXPIRED', 'WITHDRAWN')
        AND (c.state <> 'WITHDRAWN'
          OR (EXISTS (SELECT 1 FROM cycle_withdrawn_by w WHERE w.cycle_id = c.cycle_id)
            AND NOT EXISTS (
              SELECT 1 FROM cycle_withdrawn_by w
              WHERE w.cycle_id = c.cycle_id AND w.company_id = l.giver)))
        AND (:company IS NULL OR l.giver = :company)
        AND c.closed_at >= :since
        AND (latest.agreed_at IS NULL OR c.closed_at > latest.agreed_at)
      GROUP BY l.giver
      """)
  @KeyColumn("company_id")
  @ValueColumn("missed")
  Map<CompanyId, Integer> missed(@Nullable CompanyId company, LocalDate since);

  /** Cycles proposed to a company that not everybody has answered yet. */
  @SqlQuery(
      """
      SELECT l.giver AS company_id, COUNT(*) AS open_cycles
      FROM cycle c
      JOIN cycle_leg l ON l.cycle_id = c.cycle_id
      WHERE c.state = 'PROPOSED' AND (:company IS NULL OR l.giver = :company)
      GROUP BY l.giver
      """)
  @KeyColumn("company_id")
  @ValueColumn("open_cycles")
  Map<CompanyId, Integer> open(@Nullable CompanyId company);
}
