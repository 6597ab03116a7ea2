package org.ronde.app;

import io.dropwizard.lifecycle.ServerLifecycleListener;
import java.io.PrintStream;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.ronde.members.Company;

/**
 * What the console says once Ronde answers: where it is, and the links, good once, by which the
 * demo people or the first operator come in.
 */
final class Greeting implements ServerLifecycleListener {
  private final Rooms rooms;
  private final URI baseUrl;
  private final boolean demo;
  private final PrintStream out;

  Greeting(Rooms rooms, URI baseUrl, boolean demo, PrintStream out) {
    this.rooms = rooms;
    this.baseUrl = baseUrl;
    this.demo = demo;
    this.out = out;
  }

  @Override
  public void serverStarted(Server server) {
    StringBuilder text = new StringBuilder("\nRonde is open at %s%n".formatted(baseUrl));
    if (demo && DemoWorld.livesIn(rooms)) {
      demoLinks(text);
    } else {
      rooms
          .members()
          .operators()
          .firstOperatorLink()
          .ifPresent(link -> line(text, "Become the first operator (once)", link));
    }
    out.println(text);
  }

  /** One link for each kind of person that a visitor may want to be. */
  private void demoLinks(StringBuilder text) {
    DemoScript script = DemoScript.load();
    text.append("Come in as (each link works once; a new start prints new ones):\n");
    line(text, "a free company's owner", owner(script, Company.Plan.FREE, Company.Status.APPROVED));
    line(
        text,
        "a premium company's owner",
        owner(script, Company.Plan.PREMIUM, Company.Status.APPROVED));
    line(
        text,
        "a company awaiting approval",
        owner(script, Company.Plan.FREE, Company.Status.PENDING));
    line(text, "the operator", rooms.members().oneTimeLink(script.operator().email()));
  }

  private String owner(DemoScript script, Company.Plan plan, Company.Status status) {
    DemoScript.Firm firm =
        script.companies().stream()
            .filter(candidate -> candidate.plan() == plan && candidate.status() == status)
            .findFirst()
            .orElseThrow();
    return rooms.members().oneTimeLink(firm.people().get(0).email());
  }

  private static void line(StringBuilder text, String who, String link) {
    text.append("  %-28s %s%n".formatted(who, link));
  }
}
