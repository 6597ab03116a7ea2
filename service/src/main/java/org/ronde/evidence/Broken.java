package org.ronde.evidence;

import java.io.IOException;

/** A file is not what its first bytes promise: cut off, damaged or hostile. */
final class Broken extends IOException {
  private static final long serialVersionUID = 1L;

  Broken(String what) {
    super(what);
  }
}
