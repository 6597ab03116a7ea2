package org.ronde.members;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The room's keys in {@code config.yml}: {@code signIn} and {@code plan}. */
public record MembersSettings(
    @Valid @NotNull SignInSettings signIn, @Valid @NotNull PlanSettings plan) {
  public static MembersSettings defaults() {
    return new MembersSettings(SignInSettings.defaults(), PlanSettings.defaults());
  }
}
