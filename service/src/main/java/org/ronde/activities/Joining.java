package org.ronde.activities;

import org.jdbi.v3.core.Jdbi;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Person;

/**
 * Brings together what two accounts of one person practise, follow and ask. What both say of an
 * activity is what the account says that goes on; the most that one may practise does not count
 * here, for nothing that is there is taken away.
 */
public final class Joining implements MergeListener {
  private final Practices practices;
  private final JoinDao dao;
  private final SafetyDao questions;

  Joining(Jdbi jdbi, Practices practices) {
    this.practices = practices;
    this.dao = jdbi.onDemand(JoinDao.class);
    this.questions = jdbi.onDemand(SafetyDao.class);
  }

  @Override
  public void merging(Person from, Person into) {
    MemberId ending = from.id();
    MemberId lasting = into.id();
    practices.join(ending, lasting, dao);
    dao.forgetBetween(ending, lasting);
    dao.forgetAskedTwice(ending, lasting);
    dao.forgetGotTwice(ending, lasting);
    dao.moveSent(ending, lasting);
    dao.moveGot(ending, lasting);
    dao.moveProposals(ending, lasting);
    dao.moveQuestions(ending, lasting);
    questions.forget(ending);
  }
}
