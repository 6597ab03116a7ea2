package org.ronde.ids;

import java.util.UUID;

/** What all identifiers share: a UUID that prints as its 36 characters. */
public interface Id {
  UUID value();
}
