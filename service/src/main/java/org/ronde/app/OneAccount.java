package org.ronde.app;

import java.util.List;
import java.util.Map;
import org.ronde.http.Words;
import org.ronde.ids.MemberId;
import org.ronde.mail.Outbox;
import org.ronde.members.Members;
import org.ronde.members.MergeListener;
import org.ronde.members.Obstacle;
import org.ronde.members.Person;
import org.ronde.notices.Notices;
import org.ronde.points.Points;

/**
 * Makes two accounts of one person one in every room, in an order that never changes: contests
 * before points, so that an entry takes part where its member does; challenges before points, for
 * they count anew what was first and best.
 */
final class OneAccount implements MergeListener {
  private final List<MergeListener> rooms;
  private final Points points;
  private final Notices notices;
  private final Outbox outbox;
  private final Words words;

  private OneAccount(
      List<MergeListener> rooms, Points points, Notices notices, Outbox outbox, Words words) {
    this.rooms = rooms;
    this.points = points;
    this.notices = notices;
    this.outbox = outbox;
    this.words = words;
  }

  static void plug(
      Members members, Rooms.Edges edges, Outbox outbox, Notices notices, PlayRooms play) {
    members
        .merges()
        .listen(
            new OneAccount(
                List.of(
                    play.contests().joining(),
                    play.challenges().joining(),
                    play.activities().joining(),
                    new org.ronde.evidence.Joining(edges.jdbi()),
                    new org.ronde.disputes.Joining(edges.jdbi()),
                    new org.ronde.social.Joining(edges.jdbi())),
                play.points().points(),
                notices,
                outbox,
                edges.words()));
  }

  @Override
  public List<Obstacle> obstacles(Person from, Person into) {
    return rooms.stream().flatMap(room -> room.obstacles(from, into).stream()).toList();
  }

  @Override
  public void merging(Person from, Person into) {
    rooms.forEach(room -> room.merging(from, into));
    points.merge(from.id(), into.id(), words.say(into.locale(), "points.joined"));
    outbox.forget(from.email());
    notices.join(from, into);
  }

  @Override
  public void merged(MemberId from, MemberId into) {
    notices.tellMember(
        into, Notices.Event.ACCOUNTS_MERGED, Map.of("points", points.balance(into)), "/account");
  }
}
