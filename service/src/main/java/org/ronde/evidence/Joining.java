package org.ronde.evidence;

import org.jdbi.v3.core.Jdbi;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Person;

/**
 * Brings together the proofs of two accounts of one person: their pictures, what they may see of
 * others, and their yes and no to pictures they are in. Who may see what stays as it was.
 */
public final class Joining implements MergeListener {
  private final JoinDao dao;

  public Joining(Jdbi jdbi) {
    this.dao = jdbi.onDemand(JoinDao.class);
  }

  @Override
  public void merging(Person from, Person into) {
    MemberId ending = from.id();
    MemberId lasting = into.id();
    dao.moveProofs(ending, lasting);
    dao.moveItems(ending, lasting);
    dao.moveSight(ending, lasting);
    dao.forgetSight(ending);
    dao.moveMarks(ending, lasting);
  }
}
