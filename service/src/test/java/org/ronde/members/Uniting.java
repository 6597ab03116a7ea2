package org.ronde.members;

import java.util.List;
import org.ronde.http.Actor;
import org.ronde.ids.MemberId;

/** Makes two accounts one without the mail, for tests elsewhere. */
public final class Uniting {
  private Uniting() {}

  public static List<Obstacle> obstacles(Members members, MemberId from, Actor into) {
    return members.merges().plan(into, link(members, from, into)).obstacles();
  }

  public static void unite(Members members, MemberId from, Actor into) {
    members.merges().merge(into, link(members, from, into));
  }

  private static Secret link(Members members, MemberId from, Actor into) {
    String path = members.doorway().links().toMerge(from, into.memberId());
    return new Secret(path.substring(path.lastIndexOf('/') + 1));
  }
}
