package org.ronde.activities;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;

/** The two things this room asks of members: what they are called, and which language they read. */
public interface People {
  /** Names by id; never an address. */
  Map<MemberId, String> names(Collection<MemberId> ids);

  Locale language(MemberId id);

  /** Asks the members' door. */
  static People of(Companies companies) {
    return new People() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> ids) {
        Map<MemberId, String> names = new HashMap<>();
        ids.forEach(id -> names.computeIfAbsent(id, one -> companies.member(one).name()));
        return names;
      }

      @Override
      public Locale language(MemberId id) {
        return companies.member(id).locale();
      }
    };
  }
}
