package org.ronde.social;

import java.util.Set;
import org.ronde.ids.MemberId;

/** Who is whose friend: asked by one, agreed by the other. */
public final class Friends {
  /** The friends of a member. */
  public Set<MemberId> of(MemberId member) {
    throw new UnsupportedOperationException();
  }
}
