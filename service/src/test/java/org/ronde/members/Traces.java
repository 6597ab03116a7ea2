package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.ronde.db.TestDatabase;

/** Where a text stands in the database, whatever the table: {@code table.column}, sorted. */
public final class Traces {
  private Traces() {}

  /** The text columns of all tables that hold one of these texts, in whatever case. */
  public static List<String> of(TestDatabase database, String... texts) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              TreeSet<String> found = new TreeSet<>();
              for (Column column : columns(handle)) {
                for (String text : texts) {
                  if (column.holds(handle, text)) {
                    found.add(column.table() + "." + column.name());
                  }
                }
              }
              return new ArrayList<>(found);
            });
  }

  private record Column(String table, String name) {
    boolean holds(Handle handle, String text) {
      return handle
              .createQuery(
                  "SELECT COUNT(*) FROM `<table>`"
                      + " WHERE LOCATE(LOWER(:text), LOWER(CONVERT(`<name>` USING utf8mb4))) > 0")
              .define("table", table)
              .define("name", name)
              .bind("text", text)
              .mapTo(Integer.class)
              .one()
          > 0;
    }
  }

  private static List<Column> columns(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT table_name AS owner, column_name AS name
            FROM information_schema.columns
            WHERE table_schema = DATABASE()
              AND data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext', 'json')
            """)
        .map((row, context) -> new Column(row.getString("owner"), row.getString("name")))
        .list();
  }
}
