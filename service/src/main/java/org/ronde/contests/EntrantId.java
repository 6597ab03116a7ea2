package org.ronde.contests;

import java.util.UUID;
import org.ronde.ids.Id;

/** Identifies one member's part in one contest. Says nothing about the member. */
public record EntrantId(UUID value) implements Id {}
