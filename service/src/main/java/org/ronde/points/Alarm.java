package org.ronde.points;

import java.util.List;
import java.util.Map;
import org.ronde.members.Companies;
import org.ronde.notices.Notices;

/** Who is told when boards and ledger contradict each other. */
@FunctionalInterface
public interface Alarm {
  /**
   * Raises it.
   *
   * @param findings a sentence each, at least one
   */
  void drift(List<String> findings);

  /** Tells every operator. */
  static Alarm of(Companies companies, Notices notices) {
    return findings ->
        companies
            .operators()
            .forEach(
                operator ->
                    notices.tellMember(
                        operator.id(),
                        Notices.Event.POINTS_DRIFT,
                        Map.of("count", findings.size(), "finding", findings.get(0)),
                        "/points/heads"));
  }
}
