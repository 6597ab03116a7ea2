package org.ronde.social;

import org.jdbi.v3.core.Jdbi;
import org.ronde.ids.MemberId;
import org.ronde.members.MergeListener;
import org.ronde.members.Person;

/**
 * Brings together the friends, doings and words of two accounts of one person. What the account
 * that goes on says of itself, and shows to whom, holds for all.
 */
public final class Joining implements MergeListener {
  private final JoinDao dao;
  private final FriendDao friends;
  private final StreamDao stream;
  private final ProfileDao profiles;

  public Joining(Jdbi jdbi) {
    this.dao = jdbi.onDemand(JoinDao.class);
    this.friends = jdbi.onDemand(FriendDao.class);
    this.stream = jdbi.onDemand(StreamDao.class);
    this.profiles = jdbi.onDemand(ProfileDao.class);
  }

  @Override
  public void merging(Person from, Person into) {
    MemberId ending = from.id();
    MemberId lasting = into.id();
    friends.end(ending, lasting);
    friends.all(ending).forEach(friendship -> dao.befriend(ending, lasting, friendship.friendId()));
    friends.forget(ending);
    profiles.forget(ending);
    dao.moveDoings(ending, lasting);
    dao.moveSight(ending, lasting);
    dao.forgetSight(ending);
    dao.moveApplause(ending, lasting);
    stream.forgetApplause(ending);
    dao.forgetOwnApplause(lasting);
    dao.moveComments(ending, lasting);
  }
}
