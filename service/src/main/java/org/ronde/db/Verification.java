package org.ronde.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the whole database for what must not be: contradictions of the rooms' invariants,
 * rows that break a CHECK or a foreign key (a session can switch those off), an account or a server
 * weaker than Ronde counts on. Reads one consistent picture and changes nothing.
 */
public final class Verification {
  private static final int EXAMPLES_MAX = 5;

  private final Jdbi jdbi;
  private final Jdbi owner;

  /**
   * What was found.
   *
   * @param warnings sentences about the account and the server; the data is sound all the same
   */
  public record Report(int checked, List<Broken> broken, List<String> warnings) {
    public Report {
      broken = List.copyOf(broken);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * An invariant that does not hold, with the first rows that contradict it.
   *
   * @param rows how many there are
   */
  public record Broken(
      String room, String sentence, long rows, List<Map<String, @Nullable Object>> examples) {
    public Broken {
      examples = List.copyOf(examples);
    }
  }

  /**
   * With the service's own connections, whose account is reviewed, and those of the account that
   * owns the schema: MariaDB shows a CHECK only to an account that could change its table.
   */
  Verification(Jdbi jdbi, Jdbi owner) {
    this.jdbi = jdbi;
    this.owner = owner;
  }

  /** Checks these invariants and all that the schema itself promises. */
  public Report report(List<Invariant> invariants) {
    List<Invariant> all = new ArrayList<>(invariants);
    all.addAll(owner.withHandle(SchemaPromises::of));
    return jdbi.withHandle(
        handle -> {
          List<Broken> broken = check(handle, all);
          return new Report(all.size(), broken, ServerReview.warnings(handle));
        });
  }

  private static List<Broken> check(Handle handle, List<Invariant> invariants) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
      try {
        List<Broken> broken = new ArrayList<>();
        for (Invariant invariant : invariants) {
          check(handle.getConnection(), invariant, broken);
        }
        return broken;
      } finally {
        statement.execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be verified.", e);
    }
  }

  private static void check(Connection connection, Invariant invariant, List<Broken> broken)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(invariant.sql())) {
      List<Map<String, @Nullable Object>> examples = new ArrayList<>();
      long rows = 0;
      while (found.next()) {
        rows++;
        if (examples.size() < EXAMPLES_MAX) {
          examples.add(row(found));
        }
      }
      if (rows > 0) {
        broken.add(new Broken(invariant.room(), invariant.sentence(), rows, examples));
      }
    } catch (SQLException e) {
      throw new SQLException(
          "The invariant '%s' of %s cannot be asked: %s"
              .formatted(invariant.sentence(), invariant.room(), e.getMessage()),
          e);
    }
  }

  private static Map<String, @Nullable Object> row(ResultSet found) throws SQLException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
      row.put(found.getMetaData().getColumnLabel(i), readable(found.getObject(i)));
    }
    return row;
  }

  private static @Nullable Object readable(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length == 16
          ? ColumnTypes.uuid(bytes).toString()
          : HexFormat.of().formatHex(bytes);
    }
    return value == null || value instanceof Number ? value : value.toString();
  }
}
