package org.ronde.disputes;

import java.util.function.Consumer;
import org.ronde.ids.MemberId;
import org.ronde.ids.ReportId;
import org.ronde.ids.Subject;

/** Reports of what should not be shown, read by operators, who hide it or leave it and say why. */
public final class Reports {
  /** Why something is reported. */
  public enum Reason {
    DANGEROUS,
    OFFENSIVE,
    PERSON_NOT_ASKED,
    CHEATING,
    SPAM,
    OTHER
  }

  /**
   * Reports a subject; again by the same member, it changes the words.
   *
   * @param path the page of ours that shows it
   * @param words at most 1,000 characters, may be empty
   */
  public ReportId report(Subject subject, MemberId by, Reason reason, String words, String path) {
    throw new UnsupportedOperationException();
  }

  /** Plugs in what hides a kind of subject when an operator upholds a report. */
  public void listen(String subjectKind, Consumer<Subject> hide) {
    throw new UnsupportedOperationException();
  }
}
