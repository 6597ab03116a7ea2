package org.ronde.contests;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.ronde.activities.Activities;
import org.ronde.db.Transactions;
import org.ronde.http.Templates;
import org.ronde.http.Words;
import org.ronde.ids.ActivityId;
import org.ronde.ids.Ids;
import org.ronde.listings.Listings;
import org.ronde.notices.Notices;

/**
 * The room with all its doors, built once by {@code app}. The {@link Tally} comes before it: the
 * ledger is built with it and this room with the ledger's boards.
 */
public final class ContestsRoom {
  private final Contests contests;
  private final Joining joining;
  private final Organising organising;
  private final Awarding awarding;
  private final Course course;
  private final Standings standings;
  private final Proofs proofs;
  private final Tables tables;
  private final Results results;
  private final Naming naming;

  /** What the room is built on; chance must be a secure source, for salts come from it. */
  public record Edges(
      Jdbi jdbi, Transactions transactions, Ids ids, RandomGenerator chance, Templates templates) {}

  /** The rooms it asks. */
  public record Neighbours(
      Listings listings, Scores scores, Naming naming, Notices notices, ActivityNames activities) {}

  /** What activities are called. */
  @FunctionalInterface
  public interface ActivityNames {
    String name(ActivityId id, Locale locale);

    /** Asks the catalogue's door. */
    static ActivityNames of(Activities activities) {
      return (id, locale) -> activities.activity(id).name(locale);
    }
  }

  private ContestsRoom(
      Edges edges, Neighbours neighbours, BeaconSource beacon, ContestSettings settings) {
    tables = Tables.of(edges.jdbi());
    Chronicle chronicle = new Chronicle(tables.contests(), edges.ids());
    Counting counting =
        new Counting(
            neighbours.scores(), new Tally(edges.jdbi(), edges.transactions()), tables.entrants());
    Prizes prizes =
        new Prizes(tables.prizes(), edges.transactions(), neighbours.listings(), chronicle);
    Bulletins bulletins =
        new Bulletins(neighbours.notices(), neighbours.naming(), tables.entrants());
    naming = neighbours.naming();
    results =
        new Results(
            tables,
            chronicle,
            prizes,
            neighbours.scores(),
            new Sealing(tables, chronicle, neighbours.scores(), neighbours.naming()),
            bulletins);
    course =
        new Course(
            new Course.Parts(tables, chronicle, results, bulletins),
            edges.transactions(),
            beacon,
            settings);
    contests =
        new Contests(
            edges.jdbi(), edges.transactions(), edges.ids(), edges.chance(), results, counting);
    joining = new Joining(edges.jdbi(), tables, edges.ids(), edges.chance(), counting);
    Organising.Desk desk =
        new Organising.Desk(
            chronicle,
            prizes,
            results,
            course,
            bulletins,
            neighbours.scores(),
            counting,
            new RulesText(edges.templates(), neighbours.naming(), neighbours.activities()::name));
    organising =
        new Organising(tables, edges.transactions(), desk, edges.ids(), edges.chance(), settings);
    awarding = new Awarding(tables, edges.transactions(), desk);
    standings = new Standings(tables, neighbours.scores(), neighbours.naming());
    proofs = new Proofs(tables);
  }

  /** Builds the room. */
  public static ContestsRoom open(
      Edges edges, Neighbours neighbours, BeaconSource beacon, ContestSettings settings) {
    return new ContestsRoom(edges, neighbours, beacon, settings);
  }

  public Contests contests() {
    return contests;
  }

  /** For two accounts of one person. */
  public Joining joining() {
    return joining;
  }

  public Organising organising() {
    return organising;
  }

  public Awarding awarding() {
    return awarding;
  }

  /** What a job calls every ten seconds. */
  public Course course() {
    return course;
  }

  public Standings standings() {
    return standings;
  }

  public Proofs proofs() {
    return proofs;
  }

  /** The room's pages and its part of the API. */
  public List<Object> resources(Words words, InstantSource clock) {
    Showing showing = new Showing(this, tables, results, naming, clock);
    return List.of(
        new ContestPages(this, showing, words),
        new GiftPages(this),
        new OfficePages(this, showing, words),
        new ContestResource(this, showing),
        new OfficeResource(this));
  }
}
