package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;

/** What the console says when Ronde answers. */
@Tag("database")
class GreetingTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());

  private String greeting(boolean demo) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    new Greeting(rooms, URI.create("http://localhost:8080"), demo, out).serverStarted(new Server());
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void asksForTheFirstOperatorOfAnEmptyInstance() {
    assertThat(greeting(false)).contains("Become the first operator").contains("/links/");
  }

  @Test
  void letsEachKindOfDemoPersonIn() {
    DemoWorld.seed(rooms);

    assertThat(greeting(true).split("/links/")).hasSize(1 + 4);
  }

  @Test
  void printsNoLinkIntoAnInstanceOfRealMembers() {
    rooms.members().operators().createOperator("odile@ronde.example", "Odile");
    DemoWorld.seed(rooms);

    assertThat(greeting(true)).contains("http://localhost:8080").doesNotContain("/links/");
    assertThat(greeting(false)).contains("http://localhost:8080").doesNotContain("/links/");
  }
}
