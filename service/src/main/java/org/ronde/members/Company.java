package org.ronde.members;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/**
 * A company as it stands.
 *
 * @param siren nine digits, for a French company
 * @param vatNumber the European VAT number, computed from the SIREN for a French company
 * @param departement code of the French département, or null for a company elsewhere
 * @param plan what it may do today; {@code planUntil} is the last day of a PREMIUM plan
 */
public record Company(
    CompanyId id,
    String name,
    String country,
    @Nullable String siren,
    String vatNumber,
    @Nullable String departement,
    String city,
    String about,
    Status status,
    @Nullable String refusalReason,
    Plan plan,
    @Nullable LocalDate planUntil,
    Instant createdAt) {
  /** Where a company is in vetting. */
  public enum Status {
    PENDING,
    APPROVED,
    REFUSED,
    /** Nobody acts for it any more; what it agreed with others stays. */
    CLOSED
  }

  /** FREE: direct swaps. PREMIUM: cycles of three and more as well. */
  public enum Plan {
    FREE,
    PREMIUM
  }

  public boolean approved() {
    return status == Status.APPROVED;
  }

  public boolean premium() {
    return plan == Plan.PREMIUM;
  }
}
