package org.ronde.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dropwizard.core.setup.Environment;
import java.io.OutputStream;
import java.io.PrintStream;

/** Plugs in what those who run an instance and those who program against it use. */
final class Operations {
  private Operations() {}

  static void plugInto(Environment environment, RondeConfiguration configuration, Rooms rooms) {
    quietRequestLog();
    Health.plugInto(environment, configuration, rooms.edges().database());
    MetricsExport.plugInto(environment);
    environment
        .jersey()
        .register(new OpenApiResource(environment.jersey(), configuration.baseUrl()));
    environment.jersey().register(new OpenApiPages());
  }

  /** The request log tells standard output which versions it found of itself, at each start. */
  @SuppressWarnings("deprecation") // What that library calls is deprecated too.
  private static void quietRequestLog() {
    ch.qos.logback.core.util.StatusPrinter.setPrintStream(
        new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }
}
