package org.ronde.http;

import java.util.Map;

/** What every page shows of a signed-in member beyond their name; {@code app} plugs it in. */
@FunctionalInterface
public interface PageFacts {
  Map<String, Object> of(Actor actor);
}
