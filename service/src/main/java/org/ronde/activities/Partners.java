package org.ronde.activities;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;

/**
 * Finds who could join: "who plays near me on Thursday evening". Those who do not wish to be found
 * are never among them.
 */
public final class Partners {
  static final int PAGE_SIZE = 20;

  /** Beyond, one had better say more exactly whom one looks for. */
  static final int FOUND_MAX = 500;

  private static final double KILOMETRES_PER_DEGREE = 111.0;
  private static final List<String> ANY_ZONE = List.of("");

  private final PracticeDao dao;
  private final InstantSource clock;
  private final Gazetteer gazetteer;
  private final People people;

  Partners(Jdbi jdbi, InstantSource clock, Gazetteer gazetteer, People people) {
    this.dao = jdbi.onDemand(PracticeDao.class);
    this.clock = clock;
    this.gazetteer = gazetteer;
    this.people = people;
  }

  /**
   * Who fits, the nearest first, then those whose level is nearest to the actor's own. A slot fits
   * when both share an hour or more, whatever their clocks show.
   */
  public Paged<Partner> find(Actor actor, PartnerSearch search) {
    PracticeDao.Question asked = question(actor.memberId(), search);
    Map<Slots, List<String>> zones = zones(search);
    long total =
        zones.entrySet().stream()
            .mapToLong(zone -> dao.countNear(at(asked, zone.getKey()), zone.getValue()))
            .sum();
    Paged<PracticeDao.Near> found =
        Paged.of(
            search.page(),
            PAGE_SIZE,
            Math.min(total, FOUND_MAX),
            (size, skip) ->
                zones.entrySet().stream()
                    .flatMap(
                        zone ->
                            dao
                                .near(at(asked, zone.getKey()), zone.getValue(), skip + size)
                                .stream())
                    .sorted(order(asked.level()))
                    .skip(skip)
                    .limit(size)
                    .toList());
    Map<MemberId, String> names =
        people.names(found.items().stream().map(PracticeDao.Near::memberId).toList());
    return found.map(near -> partner(near, names.getOrDefault(near.memberId(), "")));
  }

  /** How many people who may be found practise it around a place. */
  public long count(ActivityId activity, Place place, int kilometres) {
    return dao.countNear(question(activity, place, kilometres), ANY_ZONE);
  }

  /** Whether anybody practises it around a place, wishing to be found or not. */
  public boolean anybodyNear(ActivityId activity, Place place, int kilometres) {
    return dao.anybodyNear(question(activity, place, kilometres));
  }

  /**
   * The time zones to look in, by the slots that the asked ones are there: there are few different
   * ones, and each is one question to an index.
   */
  private Map<Slots, List<String>> zones(PartnerSearch search) {
    if (search.slots().isEmpty()) {
      return Map.of(Slots.NONE, ANY_ZONE);
    }
    Map<Slots, List<String>> zones = new HashMap<>();
    for (String zone : dao.zones(search.activity().id())) {
      Slots there =
          search.slots().seenFrom(search.place().zone(), ZoneId.of(zone), clock.instant());
      if (!there.isEmpty()) {
        zones.computeIfAbsent(there, unused -> new ArrayList<>()).add(zone);
      }
    }
    return zones;
  }

  private PracticeDao.Question question(MemberId me, PartnerSearch search) {
    int level =
        dao.find(me, search.activity().id())
            .map(PracticeDao.Row::level)
            .orElse((search.levelMin().number() + search.levelMax().number()) / 2);
    return question(
        search.activity().id(),
        me,
        search.place(),
        search.kilometres(),
        new Levels(search.levelMin(), search.levelMax(), level));
  }

  /** Which levels fit, and which comes first. */
  private record Levels(Level min, Level max, int first) {}

  private static PracticeDao.Question question(ActivityId activity, Place place, int kilometres) {
    MemberId nobody = new MemberId(new UUID(0, 0));
    return question(
        activity, nobody, place, kilometres, new Levels(Level.BEGINNER, Level.EXPERT, 1));
  }

  private static PracticeDao.Question question(
      ActivityId activity, MemberId me, Place place, int kilometres, Levels levels) {
    double degrees = kilometres / KILOMETRES_PER_DEGREE + 0.1;
    return new PracticeDao.Question(
        activity,
        me,
        place.latitude(),
        place.longitude(),
        Math.max(-90, place.latitude() - degrees),
        Math.min(90, place.latitude() + degrees),
        kilometres,
        0,
        levels.min().number(),
        levels.max().number(),
        levels.first());
  }

  private static PracticeDao.Question at(PracticeDao.Question asked, Slots slots) {
    return new PracticeDao.Question(
        asked.activity(),
        asked.me(),
        asked.latitude(),
        asked.longitude(),
        asked.latitudeMin(),
        asked.latitudeMax(),
        asked.kilometres(),
        slots.mask(),
        asked.levelMin(),
        asked.levelMax(),
        asked.level());
  }

  private static Comparator<PracticeDao.Near> order(int level) {
    return Comparator.comparingLong(PracticeDao.Near::kilometres)
        .thenComparingInt(near -> Math.abs(near.level() - level))
        // As text, because the database compares ids byte by byte.
        .thenComparing(near -> near.memberId().toString());
  }

  private Partner partner(PracticeDao.Near near, String name) {
    return new Partner(
        near.memberId(),
        name,
        Level.of(near.level()),
        gazetteer.place(near.placeCode()),
        near.kilometres(),
        new Slots(near.slots()).list());
  }
}
