package org.ronde.points;

import java.util.Set;
import org.ronde.ids.MemberId;

/** Whom a member compares themselves with: their friends. Plugged in by the application. */
@FunctionalInterface
public interface Circle {
  /** The friends of a member, without the member. */
  Set<MemberId> of(MemberId member);
}
