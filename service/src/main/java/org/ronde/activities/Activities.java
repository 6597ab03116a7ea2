package org.ronde.activities;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Folding;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices;
import org.ronde.places.Gazetteer;
import org.ronde.places.TownResource;

/**
 * The catalogue's door, and the way to the room's other doors. Built once by {@code app}.
 *
 * <pre>{@code
 * Activities activities =
 *     Activities.open(new Activities.Edges(jdbi, transactions, ids, clock), gazetteer,
 *         People.of(companies), notices, ActivitySettings.standard());
 * activities.catalogue().load();
 * activities.resources(words, panels).forEach(jersey::register);
 * }</pre>
 */
public final class Activities {
  private static final int WORDS_MAX = 6;
  private static final int STEM_MIN = 3;

  private final ActivityDao dao;
  private final Edges edges;
  private final Gazetteer gazetteer;
  private final Rooms rooms;

  /** What every room is built on. */
  public record Edges(Jdbi jdbi, Transactions transactions, Ids ids, InstantSource clock) {}

  private record Rooms(
      Catalogue catalogue,
      Safety safety,
      Proposals proposals,
      Practices practices,
      Partners partners,
      PartnerRequests requests) {}

  private Activities(Edges edges, Gazetteer gazetteer, Rooms rooms) {
    this.dao = edges.jdbi().onDemand(ActivityDao.class);
    this.edges = edges;
    this.gazetteer = gazetteer;
    this.rooms = rooms;
  }

  /** Builds the room. */
  public static Activities open(
      Edges edges, Gazetteer gazetteer, People people, Notices notices, ActivitySettings settings) {
    Jdbi jdbi = edges.jdbi();
    Transactions transactions = edges.transactions();
    Tellings tellings = new Tellings(notices, people);
    Catalogue catalogue = new Catalogue(jdbi, transactions, edges.ids());
    Safety safety = new Safety(edges, tellings, settings);
    return new Activities(
        edges,
        gazetteer,
        new Rooms(
            catalogue,
            safety,
            new Proposals(edges, catalogue, safety, tellings, settings),
            new Practices(jdbi, transactions, gazetteer, settings),
            new Partners(jdbi, edges.clock(), gazetteer, people),
            new PartnerRequests(edges, people, tellings, settings)));
  }

  public Catalogue catalogue() {
    return rooms.catalogue();
  }

  public Safety safety() {
    return rooms.safety();
  }

  public Proposals proposals() {
    return rooms.proposals();
  }

  public Practices practices() {
    return rooms.practices();
  }

  public Partners partners() {
    return rooms.partners();
  }

  public PartnerRequests requests() {
    return rooms.requests();
  }

  /** A published activity; else NOT_FOUND. */
  public Activity activity(ActivityId id) {
    return dao.find(id)
        .map(ActivityDao.Row::activity)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** A published activity by its code; else NOT_FOUND. */
  public Activity activity(String code) {
    return find(code).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  public Optional<Activity> find(String code) {
    return dao.findByCode(code).map(ActivityDao.Row::activity);
  }

  /** Activities by id, also those that left the catalogue since: for what was done before. */
  public List<Activity> activities(Set<ActivityId> ids) {
    return ids.isEmpty()
        ? List.of()
        : dao.any(ids).stream().map(ActivityDao.Row::activity).toList();
  }

  /** The published activities of a family by name. */
  public List<Activity> family(Family family, Locale locale) {
    return dao.family(family.code()).stream()
        .map(ActivityDao.Row::activity)
        .sorted(Comparator.comparing(activity -> Folding.fold(activity.name(locale))))
        .toList();
  }

  /** How many published activities each family has, by its code. */
  public Map<String, Long> families() {
    return dao.countByFamily();
  }

  /**
   * Published activities whose name or synonyms hold the text in either language, best first: those
   * named so, those whose name begins so, those whose name holds it, then by how many practise
   * them. An empty text gives the most practised.
   */
  public List<Activity> search(String text, Locale locale, int max) {
    List<String> words = Folding.words(text).stream().limit(WORDS_MAX).toList();
    if (words.isEmpty()) {
      return dao.mostPractised(max).stream().map(ActivityDao.Row::activity).toList();
    }
    Set<ActivityId> found = null;
    for (String word : words) {
      // Folded words hold letters and digits alone, nothing that LIKE would take for a sign.
      List<ActivityId> with = dao.withWord(withoutPlural(word) + "%");
      if (found == null) {
        found = new HashSet<>(with);
      } else {
        found.retainAll(with);
      }
      if (found.isEmpty()) {
        return List.of();
      }
    }
    String asked = Folding.fold(text);
    return dao.published(found == null ? Set.of() : found).stream()
        .map(ActivityDao.Row::activity)
        .sorted(
            Comparator.comparingInt((Activity activity) -> rank(activity, asked))
                .thenComparing(Comparator.comparingLong(Activity::members).reversed())
                .thenComparing(activity -> Folding.fold(activity.name(locale))))
        .limit(max)
        .toList();
  }

  /** What a member practises. */
  public List<Activity> practised(MemberId member) {
    return practices().of(member).stream().map(Practice::activity).toList();
  }

  /** Who practises an activity and wants to hear of open challenges in it. */
  public Set<MemberId> followers(ActivityId id) {
    return edges.jdbi().onDemand(PracticeDao.class).followers(id);
  }

  /**
   * The safety gate: refuses words that describe a dangerous idea.
   *
   * @throws org.ronde.http.Refusal INVALID with a fault at {@code field} that says why and what to
   *     do instead
   */
  public void requireSafe(Actor actor, String field, String text) {
    safety().require(actor, field, text);
  }

  /** For two accounts of one person. */
  public Joining joining() {
    return new Joining(edges.jdbi(), practices());
  }

  /** Forgets all that this room knows of a member; what they brought to the catalogue stays. */
  public void forget(MemberId member) {
    Jdbi jdbi = edges.jdbi();
    edges
        .transactions()
        .run(
            () -> {
              practices().forget(member);
              jdbi.onDemand(PartnerRequestDao.class).forgetSent(member);
              jdbi.onDemand(PartnerRequestDao.class).forgetGot(member);
              jdbi.onDemand(ProposalDao.class).forget(member);
              jdbi.onDemand(SafetyDao.class).forget(member);
            });
  }

  /** The room's pages and its part of the API, with those of places. */
  public List<Object> resources(Words words, ActivityPanels panels) {
    return List.of(
        new ActivityPages(this, panels, words),
        new PracticePages(this, gazetteer, words),
        new PartnerPages(this, gazetteer, words),
        new OperatorActivityPages(this, words),
        new ActivityResource(this, words),
        new PracticeResource(this, gazetteer),
        new PartnerResource(this, gazetteer),
        new OperatorActivityResource(this, words),
        new TownResource(gazetteer));
  }

  private static int rank(Activity activity, String asked) {
    int best = 3;
    for (Locale locale : Words.LOCALES) {
      String name = Folding.fold(activity.name(locale));
      int rank = name.equals(asked) ? 0 : name.startsWith(asked) ? 1 : name.contains(asked) ? 2 : 3;
      best = Math.min(best, rank);
    }
    return best;
  }

  private static String withoutPlural(String word) {
    boolean plural = word.endsWith("s") || word.endsWith("x");
    return plural && word.length() > STEM_MIN ? word.substring(0, word.length() - 1) : word;
  }
}
