package org.ronde.listings;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ronde.ids.CompanyId;
import org.ronde.members.Companies;

/** The two things this room asks of companies: which may trade, and what they are called. */
public interface Traders {
  Set<CompanyId> approved();

  /** Names by id, of those that exist. */
  Map<CompanyId, String> names(Collection<CompanyId> ids);

  /** Asks the companies' door. */
  static Traders of(Companies companies) {
    return new Traders() {
      @Override
      public Set<CompanyId> approved() {
        Set<CompanyId> approved = new HashSet<>();
        companies.approved().forEach(company -> approved.add(company.id()));
        return approved;
      }

      @Override
      public Map<CompanyId, String> names(Collection<CompanyId> ids) {
        return companies.companyNames(ids);
      }
    };
  }
}
