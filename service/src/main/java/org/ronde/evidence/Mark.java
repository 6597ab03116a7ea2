package org.ronde.evidence;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;

/**
 * How an owner marks somebody.
 *
 * @param memberId a party of the proof or the owner, or null for anybody else
 * @param name at most 120 characters; ignored for a member, whose name is known
 * @param email asked by a mail, or empty: then nobody can be asked and they stay blurred
 * @param language of that mail
 * @param box where they are; null in a film
 */
public record Mark(
    @Nullable MemberId memberId,
    String name,
    String email,
    Locale language,
    boolean minor,
    @Nullable Box box) {}
