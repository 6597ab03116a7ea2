package org.ronde.contests;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Person;

/** What this room asks of members: what people and companies are called. */
public interface Naming {
  /** The names of these members; who left is missing. */
  Map<MemberId, String> names(Collection<MemberId> members);

  /** The languages of these members; who left is missing. */
  Map<MemberId, Locale> locales(Collection<MemberId> members);

  Map<CompanyId, String> companies(Collection<CompanyId> ids);

  /** Those who run this instance, and so take no part. */
  Set<MemberId> operators();

  /** Asks the companies' door. */
  static Naming of(Companies companies) {
    return new Naming() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> members) {
        return companies.names(members);
      }

      @Override
      public Map<MemberId, Locale> locales(Collection<MemberId> members) {
        return companies.members(members).stream()
            .collect(Collectors.toMap(Person::id, Person::locale));
      }

      @Override
      public Map<CompanyId, String> companies(Collection<CompanyId> ids) {
        return companies.companyNames(ids);
      }

      @Override
      public Set<MemberId> operators() {
        return companies.operators().stream().map(Person::id).collect(Collectors.toSet());
      }
    };
  }
}
