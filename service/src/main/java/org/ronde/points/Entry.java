package org.ronde.points;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;

/**
 * One line of the ledger. Never changed: what was wrong is reversed by another entry.
 *
 * @param id grows with every entry; says nothing about the order in which transactions committed
 * @param points what the member's account moved by: negative in a reversal, 0 when a cap was met
 * @param effectiveAt when it was done
 * @param recordedAt when it was written
 * @param reverses the entry it takes back, or null
 * @param award the award that it is, corrects or takes back
 * @param voucher who vouched, or null
 */
public record Entry(
    long id,
    Cause cause,
    MemberId member,
    int points,
    ValidationLevel level,
    int rulesVersion,
    Instant effectiveAt,
    Instant recordedAt,
    @Nullable ActivityId activity,
    @Nullable CompanyId company,
    String departement,
    boolean eligible,
    @Nullable Long reverses,
    long award,
    @Nullable MemberId voucher) {}
