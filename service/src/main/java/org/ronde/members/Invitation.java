package org.ronde.members;

import java.time.Instant;
import org.ronde.http.Actor;
import org.ronde.ids.CompanyId;
import org.ronde.ids.InvitationId;

/** A colleague who was asked to act for a company, and has not answered yet. */
public record Invitation(
    InvitationId id,
    CompanyId companyId,
    String companyName,
    String email,
    Actor.Role role,
    String inviter,
    Instant createdAt,
    Instant expiresAt) {}
