package org.ronde.challenges;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ronde.ids.CompanyId;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Person;

/** What this room asks about people. Friends come from a room above; {@code app} plugs them in. */
public interface Folk {
  /** Names by id, of those that exist. */
  Map<MemberId, String> names(Collection<MemberId> ids);

  Person person(MemberId member);

  /** The accounts by which these members go on, each once. */
  Set<MemberId> current(Set<MemberId> members);

  /** The companies a member acts for. */
  Set<CompanyId> companies(MemberId member);

  /** Everybody who acts for a company. */
  List<Person> colleagues(CompanyId company);

  Set<MemberId> friends(MemberId member);

  /** The member with this address, written as {@link #findAddress} gives it. */
  Optional<Person> findByEmail(String address);

  /** What was typed as the mail address it is, in one way of writing; empty when it is none. */
  Optional<String> findAddress(String typed);

  /** Who decides when members do not. */
  List<MemberId> officers();

  /** Whether two people act for one company. */
  default boolean related(MemberId one, MemberId other) {
    return companies(one).stream().anyMatch(companies(other)::contains);
  }

  /** Asks the companies' door. */
  static Folk of(Companies companies, Function<MemberId, Set<MemberId>> friends) {
    return new Folk() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> ids) {
        return companies.names(ids);
      }

      @Override
      public Person person(MemberId member) {
        return companies.member(member);
      }

      @Override
      public Set<MemberId> current(Set<MemberId> members) {
        return companies.current(members);
      }

      @Override
      public Set<CompanyId> companies(MemberId member) {
        return companies.companiesOf(member);
      }

      @Override
      public List<Person> colleagues(CompanyId company) {
        return companies.people(company);
      }

      @Override
      public Set<MemberId> friends(MemberId member) {
        return friends.apply(member);
      }

      @Override
      public Optional<Person> findByEmail(String address) {
        return companies.findMember(address);
      }

      @Override
      public Optional<String> findAddress(String typed) {
        return Companies.findAddress(typed);
      }

      @Override
      public List<MemberId> officers() {
        return companies.operators().stream().map(Person::id).toList();
      }
    };
  }
}
