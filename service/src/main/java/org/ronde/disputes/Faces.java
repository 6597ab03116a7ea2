package org.ronde.disputes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ronde.ids.MemberId;
import org.ronde.members.Companies;
import org.ronde.members.Person;

/** The two things the desk asks of members: what somebody is called, and who the officers are. */
public interface Faces {
  /** Names by id; who left Ronde has an empty one or none. */
  Map<MemberId, String> names(Collection<MemberId> members);

  default String name(MemberId member) {
    return names(List.of(member)).getOrDefault(member, "");
  }

  List<MemberId> officers();

  /** Asks the companies' door; operators are the officers. */
  static Faces of(Companies companies) {
    return new Faces() {
      @Override
      public Map<MemberId, String> names(Collection<MemberId> members) {
        return companies.names(members);
      }

      @Override
      public List<MemberId> officers() {
        return companies.operators().stream().map(Person::id).toList();
      }
    };
  }
}
