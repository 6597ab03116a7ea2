package org.ronde.http;

import io.dropwizard.assets.AssetsBundle;
import io.dropwizard.core.setup.Bootstrap;

/**
 * Our own files and the two libraries' that pages load: all from this server, under {@code
 * /assets}.
 */
public final class Assets {
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  private Assets() {}

  /** Serves them; called once while the application is set up. */
  public static void serve(Bootstrap<?> bootstrap) {
    bootstrap.addBundle(new AssetsBundle("/assets", "/assets", null, "assets"));
    bootstrap.addBundle(webjar("bootstrap", "5.3.8"));
    bootstrap.addBundle(webjar("htmx.org", "2.0.10"));
  }

  private static AssetsBundle webjar(String name, String version) {
    return new AssetsBundle(WEBJARS + name + "/" + version, "/assets/webjars/" + name, null, name);
  }
}
