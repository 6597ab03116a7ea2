package org.ronde.notices;

import java.util.List;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Person;

/** The three things this room asks of members: what a company is called, and whom to tell. */
public interface Audience {
  String companyName(CompanyId company);

  /** Everybody who acts for a company. */
  List<Person> people(CompanyId company);

  Person member(MemberId member);

  /** Asks the companies' door. */
  static Audience of(Companies companies) {
    return new Audience() {
      @Override
      public String companyName(CompanyId company) {
        return companies.company(company).name();
      }

      @Override
      public List<Person> people(CompanyId company) {
        return companies.people(company);
      }

      @Override
      public Person member(MemberId member) {
        return companies.member(member);
      }
    };
  }
}
