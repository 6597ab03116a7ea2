package org.ronde.members;

import java.util.UUID;
import org.ronde.ids.Id;

/** Identifies a form filled in to join, until its mail is answered. */
public record SignUpId(UUID value) implements Id {}
