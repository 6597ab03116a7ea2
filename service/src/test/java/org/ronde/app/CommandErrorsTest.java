package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What operators read on the console when a command fails. */
class CommandErrorsTest {
  private static String printed(Throwable failure) {
    StringWriter text = new StringWriter();
    CommandErrors.print(new PrintWriter(text), failure);
    return text.toString().strip();
  }

  @Test
  void saysThatTheDatabaseDoesNotAnswer() {
    SQLException failure =
        new SQLException(
            "Communications link failure\n\nThe last packet …",
            "08S01",
            new ConnectException("Connection refused"));

    assertThat(printed(new IllegalStateException("No handle", failure)))
        .isEqualTo(
            "The database let nobody in (Connection refused). Look at RONDE_DB_URL,"
                + " RONDE_DB_USER, RONDE_DB_PASSWORD.");
  }

  @Test
  void saysThatTheAccountIsRefusedOrTheDatabaseUnknown() {
    SQLException refused = new SQLException("Access denied for user 'a'@'b'", "28000", 1045);
    SQLException unknown = new SQLException("Unknown database 'rond'", "42000", 1049);

    assertThat(printed(refused)).contains("(Access denied for user 'a'@'b')").hasLineCount(1);
    assertThat(printed(unknown)).contains("(Unknown database 'rond')").hasLineCount(1);
  }

  @Test
  void saysThatAPortIsTaken() {
    assertThat(printed(new RuntimeException("Failed to bind", new BindException("in use"))))
        .contains("RONDE_PORT")
        .hasLineCount(1);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThat(printed(new FileNotFoundException("File conf.yml not found")))
        .isEqualTo("File conf.yml not found");
  }

  @Test
  void keepsTheTraceOfABug() {
    SQLException bug = new SQLException("Unknown column", "42S22", 1054);

    assertThat(printed(new IllegalStateException("A bug", bug)))
        .contains("at org.ronde.app.CommandErrorsTest");
  }
}
