package org.ronde.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.TokenId;

/**
 * A program's way in, as its member sees it afterwards: never the token itself.
 *
 * @param prefix the first characters, by which one recognises it
 * @param companyName the company it acts for, or null for none
 */
public record ApiToken(
    TokenId id,
    String name,
    String prefix,
    @Nullable String companyName,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {}
