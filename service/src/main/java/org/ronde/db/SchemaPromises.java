package org.ronde.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The CHECKs and foreign keys of the schema as invariants: {@code check_constraint_checks = 0} and
 * {@code foreign_key_checks = 0} let any session write past them, and nobody looks again.
 */
final class SchemaPromises {
  private record Reference(
      String name, String table, String column, String targetTable, String targetColumn) {}

  private SchemaPromises() {}

  static List<Invariant> of(Handle handle) {
    List<Invariant> invariants = new ArrayList<>(checks(handle));
    invariants.addAll(references(handle));
    return invariants;
  }

  private static List<Invariant> checks(Handle handle) {
    boolean mariaDb =
        handle.createQuery("SELECT VERSION()").mapTo(String.class).one().contains("MariaDB");
    return handle
        .createQuery(mariaDb ? CHECKS_OF_MARIADB : CHECKS_OF_MYSQL)
        .map(
            (row, context) -> {
              String table = row.getString("table_name");
              // MySQL keeps the quotes inside a clause escaped.
              String clause = row.getString("check_clause").replace("\\'", "'");
              return new Invariant(
                  "schema",
                  "%s of %s holds".formatted(row.getString("constraint_name"), table),
                  "SELECT * FROM `%s` WHERE NOT (%s)".formatted(table, clause));
            })
        .list();
  }

  private static List<Invariant> references(Handle handle) {
    Map<String, List<Reference>> byName =
        handle
            .createQuery(REFERENCES)
            .map(
                (row, context) ->
                    new Reference(
                        row.getString("constraint_name"),
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("referenced_table_name"),
                        row.getString("referenced_column_name")))
            .list()
            .stream()
            .collect(
                Collectors.groupingBy(
                    reference -> reference.table() + "." + reference.name(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byName.values().stream().map(SchemaPromises::orphans).toList();
  }

  /** Glued, because the names come from the schema itself; no value of anybody's is in it. */
  private static Invariant orphans(List<Reference> columns) {
    Reference first = columns.get(0);
    String join = each(columns, "child.`%2$s` = parent.`%4$s`");
    String given = each(columns, "child.`%2$s` IS NOT NULL");
    String selected =
        columns.stream()
            .map(c -> "child.`%s`".formatted(c.column()))
            .collect(Collectors.joining(", "));
    return new Invariant(
        "schema",
        "%s of %s points at a row of %s"
            .formatted(first.name(), first.table(), first.targetTable()),
        "SELECT %s FROM `%s` child LEFT JOIN `%s` parent ON %s WHERE %s AND parent.`%s` IS NULL"
            .formatted(
                selected, first.table(), first.targetTable(), join, given, first.targetColumn()));
  }

  private static String each(List<Reference> columns, String format) {
    return columns.stream()
        .map(c -> format.formatted(c.table(), c.column(), c.targetTable(), c.targetColumn()))
        .collect(Collectors.joining(" AND "));
  }

  private static final String CHECKS_OF_MARIADB =
      """
      SELECT table_name, constraint_name, check_clause
      FROM information_schema.check_constraints
      WHERE constraint_schema = DATABASE()
      ORDER BY table_name, constraint_name
      """;

  private static final String CHECKS_OF_MYSQL =
      """
      SELECT t.table_name AS table_name, c.constraint_name AS constraint_name,
             c.check_clause AS check_clause
      FROM information_schema.check_constraints c
      JOIN information_schema.table_constraints t
        ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
      WHERE c.constraint_schema = DATABASE() AND t.constraint_type = 'CHECK'
      ORDER BY t.table_name, c.constraint_name
      """;

  private static final String REFERENCES =
      """
      SELECT constraint_name, table_name, column_name, referenced_table_name,
             referenced_column_name
      FROM information_schema.key_column_usage
      WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL
      ORDER BY table_name, constraint_name, ordinal_position
      """;
}
