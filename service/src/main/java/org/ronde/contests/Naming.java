package org.ronde.contests;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;

/** What this room asks of members: what people and companies are called. */
public interface Naming {
  String name(MemberId member);

  Locale locale(MemberId member);

  Map<CompanyId, String> companies(Collection<CompanyId> ids);

  /** Whether somebody runs this instance, and so takes no part. */
  boolean operator(MemberId member);

  /** Asks the companies' door. */
  static Naming of(Companies companies) {
    return new Naming() {
      @Override
      public String name(MemberId member) {
        return companies.member(member).name();
      }

      @Override
      public Locale locale(MemberId member) {
        return companies.member(member).locale();
      }

      @Override
      public Map<CompanyId, String> companies(Collection<CompanyId> ids) {
        return companies.companyNames(ids);
      }

      @Override
      public boolean operator(MemberId member) {
        return companies.operators().stream().anyMatch(person -> person.id().equals(member));
      }
    };
  }
}
