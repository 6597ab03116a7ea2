package org.ronde.notices;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.ronde.ids.CompanyId;

/** Lets a member's browser act for the company a notice is about; {@code app} plugs it in. */
@FunctionalInterface
public interface ActingSwitch {
  /** False when the member does not act for it, or no longer. */
  boolean actFor(CompanyId company, ContainerRequestContext request);
}
