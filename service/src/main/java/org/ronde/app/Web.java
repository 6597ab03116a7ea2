package org.ronde.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.ronde.http.Actor;
import org.ronde.http.BodyLimitFilter;
import org.ronde.http.ConnectorErrors;
import org.ronde.http.ForgeryFilter;
import org.ronde.http.FormReader;
import org.ronde.http.OnceHandlers;
import org.ronde.http.Problems;
import org.ronde.http.SecurityHeaders;
import org.ronde.http.SignInFilter;
import org.ronde.http.ViewFilter;

/** Plugs the rooms' pages and resources into the web server, behind the filters all share. */
final class Web {
  private static final long BODY_BYTES_MAX = 256 * 1024;

  private final RondeConfiguration configuration;
  private final Rooms rooms;

  Web(RondeConfiguration configuration, Rooms rooms) {
    this.configuration = configuration;
    this.rooms = rooms;
  }

  void plugInto(Environment environment) {
    strict(environment.getObjectMapper());
    environment
        .getApplicationContext()
        .setErrorHandler(new ConnectorErrors(environment.getObjectMapper()));
    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders(https()))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    plugEdge(environment.jersey(), environment.getObjectMapper());
    plugRooms(environment.jersey());
  }

  private boolean https() {
    return "https".equals(configuration.getBaseUrl().getScheme());
  }

  private void plugEdge(JerseyEnvironment jersey, ObjectMapper json) {
    SignInFilter signIn = new SignInFilter(rooms.cookies(), credentials -> Optional.empty());
    jersey.register(new BodyLimitFilter(BODY_BYTES_MAX));
    jersey.register(new AuthDynamicFeature(signIn));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Actor.class));
    jersey.register(new ForgeryFilter(configuration.getBaseUrl()));
    jersey.register(new FormReader());
    jersey.register(new Problems(rooms.words(), signIn));
    jersey.register(
        new ViewFilter(
            rooms.templates(),
            rooms.cookies(),
            actor -> Map.of("unread", 0),
            new ViewFilter.SiteFacts(
                configuration.getBaseUrl().toString(),
                configuration.getHalves().barter(),
                configuration.getHalves().challenges())));
    OnceHandlers once = new OnceHandlers(rooms.transactions(), rooms.database().jdbi(), json);
    jersey.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(once).to(ResourceMethodInvocationHandlerProvider.class);
          }
        });
  }

  private void plugRooms(JerseyEnvironment jersey) {
    jersey.register(new HomePages());
  }

  /** Says no to JSON that is not exactly what the API describes. */
  static void strict(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      json.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
  }
}
