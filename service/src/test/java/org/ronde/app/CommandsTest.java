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
import org.ronde.db.DatabaseConfiguration;
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
    CreateOperatorCommand command =
        new CreateOperatorCommand(
            out, (rooms, email, name) -> "link for %s, %s".formatted(name, email));

    command.run(
        null, arguments(Map.of("email", "odile@ronde.example", "name", "Odile")), configuration());

    assertThat(printed()).startsWith("link for Odile, odile@ronde.example");
  }

  @Test
  void refusesAnOperatorWithoutAnAddress() {
    CreateOperatorCommand command =
        new CreateOperatorCommand(
            out,
            (rooms, email, name) -> rooms.members().operators().createOperator(email, name).name());
    Namespace arguments = arguments(Map.of("email", "odile", "name", "Odile"));

    assertThatThrownBy(() -> command.run(null, arguments, configuration()))
        .isInstanceOf(RoomsCommand.Failure.class)
        .hasMessageContaining("'odile' is no e-mail address");
  }

  @Test
  void asksForTheMigrationsThatAreMissing() {
    RondeConfiguration configuration = configuration();
    String url = String.valueOf(configuration.database().getUrl());
    configuration
        .database()
        .setUrl(url.replaceFirst("/\\w+\\?", "/ronde_unmigrated?createDatabaseIfNotExist=true&"));
    SeedDemoCommand command = new SeedDemoCommand(out, rooms -> "seeded");

    assertThatThrownBy(() -> command.run(null, arguments(Map.of()), configuration))
        .isInstanceOf(RoomsCommand.Failure.class)
        .hasMessageContaining("run migrate first");
    assertThat(printed()).isEmpty();
  }

  @Test
  void saysWhatSeedingAndClearingCameTo() {
    new SeedDemoCommand(out, rooms -> "12 companies")
        .run(null, arguments(Map.of()), configuration());
    new RunClearingCommand(out, rooms -> "3 cycles")
        .run(null, arguments(Map.of()), configuration());

    assertThat(printed()).contains("12 companies").contains("3 cycles");
  }
}
