package org.ronde.activities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.ronde.db.SqlFailures;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Folding;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ActivityId;
import org.ronde.ids.Ids;

/**
 * Brings activities into the catalogue: from the file that comes with Ronde, from an operator's
 * file, and one by one. An activity that an operator changed is the operator's: a newer Ronde does
 * not change it back.
 */
public final class Catalogue {
  private final ActivityDao dao;
  private final Transactions transactions;
  private final Ids ids;

  /** What a line of a file would do. */
  public enum Effect {
    NEW,
    CHANGED,
    SAME
  }

  /**
   * One line of a file.
   *
   * @param columns those that would change, with what stands there now and then
   */
  public record Change(int line, String code, String name, Effect effect, List<Column> columns) {
    public Change {
      columns = List.copyOf(columns);
    }
  }

  /** A column that changes. */
  public record Column(String name, String before, String after) {}

  /** What is wrong in a file; {@code line} counts from 1. */
  public record Wrong(int line, Fault fault) {}

  /** What a file would do. Nothing is done while anything is wrong. */
  public record Plan(List<Change> changes, List<Wrong> wrong, long added, long changed, long same) {
    public Plan {
      changes = List.copyOf(changes);
      wrong = List.copyOf(wrong);
    }
  }

  Catalogue(Jdbi jdbi, Transactions transactions, Ids ids) {
    this.dao = jdbi.onDemand(ActivityDao.class);
    this.transactions = transactions;
    this.ids = ids;
  }

  /**
   * Brings in what comes with Ronde and is missing or has changed; called when the service starts,
   * as often as one likes.
   */
  public void load() {
    List<ActivityTerms> own = CatalogueFile.own();
    try {
      transactions.run(() -> loadMissing(own));
    } catch (UnableToExecuteStatementException e) {
      // Another node, starting at the same moment, was faster: now all of it is there.
      if (!SqlFailures.duplicateKey(e)) {
        throw e;
      }
      transactions.run(() -> loadMissing(own));
    }
  }

  private void loadMissing(List<ActivityTerms> own) {
    Map<String, ActivityDao.Row> rows = rows();
    write(own.stream().filter(terms -> stale(rows.get(terms.code()), terms)).toList(), rows, false);
  }

  private static boolean stale(ActivityDao.@Nullable Row row, ActivityTerms terms) {
    return row == null || (!row.edited() && !same(row.terms(), terms));
  }

  /** Says what a file would do, and what is wrong with it; changes nothing. */
  public Plan plan(Actor operator, String csv) {
    operator.requireOperator();
    return plan(CatalogueFile.parse(csv), rows());
  }

  /**
   * Does what {@link #plan} says.
   *
   * @throws Refusal INVALID at {@code csv} when anything is wrong with the file; nothing is done
   */
  public Plan apply(Actor operator, String csv) {
    operator.requireOperator();
    return transactions.in(
        () -> {
          Map<String, ActivityDao.Row> rows = rows();
          CatalogueFile.Parsed parsed = CatalogueFile.parse(csv);
          Plan plan = plan(parsed, rows);
          if (!plan.wrong().isEmpty()) {
            throw Refusal.invalid(
                new Fault("csv", "activities.fault.csv", Map.of("count", plan.wrong().size())));
          }
          Set<String> codes = new HashSet<>();
          plan.changes().stream()
              .filter(change -> change.effect() != Effect.SAME)
              .forEach(change -> codes.add(change.code()));
          write(
              parsed.lines().stream()
                  .map(CatalogueFile.Line::terms)
                  .filter(terms -> codes.contains(terms.code()))
                  .toList(),
              rows,
              true);
          return plan;
        });
  }

  /** The whole catalogue as a file that {@link #apply} reads. */
  public String export(Actor operator) {
    operator.requireOperator();
    return CatalogueFile.write(dao.all().stream().map(ActivityDao.Row::terms).toList());
  }

  /**
   * Adds one activity, in the caller's transaction.
   *
   * @throws Refusal INVALID when its code or one of its names is taken
   */
  ActivityId add(ActivityTerms terms) {
    Map<String, ActivityDao.Row> rows = rows();
    List<Fault> faults = new ArrayList<>(taken(terms, new Names(rows)));
    if (rows.containsKey(terms.code())) {
      faults.add(Fault.of("code", "activities.fault.codeTaken"));
    }
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return write(List.of(terms), rows, true).get(0);
  }

  private Map<String, ActivityDao.Row> rows() {
    Map<String, ActivityDao.Row> rows = new HashMap<>();
    dao.all().forEach(row -> rows.put(row.code(), row));
    return rows;
  }

  private Plan plan(CatalogueFile.Parsed parsed, Map<String, ActivityDao.Row> rows) {
    List<Wrong> wrong = new ArrayList<>();
    parsed.faults().forEach(fault -> wrong.add(new Wrong(fault.number(), fault.fault())));
    List<Change> changes = new ArrayList<>();
    Names names = new Names(rows);
    Set<String> seen = new HashSet<>();
    for (CatalogueFile.Line line : parsed.lines()) {
      ActivityTerms terms = line.terms();
      if (!seen.add(terms.code())) {
        wrong.add(new Wrong(line.number(), Fault.of("code", "activities.fault.codeTwice")));
      }
      taken(terms, names).forEach(fault -> wrong.add(new Wrong(line.number(), fault)));
      changes.add(change(line, rows));
    }
    return new Plan(
        changes,
        wrong,
        count(changes, Effect.NEW),
        count(changes, Effect.CHANGED),
        count(changes, Effect.SAME));
  }

  private static Change change(CatalogueFile.Line line, Map<String, ActivityDao.Row> rows) {
    ActivityTerms terms = line.terms();
    ActivityDao.Row row = rows.get(terms.code());
    if (row == null) {
      return new Change(line.number(), terms.code(), terms.nameEn(), Effect.NEW, List.of());
    }
    Map<String, String> before = CatalogueFile.values(row.terms());
    List<Column> columns = new ArrayList<>();
    CatalogueFile.values(terms)
        .forEach(
            (name, after) -> {
              String was = before.getOrDefault(name, "");
              if (!was.equals(after)) {
                columns.add(new Column(name, was, after));
              }
            });
    Effect effect = columns.isEmpty() ? Effect.SAME : Effect.CHANGED;
    return new Change(line.number(), terms.code(), terms.nameEn(), effect, columns);
  }

  private static long count(List<Change> changes, Effect effect) {
    return changes.stream().filter(change -> change.effect() == effect).count();
  }

  private static boolean same(ActivityTerms one, ActivityTerms other) {
    return CatalogueFile.values(one).equals(CatalogueFile.values(other));
  }

  /** Writes terms over the rows of their codes, or new ones; returns the ids in their order. */
  private List<ActivityId> write(
      List<ActivityTerms> catalogue, Map<String, ActivityDao.Row> rows, boolean edited) {
    List<ActivityDao.Row> added = new ArrayList<>();
    List<ActivityDao.Row> changed = new ArrayList<>();
    List<ActivityDao.Word> words = new ArrayList<>();
    List<ActivityId> written = new ArrayList<>();
    for (ActivityTerms terms : catalogue) {
      ActivityDao.Row row = rows.get(terms.code());
      ActivityId id = row == null ? new ActivityId(ids.next()) : row.activityId();
      (row == null ? added : changed).add(ActivityDao.Row.of(id, terms, edited));
      terms.words().forEach(word -> words.add(new ActivityDao.Word(word, id)));
      written.add(id);
    }
    if (written.isEmpty()) {
      return written;
    }
    dao.insert(added);
    dao.update(changed);
    dao.forgetWords(written);
    dao.insertWords(words);
    return written;
  }

  private static List<Fault> taken(ActivityTerms terms, Names names) {
    List<Fault> faults = new ArrayList<>();
    if (!names.english(terms)) {
      faults.add(Fault.of("name_en", "activities.fault.nameTaken"));
    }
    if (!names.french(terms)) {
      faults.add(Fault.of("name_fr", "activities.fault.nameTaken"));
    }
    return faults;
  }

  /** Which code has which name: two activities of one name would be one activity. */
  private static final class Names {
    private final Map<String, String> english = new HashMap<>();
    private final Map<String, String> french = new HashMap<>();

    Names(Map<String, ActivityDao.Row> rows) {
      rows.values().forEach(row -> english.put(Folding.fold(row.nameEn()), row.code()));
      rows.values().forEach(row -> french.put(Folding.fold(row.nameFr()), row.code()));
    }

    boolean english(ActivityTerms terms) {
      return take(english, terms.nameEn(), terms.code());
    }

    boolean french(ActivityTerms terms) {
      return take(french, terms.nameFr(), terms.code());
    }

    private static boolean take(Map<String, String> names, String name, String code) {
      String holder = names.putIfAbsent(Folding.fold(name), code);
      return holder == null || holder.equals(code);
    }
  }
}
