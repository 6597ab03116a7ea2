package org.ronde.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Says where the account may do more, or the server keeps less, than Ronde counts on. */
final class ServerReview {
  private static final Set<String> UNWANTED_ANYWHERE =
      Set.of("DROP", "ALTER", "CREATE", "INDEX", "TRIGGER", "GRANT OPTION", "SUPER", "FILE");
  private static final Set<String> UNWANTED_ON_LEDGERS = Set.of("UPDATE", "DELETE");

  private record Grant(String table, String right) {}

  private ServerReview() {}

  static List<String> warnings(Handle handle) {
    List<String> warnings = new ArrayList<>();
    reviewGrants(handle, warnings);
    reviewServer(handle, warnings);
    return warnings;
  }

  private static void reviewGrants(Handle handle, List<String> warnings) {
    String account = handle.createQuery("SELECT CURRENT_USER()").mapTo(String.class).one();
    List<Grant> grants =
        handle
            .createQuery(GRANTS)
            .bind("grantee", quoted(account))
            .map((row, context) -> new Grant(row.getString("name"), row.getString("privilege")))
            .list();
    Set<String> schemaRights =
        grants.stream()
            .map(Grant::right)
            .filter(UNWANTED_ANYWHERE::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!schemaRights.isEmpty()) {
      warnings.add(
          "The account %s may %s. It needs SELECT, INSERT, UPDATE and DELETE alone; give the rest to the account that runs `migrate`."
              .formatted(account, String.join(", ", schemaRights)));
    }
    for (String ledger : handle.createQuery(LEDGERS).mapTo(String.class).list()) {
      Set<String> rights =
          grants.stream()
              .filter(grant -> grant.table().isEmpty() || grant.table().equals(ledger))
              .map(Grant::right)
              .filter(UNWANTED_ON_LEDGERS::contains)
              .collect(Collectors.toCollection(TreeSet::new));
      if (!rights.isEmpty()) {
        warnings.add(
            "The account %s may %s on %s, which is only ever appended to: give it SELECT and INSERT there."
                .formatted(account, String.join(" and ", rights), ledger));
      }
    }
  }

  private static void reviewServer(Handle handle, List<String> warnings) {
    if (number(handle, "SELECT @@GLOBAL.innodb_flush_log_at_trx_commit") != 1) {
      warnings.add(
          "innodb_flush_log_at_trx_commit is not 1: a power cut loses what members were told is done.");
    }
    if (number(handle, "SELECT @@GLOBAL.log_bin") == 1
        && number(handle, "SELECT @@GLOBAL.sync_binlog") != 1) {
      warnings.add("sync_binlog is not 1: after a power cut a replica may know less, or more.");
    }
    String mode = handle.createQuery("SELECT @@SESSION.sql_mode").mapTo(String.class).one();
    if (!mode.contains("STRICT_ALL_TABLES")) {
      warnings.add(
          "sql_mode lacks STRICT_ALL_TABLES: values that do not fit are cut instead of refused. Maybe database.initializationQuery was changed.");
    }
    String zone = handle.createQuery("SELECT @@SESSION.time_zone").mapTo(String.class).one();
    if (!zone.equals("+00:00") && !zone.equals("UTC")) {
      warnings.add("time_zone is %s, not +00:00: times would be stored wrongly.".formatted(zone));
    }
  }

  private static long number(Handle handle, String query) {
    return handle.createQuery(query).mapTo(Long.class).one();
  }

  /** As information_schema writes an account: {@code 'name'@'host'}. */
  private static String quoted(String account) {
    int at = account.lastIndexOf('@');
    return "'%s'@'%s'".formatted(account.substring(0, at), account.substring(at + 1));
  }

  private static final String LEDGERS =
      """
      SELECT table_name
      FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_comment LIKE 'append-only%'
      ORDER BY table_name
      """;

  /** The name is empty for a right on the whole database or server. */
  private static final String GRANTS =
      """
      SELECT '' AS name, privilege_type AS privilege
      FROM information_schema.user_privileges
      WHERE grantee = :grantee
      UNION ALL
      SELECT '', privilege_type
      FROM information_schema.schema_privileges
      WHERE grantee = :grantee AND DATABASE() LIKE table_schema
      UNION ALL
      SELECT table_name, privilege_type
      FROM information_schema.table_privileges
      WHERE grantee = :grantee AND table_schema = DATABASE()
      """;
}
