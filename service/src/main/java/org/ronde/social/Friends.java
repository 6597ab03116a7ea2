package org.ronde.social;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/** Who is whose friend: asked by one, agreed by the other, ended by either without a word. */
public final class Friends {
  static final int ASKED_A_DAY_MAX = 30;

  private final FriendDao dao;
  private final Transactions transactions;
  private final Faces faces;
  private final Notices notices;

  /** How two members stand to each other, seen from the first. */
  public enum Bond {
    NONE,
    /** I asked and wait. */
    ASKED,
    /** The other asked me. */
    ASKS,
    FRIENDS
  }

  /** Somebody in my list. */
  public record Friend(MemberId id, String name, Bond bond) {}

  public Friends(Jdbi jdbi, Transactions transactions, Faces faces, Notices notices) {
    this.dao = jdbi.onDemand(FriendDao.class);
    this.transactions = transactions;
    this.faces = faces;
    this.notices = notices;
  }

  /** The friends of a member. */
  public Set<MemberId> of(MemberId member) {
    return dao.friends(member);
  }

  /** How the actor and another member stand to each other. */
  public Bond bond(Actor actor, MemberId other) {
    return dao.between(actor.memberId(), other)
        .map(row -> bond(actor.memberId(), row))
        .orElse(Bond.NONE);
  }

  /** Everybody the actor is a friend of, asked or is asked by; who asks first, then by name. */
  public List<Friend> mine(Actor actor) {
    List<FriendDao.Row> rows = dao.all(actor.memberId());
    Map<MemberId, String> names = faces.names(rows.stream().map(FriendDao.Row::friendId).toList());
    return rows.stream()
        .filter(row -> names.containsKey(row.friendId()))
        .map(
            row ->
                new Friend(
                    row.friendId(),
                    names.getOrDefault(row.friendId(), ""),
                    bond(actor.memberId(), row)))
        .sorted(
            Comparator.comparing((Friend friend) -> friend.bond() != Bond.ASKS)
                .thenComparing(Friend::name))
        .toList();
  }

  private static Bond bond(MemberId me, FriendDao.Row row) {
    if (row.agreedAt() != null) {
      return Bond.FRIENDS;
    }
    return row.askerId().equals(me) ? Bond.ASKED : Bond.ASKS;
  }

  /**
   * Asks somebody to be friends, or agrees when they asked already; asked again, nothing happens.
   *
   * @throws Refusal NOT_FOUND when there is no such member, or it is oneself; ENOUGH_FOR_TODAY
   *     after 30 questions in 24 hours
   */
  public void ask(Actor actor, MemberId whom) {
    MemberId other = faces.current(whom);
    if (other.equals(actor.memberId()) || faces.name(other).isEmpty()) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    transactions.run(
        () -> {
          Map<String, Object> facts = Map.of("who", actor.memberName());
          String path = "/members/" + actor.memberId();
          if (dao.agree(actor.memberId(), other) == 1) {
            notices.tellMember(other, Event.FRIEND_AGREED, facts, path);
            return;
          }
          if (dao.askedToday(actor.memberId()) >= ASKED_A_DAY_MAX) {
            throw new Refusal(ProblemType.ENOUGH_FOR_TODAY, Map.of("max", ASKED_A_DAY_MAX));
          }
          if (dao.ask(actor.memberId(), other) == 1) {
            notices.tellMember(other, Event.FRIEND_ASKED, facts, path);
          }
        });
  }

  /** Ends a friendship, takes a question back or turns one down; nobody is told. */
  public void end(Actor actor, MemberId other) {
    dao.end(actor.memberId(), faces.current(other));
  }

  /** Forgets a member who leaves. */
  public void forget(MemberId member) {
    dao.forget(member);
  }
}
