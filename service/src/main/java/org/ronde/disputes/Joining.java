package org.ronde.disputes;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;

/**
 * Brings together the disputes and reports of two accounts of one person, so that the one that goes
 * on can talk, appeal and ask for a second look. A dispute between the two has to be over first.
 */
public final class Joining implements MergeListener {
  private final JoinDao dao;

  public Joining(Jdbi jdbi) {
    this.dao = jdbi.onDemand(JoinDao.class);
  }

  @Override
  public List<Obstacle> obstacles(Person from, Person into) {
    return dao.between(from.id(), into.id()).stream()
        .map(
            open ->
                new Obstacle(Obstacle.Kind.DISPUTE, open.title(), "/disputes/" + open.disputeId()))
        .toList();
  }

  @Override
  public void merging(Person from, Person into) {
    MemberId ending = from.id();
    MemberId lasting = into.id();
    dao.moveAppeals(ending, lasting);
    dao.moveOpened(ending, lasting);
    dao.moveAnswered(ending, lasting);
    dao.moveReported(ending, lasting);
    dao.moveReports(ending, lasting);
  }
}
