package org.ronde.social;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronde.ids.MemberId;

/** What this room asks of members: names, and who works together. Plugged in by the application. */
public interface Faces {
  /** The account by which a member goes on: another, once theirs was joined to it. */
  MemberId current(MemberId member);

  /** The name of a member, unless there is nobody of that id or they left. */
  Optional<String> name(MemberId member);

  /** The names of many; who left is missing. */
  Map<MemberId, String> names(Collection<MemberId> members);

  /** Those who act for a company that the member acts for too. */
  Set<MemberId> colleagues(MemberId member);
}
