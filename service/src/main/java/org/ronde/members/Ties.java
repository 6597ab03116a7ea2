package org.ronde.members;

import org.ronde.ids.CompanyId;

/** Says whether others still count on a company, so that it cannot close yet. Plugged in by app. */
@FunctionalInterface
public interface Ties {
  boolean bound(CompanyId company);
}
