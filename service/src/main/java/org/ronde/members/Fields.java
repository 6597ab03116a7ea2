package org.ronde.members;

import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;

/** Reads ids, roles and numbers out of form fields; what cannot be read names nothing here. */
final class Fields {
  private Fields() {}

  static CompanyId company(String text) {
    try {
      return CompanyId.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  static Actor.Role role(String text) {
    for (Actor.Role role : Actor.Role.values()) {
      if (role.name().equals(text)) {
        return role;
      }
    }
    throw Refusal.invalid(Fault.of("role", "members.fault.role"));
  }

  /** The number, or -1, which no rule lets pass. */
  static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }
}
