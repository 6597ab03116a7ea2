package org.ronde.disputes;

import java.util.List;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Person;

/** The two things the desk asks of members: what somebody is called, and who the officers are. */
public interface Faces {
  String name(MemberId member);

  List<MemberId> officers();

  /** Asks the companies' door; operators are the officers. */
  static Faces of(Companies companies) {
    return new Faces() {
      @Override
      public String name(MemberId member) {
        return companies.member(member).name();
      }

      @Override
      public List<MemberId> officers() {
        return companies.operators().stream().map(Person::id).toList();
      }
    };
  }
}
