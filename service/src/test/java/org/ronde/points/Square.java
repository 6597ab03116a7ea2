package org.ronde.points;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ronde.db.TestDatabase;
import org.ronde.http.Actor;
import org.ronde.http.TestServer;
import org.ronde.ids.MemberId;

/** The pages about points among people who need no table. */
final class Square implements Grounds {
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final Playground play;
  final Leaderboards leaderboards;
  final LiveBoards live;
  private final PointsSettings settings;
  private final Progress progress;
  private final Appearances appearances;
  private final InstantSource clock;
  private final Map<MemberId, Actor> people = new ConcurrentHashMap<>();
  private final Set<MemberId> friends = new HashSet<>();
  private final Set<Cause> questionable = new HashSet<>();

  Square(TestDatabase database) {
    this(database, PointsSettings.standard());
  }

  Square(TestDatabase database, PointsSettings settings) {
    this.settings = settings;
    clock = InstantSource.fixed(Playground.MONDAY);
    play = new Playground(database);
    appearances =
        new Appearances(
            database.jdbi(),
            members ->
                people.values().stream()
                    .filter(person -> members.contains(person.memberId()))
                    .collect(
                        Collectors.toMap(
                            Actor::memberId,
                            person ->
                                new Faces.Face(
                                    person.memberName(), "/members/" + person.memberId()))));
    leaderboards =
        new Leaderboards(
            play.boards,
            appearances,
            new Leaderboards.Plugged(
                (board, locale, reader) -> Optional.of("The board of " + board.id()),
                member -> Set.copyOf(friends),
                clock,
                PARIS),
            settings);
    live = new LiveBoards(play.boards, settings, InstantSource.system());
    progress = new Progress(database.jdbi(), Scoring.V1);
  }

  List<Object> resources() {
    PointsPages.Setting setting =
        new PointsPages.Setting(TestServer.words(), clock, PARIS, settings, leaderboards, this);
    return List.of(
        new PointsPages(progress, appearances, play.heads, setting),
        new LeaderboardPages(leaderboards, live, TestServer.words()),
        new PointsResource(progress, appearances, play.heads, setting),
        new LeaderboardResource(leaderboards));
  }

  @Override
  public Map<Cause, Ground> of(Collection<Cause> causes, Locale locale) {
    return Map.of();
  }

  @Override
  public Set<Cause> questionable(MemberId member) {
    return questionable;
  }

  /** From now on somebody may question what was done for this cause. */
  void open(Cause cause) {
    questionable.add(cause);
  }

  void befriend(MemberId member) {
    friends.add(member);
  }

  Actor person(String name) {
    Actor made =
        new Actor(
            new MemberId(UUID.randomUUID()),
            name,
            Locale.ENGLISH,
            false,
            null,
            "csrf-" + UUID.randomUUID());
    people.put(made.memberId(), made);
    return made;
  }

  void hide(Actor person) {
    appearances.choose(person, Appearances.Kind.UNNAMED, "");
  }

  Leaderboards.Sheet sheetOf(Actor reader) {
    return leaderboards.sheet(reader, "global", Locale.ENGLISH);
  }

  /** As if the member had never been. */
  void erase(Actor person) {
    people.remove(person.memberId());
    play.points.forget(person.memberId());
  }
}
