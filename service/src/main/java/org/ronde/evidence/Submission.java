package org.ronde.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Upload;
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
    String altText) {}
