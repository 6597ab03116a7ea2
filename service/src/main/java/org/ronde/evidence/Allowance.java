package org.ronde.evidence;

import java.util.Map;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.MemberId;

/** How much one member may send within 24 hours; what they removed since counts as well. */
final class Allowance {
  private static final long MEGABYTE = 1_000_000;

  private final EvidenceDao proofs;
  private final ItemDao items;
  private final EvidenceSettings settings;

  Allowance(EvidenceDao proofs, ItemDao items, EvidenceSettings settings) {
    this.proofs = proofs;
    this.items = items;
    this.settings = settings;
  }

  /**
   * Lets one more proof pass, with so many bytes of files.
   *
   * @throws Refusal ENOUGH_FOR_TODAY after too many proofs; INVALID at {@code files} when their
   *     bytes are too many, for words and a result may still be sent
   */
  void requireProof(MemberId owner, long bytes) {
    if (proofs.sentWithinADay(owner) >= settings.proofsPerDay()) {
      throw new Refusal(ProblemType.ENOUGH_FOR_TODAY, Map.of("max", settings.proofsPerDay()));
    }
    requireBytes(owner, bytes);
  }

  /**
   * Lets so many more bytes pass.
   *
   * @throws Refusal INVALID at {@code files}
   */
  void requireBytes(MemberId owner, long bytes) {
    if (bytes > left(owner)) {
      throw Refusal.invalid(
          new Fault(
              "files", "evidence.refused.day", Map.of("megabytes", settings.megabytesPerDay())));
    }
  }

  /** How many bytes the member may still send; below zero when there were more. */
  long left(MemberId owner) {
    return settings.megabytesPerDay() * MEGABYTE - items.bytesWithinADay(owner);
  }
}
