package org.ronde.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The keys {@code evidence.*} of the configuration.
 *
 * @param filesMax how many pictures, films and tracks one proof may have; 6 by default
 * @param megapixelsMax how many millions of pixels a picture may have; 64 by default. Larger ones
 *     may take more memory than the server has
 * @param filmSecondsMax how long a film may be; 60 by default
 * @param proofsPerDay how many proofs one member may send within 24 hours; 50 by default
 * @param megabytesPerDay how many MB of files one member may send within 24 hours; 500 by default
 * @param keptDays for how many days files of a form that was refused are kept for another try; 2 by
 *     default
 * @param pageSize how many proofs one page of a gallery shows; 24 by default
 */
public record EvidenceSettings(
    @Min(1) @Max(20) int filesMax,
    @Min(1) @Max(200) int megapixelsMax,
    @Min(1) @Max(3600) int filmSecondsMax,
    @Min(1) @Max(10_000) int proofsPerDay,
    @Min(1) @Max(1_000_000) int megabytesPerDay,
    @Min(1) @Max(30) int keptDays,
    @Min(1) @Max(100) int pageSize) {
  public static EvidenceSettings standard() {
    return new EvidenceSettings(6, 64, 60, 50, 500, 2, 24);
  }
}
