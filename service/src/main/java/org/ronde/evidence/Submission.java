package org.ronde.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * What a member sends as proof.
 *
 * @param viewers who may see it while its audience is {@link Audience#PARTIES}
 * @param measure in the activity's unit, or null
 * @param place code of a town, or empty
 * @param files what the browser uploaded, in order; may be none when the text is enough
 * @param altText what the pictures show, for who cannot see them
 * @param kept items sent before: of a refused form, or by {@code POST /api/v1/evidence/files}
 */
public record Submission(
    Subject subject,
    MemberId owner,
    Set<MemberId> viewers,
    String text,
    @Nullable BigDecimal measure,
    String place,
    Instant takenAt,
    Inspected files,
    String altText,
    List<FileId> kept) {
  public Submission {
    viewers = Set.copyOf(viewers);
    kept = List.copyOf(kept);
  }

  /** Items that a refused form names; what is no id is left out. */
  static List<FileId> kept(Form form) {
    return form.all("kept").stream()
        .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(FileId::fromString)
        .toList();
  }
}
