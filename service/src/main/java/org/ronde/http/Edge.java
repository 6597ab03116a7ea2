package org.ronde.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.dropwizard.auth.AuthDynamicFeature;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.auth.Authenticator;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.ronde.db.Database;

/**
 * Everything a request passes before and after a resource: limits, who asks, forgery, repeated
 * requests, pages, problems, headers. Plugged into a server once, before the rooms' resources.
 *
 * @param authenticator tells who is asking
 * @param facts what every page shows of a signed-in member
 */
public record Edge(
    URI baseUrl,
    Templates templates,
    Cookies cookies,
    Database database,
    Authenticator<Credentials, Actor> authenticator,
    PageFacts facts,
    ViewFilter.SiteFacts site,
    UploadSettings uploads) {

  /** With the standard limits for files. */
  public Edge(
      URI baseUrl,
      Templates templates,
      Cookies cookies,
      Database database,
      Authenticator<Credentials, Actor> authenticator,
      PageFacts facts,
      ViewFilter.SiteFacts site) {
    this(
        baseUrl,
        templates,
        cookies,
        database,
        authenticator,
        facts,
        site,
        UploadSettings.standard());
  }

  /** Plugs it in and returns the keeper of repeated requests, whose old answers a job forgets. */
  public OnceHandlers plugInto(Environment environment) {
    ObjectMapper json = strict(environment.getObjectMapper());
    ConnectorErrors connectorErrors = new ConnectorErrors(json);
    environment.getApplicationContext().setErrorHandler(connectorErrors);
    // An address that is none (%00) is refused before the server knows of any application.
    environment
        .lifecycle()
        .addServerLifecycleListener(server -> server.setErrorHandler(connectorErrors));
    environment
        .servlets()
        .addFilter("security-headers", new SecurityHeaders("https".equals(baseUrl.getScheme())))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    environment
        .servlets()
        .addFilter("temporary-files", new TemporaryFiles())
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    environment
        .servlets()
        .addFilter("head-answers", new HeadAnswers())
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    JerseyEnvironment jersey = environment.jersey();
    SignInFilter signIn = new SignInFilter(cookies, authenticator);
    jersey.register(new BodyLimitFilter(uploads, InstantSource.system()));
    jersey.register(new AuthDynamicFeature(signIn));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Actor.class));
    CurrentRequest current = new CurrentRequest();
    jersey.register(current);
    FormReader forms = new FormReader(current, uploads);
    jersey.register(forms);
    jersey.register(new ForgeryFilter(baseUrl, forms));
    Problems problems = new Problems(templates.words(), signIn, current);
    jersey.register(problems);
    jersey.register(new Violations(problems));
    jersey.register(new ViewFilter(templates, cookies, facts, site));
    OnceHandlers once =
        new OnceHandlers(database.transactions(), database.jdbi(), json, current, forms);
    jersey.register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bind(once).to(ResourceMethodInvocationHandlerProvider.class);
          }
        });
    return once;
  }

  /** Says no to JSON that is not exactly what the API describes. */
  private static ObjectMapper strict(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      json.coercionConfigFor(type).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
    return json;
  }
}
