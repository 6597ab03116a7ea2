package org.ronde.activities;

import java.util.Collection;
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
        return companies.names(ids);
      }

      @Override
      public Locale language(MemberId id) {
        return companies.member(id).locale();
      }
    };
  }
}
