package org.ronde.evidence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.http.Upload;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;

/**
 * What a member sends as proof.
 *
 * @param files what the browser uploaded, in order; may be empty when the text is enough
 * @param altText what the pictures show, for who cannot see them
 * @param viewers who may see it while its audience is {@link Audience#PARTIES}
 * @param measure in the activity's unit, or null
 * @param place code of a town, or empty
 * @param kept items sent before: of a refused form, or by {@code POST /api/v1/evidence/files}
 * @param poster a still picture for the first film among the files, or null
 */
public record Submission(
    Subject subject,
    MemberId owner,
    Set<MemberId> viewers,
    String text,
    @Nullable BigDecimal measure,
    String place,
    Instant takenAt,
    List<Upload> files,
    String altText,
    List<FileId> kept,
    @Nullable Upload poster) {
  public Submission {
    viewers = Set.copyOf(viewers);
    files = List.copyOf(files);
    kept = List.copyOf(kept);
  }

  public Submission(
      Subject subject,
      MemberId owner,
      Set<MemberId> viewers,
      String text,
      @Nullable BigDecimal measure,
      String place,
      Instant takenAt,
      List<Upload> files,
      String altText) {
    this(subject, owner, viewers, text, measure, place, takenAt, files, altText, List.of(), null);
  }

  /**
   * Reads the fields of the macro {@code proofFields} (templates/kit/evidence.ftlh).
   *
   * @param zone where the owner's clock is, for the time typed
   * @param now when no time was typed
   * @throws Refusal INVALID for a measure or a time that is none
   */
  public static Submission of(
      Form form, Subject subject, MemberId owner, Set<MemberId> viewers, ZoneId zone, Instant now) {
    List<Fault> faults = new ArrayList<>();
    BigDecimal measure = measure(form.value("measure"), faults);
    Instant takenAt = takenAt(form.value("takenAt"), zone, now, faults);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Submission(
        subject,
        owner,
        viewers,
        form.value("text"),
        measure,
        form.value("place"),
        takenAt,
        form.uploads("files"),
        form.value("altText"),
        kept(form),
        form.uploads("poster").stream().findFirst().orElse(null));
  }

  /** Items that a refused form names; what is no id is left out. */
  static List<FileId> kept(Form form) {
    return form.all("kept").stream()
        .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(FileId::fromString)
        .toList();
  }

  private static @Nullable BigDecimal measure(String typed, List<Fault> faults) {
    if (typed.isEmpty()) {
      return null;
    }
    String plain = typed.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
    if (!plain.matches("-?\\d{1,12}(\\.\\d{1,3})?")) {
      faults.add(Fault.of("measure", "evidence.fault.measure"));
      return null;
    }
    return new BigDecimal(plain);
  }

  private static Instant takenAt(String typed, ZoneId zone, Instant now, List<Fault> faults) {
    if (typed.isEmpty()) {
      return now;
    }
    try {
      return LocalDateTime.parse(typed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      faults.add(Fault.of("takenAt", "evidence.fault.takenAt"));
      return now;
    }
  }
}
