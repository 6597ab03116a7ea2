package org.ronde.points;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.MemberId;

/**
 * How boards show a member: by name, under an alias, or as somebody. It costs nothing: whoever is
 * not named still counts, so that the ranks of others stay true, and plays on.
 */
public final class Appearances {
  static final int ALIAS_MIN = 2;
  static final int ALIAS_MAX = 40;

  private final PointsDao dao;
  private final Faces faces;

  /** The three ways. */
  public enum Kind {
    NAMED,
    ALIAS,
    UNNAMED
  }

  /**
   * How one is shown.
   *
   * @param alias the name to be shown, when it is an alias
   */
  public record Appearance(Kind kind, @Nullable String alias) {
    static final Appearance DEFAULT = new Appearance(Kind.NAMED, null);
  }

  /**
   * Somebody as a board shows them.
   *
   * @param name null for somebody who prefers to stay unnamed, or is erased
   * @param link where the name leads, or null
   */
  public record Seen(@Nullable String name, @Nullable String link) {
    static final Seen SOMEBODY = new Seen(null, null);
  }

  public Appearances(Jdbi jdbi, Faces faces) {
    this.dao = jdbi.onDemand(PointsDao.class);
    this.faces = faces;
  }

  /** How I am shown. */
  public Appearance mine(Actor actor) {
    return dao.appearances(Set.of(actor.memberId())).stream()
        .findFirst()
        .map(shown -> new Appearance(shown.appearance(), shown.alias()))
        .orElse(Appearance.DEFAULT);
  }

  /**
   * Changes how I am shown.
   *
   * @param alias used for {@link Kind#ALIAS} alone, 2 to 40 characters
   * @throws Refusal INVALID
   */
  public void choose(Actor actor, Kind kind, String alias) {
    String name = alias.strip();
    if (kind == Kind.ALIAS && (name.length() < ALIAS_MIN || name.length() > ALIAS_MAX)) {
      throw Refusal.invalid(Fault.of("alias", "points.fault.alias"));
    }
    dao.appear(actor.memberId(), kind, kind == Kind.ALIAS ? name : null);
  }

  /** Everybody as others may see them; whoever is missing from the faces is erased. */
  public Map<MemberId, Seen> seen(Collection<MemberId> members) {
    Map<MemberId, Seen> seen = new HashMap<>();
    if (members.isEmpty()) {
      return seen;
    }
    Set<MemberId> named = new HashSet<>(members);
    dao.appearances(named)
        .forEach(
            shown -> {
              if (shown.appearance() != Kind.NAMED) {
                named.remove(shown.memberId());
                seen.put(shown.memberId(), new Seen(shown.alias(), null));
              }
            });
    if (!named.isEmpty()) {
      faces
          .of(named)
          .forEach((member, face) -> seen.put(member, new Seen(face.name(), face.link())));
    }
    members.forEach(member -> seen.putIfAbsent(member, Seen.SOMEBODY));
    return seen;
  }

  /** One as others may see them. */
  public Seen seen(MemberId member) {
    return Optional.ofNullable(seen(Set.of(member)).get(member)).orElse(Seen.SOMEBODY);
  }
}
