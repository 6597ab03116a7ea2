package org.ronde.evidence;

import org.ronde.disputes.Reports;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** The one thing this room asks of the desk: to take a report of a proof. */
public interface Reporting {
  void report(EvidenceId id, MemberId by, Reports.Reason reason, String words);

  static Reporting of(Reports reports) {
    return (id, by, reason, words) ->
        reports.report(Subject.of(Proofs.SUBJECT, id), by, reason, words, "/evidence/" + id);
  }
}
