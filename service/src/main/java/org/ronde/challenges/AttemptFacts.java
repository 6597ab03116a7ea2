package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.points.ValidationLevel;

/**
 * What others may know of an attempt that was proved.
 *
 * @param opponent the other person of a duel, who invited or passed the chain on, or null
 * @param validator who vouched first, or null
 * @param level null until it is validated
 * @param open whether strangers may see the challenge
 * @param provisional whether it may still be questioned
 */
public record AttemptFacts(
    AttemptId attempt,
    ChallengeId challenge,
    Kind kind,
    String title,
    ActivityId activity,
    String place,
    MemberId member,
    @Nullable CompanyId company,
    @Nullable MemberId opponent,
    @Nullable MemberId validator,
    AttemptState state,
    @Nullable ValidationLevel level,
    Instant actedAt,
    ZoneId zone,
    @Nullable BigDecimal measure,
    boolean open,
    boolean provisional) {}
