package org.ronde.notices;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How notices are shown and kept.
 *
 * @param pageSize how many notices one page shows; 30 by default
 * @param keptDays after how many days a notice is forgotten, read or not; 365 by default
 */
public record NoticeSettings(@Min(1) @Max(200) int pageSize, @Min(1) @Max(3650) int keptDays) {
  public static NoticeSettings standard() {
    return new NoticeSettings(30, 365);
  }
}
