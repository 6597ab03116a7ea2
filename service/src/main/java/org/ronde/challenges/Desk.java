package org.ronde.challenges;

import java.util.Optional;
import org.ronde.disputes.Disputes;
import org.ronde.ids.DisputeId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/** What this room asks of the desk. */
public interface Desk {
  DisputeId open(
      Subject subject, MemberId by, MemberId against, String title, String path, String statement);

  /** The newest case about a subject. */
  Optional<DisputeId> about(Subject subject);

  /** Asks the desk's door. */
  static Desk of(Disputes disputes) {
    return new Desk() {
      @Override
      public DisputeId open(
          Subject subject,
          MemberId by,
          MemberId against,
          String title,
          String path,
          String statement) {
        return disputes.open(subject, by, against, title, path, statement);
      }

      @Override
      public Optional<DisputeId> about(Subject subject) {
        return disputes.about(subject);
      }
    };
  }
}
