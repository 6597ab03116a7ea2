package org.ronde.app;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.util.Map;
import java.util.Optional;
import org.ronde.http.Edge;
import org.ronde.http.ViewFilter;

/** Plugs the edge and every room's pages and resources into the web server. */
final class Web {
  private final RondeConfiguration configuration;
  private final Rooms rooms;

  Web(RondeConfiguration configuration, Rooms rooms) {
    this.configuration = configuration;
    this.rooms = rooms;
  }

  void plugInto(Environment environment) {
    new Edge(
            configuration.getBaseUrl(),
            rooms.templates(),
            rooms.cookies(),
            rooms.database(),
            credentials -> Optional.empty(),
            actor -> Map.of("unread", 0),
            new ViewFilter.SiteFacts(
                configuration.getBaseUrl().toString(),
                configuration.getHalves().barter(),
                configuration.getHalves().challenges()))
        .plugInto(environment);
    plugRooms(environment.jersey());
  }

  private void plugRooms(JerseyEnvironment jersey) {
    jersey.register(
        new SitePages(rooms.words(), rooms.cookies(), () -> new SitePages.Counts(0, 0, 0, 0)));
  }
}
