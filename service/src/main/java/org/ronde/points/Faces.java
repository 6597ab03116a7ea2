package org.ronde.points;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;

/** Who members are, for showing them on boards. Plugged in by the application. */
public interface Faces {
  /**
   * A member.
   *
   * @param link the page about them, starting with a slash
   */
  record Face(String name, String link) {}

  /** Those of the members that exist; whoever is erased is missing. */
  Map<MemberId, Face> of(Collection<MemberId> members);

  /** Asks the companies' door. */
  static Faces of(Companies companies, Function<MemberId, String> link) {
    return members -> {
      Map<MemberId, Face> faces = new HashMap<>();
      companies
          .members(members)
          .forEach(
              person -> faces.put(person.id(), new Face(person.name(), link.apply(person.id()))));
      return faces;
    };
  }
}
