package org.ronde.exchanges;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ronde.ids.CompanyId;
import org.ronde.members.Companies;
import org.ronde.members.Company;

/** The two things this room asks of companies: what they are called, and how to reach one. */
public interface Parties {
  /** How to reach a company: shown to its neighbours in an exchange, to nobody else. */
  record Contact(CompanyId companyId, String name, String city, List<Person> people) {
    public Contact {
      people = List.copyOf(people);
    }
  }

  /** Somebody to write to. */
  record Person(String name, String email) {}

  /** Names by id, of those that exist. */
  Map<CompanyId, String> names(Collection<CompanyId> ids);

  Contact contact(CompanyId id);

  /** Asks the companies' door. */
  static Parties of(Companies companies) {
    return new Parties() {
      @Override
      public Map<CompanyId, String> names(Collection<CompanyId> ids) {
        return companies.companyNames(ids);
      }

      @Override
      public Contact contact(CompanyId id) {
        Company company = companies.company(id);
        return new Contact(
            id,
            company.name(),
            company.city(),
            companies.people(id).stream()
                .map(person -> new Person(person.name(), person.email()))
                .toList());
      }
    };
  }
}
