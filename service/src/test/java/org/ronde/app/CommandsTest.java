package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Namespace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.db.DatabaseConfiguration;
import org.ronde.db.DatabaseUnusable;
import org.ronde.db.TestDatabase;

/** The commands beside the server, on a database of somebody's own. */
@Tag("database")
class CommandsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static RondeConfiguration configuration() {
    RondeConfiguration configuration = new RondeConfiguration();
    DatabaseConfiguration own = new DatabaseConfiguration();
    own.setUrl(database.configuration().getUrl());
    own.setUser(database.configuration().getUser());
    own.setPassword(database.configuration().getPassword());
    configuration.useDatabase(own);
    return configuration;
  }

  private static Namespace arguments(Map<String, Object> values) {
    return new Namespace(values);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void saysThatTheSettingsCanBeUsed() {
    new CheckCommand(out).run(null, arguments(Map.of()), new RondeConfiguration());

    assertThat(printed()).isEqualTo("The settings can be used.\n");
  }

  @Test
  void migratesADatabaseThatIsUpToDateByDoingNothing() {
    new MigrateCommand(out).run(null, arguments(Map.of()), configuration());

    assertThat(printed()).startsWith("0 migrations applied.");
  }

  @Test
  void refusesToMigrateTheEmbeddedDatabase() {
    MigrateCommand command = new MigrateCommand(out);

    assertThatThrownBy(() -> command.run(null, arguments(Map.of()), new RondeConfiguration()))
        .isInstanceOf(RoomsCommand.Failure.class)
        .hasMessageContaining("RONDE_DB_URL");
  }

  @Test
  void refusesAnAccountThatIsNoAccount() {
    MigrateCommand command = new MigrateCommand(out);
    Namespace arguments = arguments(Map.of("grantTo", "root; DROP TABLE company"));

    assertThatThrownBy(() -> command.run(null, arguments, configuration()))
        .hasMessageContaining("'name'@'host'");
  }

  @Test
  void findsNothingBrokenInAnEmptyInstance() {
    VerifyCommand command = new VerifyCommand(out);

    assertThatCode(() -> command.run(null, arguments(Map.of()), configuration()))
        .doesNotThrowAnyException();

    assertThat(printed()).contains("\"broken\" : [ ]");
  }

  @Test
  void failsWithAListWhenAnInvariantIsBroken() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO idempotency (actor, key_hash, body_hash, status, created_at)
                    VALUES ('anonymous', 'k', 'b', 500, UTC_TIMESTAMP(6))
                    """));
    VerifyCommand command = new VerifyCommand(out);

    assertThatThrownBy(() -> command.run(null, arguments(Map.of()), configuration()))
        .isInstanceOf(RoomsCommand.Failure.class)
        .hasMessageContaining("1 of ");

    assertThat(printed()).contains("\"room\" : \"http\"").contains("\"status\" : 500");
  }

  @Test
  void warnsOfAnAccountThatMayTooMuch() {
    new VerifyCommand(out).run(null, arguments(Map.of()), configuration());

    assertThat(printed()).contains("may ALTER");
  }

  @Test
  void asksTheInvariantsOfEveryRoomThatKeepsSome() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "org", "ronde"))) {
      List<String> rooms =
          files
              .filter(file -> file.endsWith("invariants.sql"))
              .map(file -> String.valueOf(file.getName(file.getNameCount() - 2)))
              .sorted()
              .toList();

      assertThat(VerifyCommand.ROOMS).containsExactlyInAnyOrderElementsOf(rooms);
    }
  }

  @Test
  void printsTheLinkByWhichANewOperatorEnters() {
    new CreateOperatorCommand(out)
        .run(
            null,
            arguments(Map.of("email", "odile@ronde.example", "name", "Odile")),
            configuration());

    assertThat(printed()).matches("http://localhost:8080/links/\\S{43}\\s");
  }

  @ParameterizedTest
  @CsvSource({
    "odile, Odile, 'odile' is no e-mail address",
    "odile@ronde.example, '', has a name of 2 to 120 characters"
  })
  void refusesAnOperatorNobodyCouldReachOrName(String email, String name, String reason) {
    CreateOperatorCommand command = new CreateOperatorCommand(out);
    Namespace arguments = arguments(Map.of("email", email, "name", name));

    assertThatThrownBy(() -> command.run(null, arguments, configuration()))
        .isInstanceOf(RoomsCommand.Failure.class)
        .hasMessageContaining(reason);
    assertThat(printed()).isEmpty();
  }

  @Test
  void asksForTheMigrationsThatAreMissing() {
    RondeConfiguration configuration = configuration();
    String url = String.valueOf(configuration.database().getUrl());
    configuration
        .database()
        .setUrl(url.replaceFirst("/\\w+\\?", "/ronde_unmigrated?createDatabaseIfNotExist=true&"));
    SeedDemoCommand command = new SeedDemoCommand(out);

    assertThatThrownBy(() -> command.run(null, arguments(Map.of()), configuration))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("ronde.jar migrate config.yml");
    assertThat(printed()).isEmpty();
  }

  @Test
  void saysWhatAClearingCameToAndWhoAskedForIt() {
    new RunClearingCommand(out).run(null, arguments(Map.of()), configuration());

    assertThat(printed()).startsWith("Cycles found: 0.");
    assertThat(causes()).containsExactly("COMMAND");
  }

  @Test
  void leavesAClearingToTheOneThatRuns() {
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    INSERT INTO clearing
                      (clearing_id, state, cause, requested_at, started_at, heard_at,
                       seed, cycle_length_max, steps_max, solve_millis_max)
                    VALUES (UNHEX('0123456789abcdef0123456789abcdef'), 'RUNNING', 'DAILY',
                      UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 1, 4, 2000, 60000)
                    """));

    new RunClearingCommand(out).run(null, arguments(Map.of()), configuration());

    assertThat(printed()).startsWith("Another clearing runs.");
    assertThat(causes()).containsExactlyInAnyOrder("DAILY", "COMMAND");
  }

  private static List<String> causes() {
    return database
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT cause FROM clearing").mapTo(String.class).list());
  }
}
