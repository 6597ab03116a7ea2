package org.ronde.app;

import io.dropwizard.auth.Auth;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ronde.http.Once;
import org.ronde.http.Problem;
import org.ronde.http.ProblemType;

/**
 * Describes the resources below {@code /api/v1} as OpenAPI, from the classes that answer: what is
 * described cannot drift from what is served. Adds what all share: tokens, idempotency keys and
 * problems.
 */
final class OpenApiDocument {
  static final String PREFIX = "/api/v1";
  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";

  private OpenApiDocument() {}

  // One at a time: the reader knows its extensions and converters by global lists.
  static synchronized OpenAPI of(Collection<Class<?>> resources, URI baseUrl) {
    List<OpenAPIExtension> before = OpenAPIExtensions.getExtensions();
    ModelResolver records = new ModelResolver(Json.mapper(), new NamesByOwner());
    ModelConverters.getInstance().addConverter(records);
    try {
      OpenAPI frame = frame(baseUrl);
      List<OpenAPIExtension> extensions = new ArrayList<>(before);
      extensions.add(0, new HouseRules(frame.getComponents()));
      OpenAPIExtensions.setExtensions(extensions);
      Set<Class<?>> sorted = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
      resources.stream().filter(OpenApiDocument::describes).forEach(sorted::add);
      return new Reader(new SwaggerConfiguration().openAPI(frame)).read(sorted);
    } finally {
      OpenAPIExtensions.setExtensions(before);
      ModelConverters.getInstance().removeConverter(records);
    }
  }

  /** As JSON, with keys in the order in which they were described. */
  static String json(OpenAPI document) {
    return Json.pretty(document);
  }

  static boolean describes(Class<?> resource) {
    Path path = resource.getAnnotation(Path.class);
    return path != null && ("/" + path.value()).replace("//", "/").startsWith(PREFIX);
  }

  private static OpenAPI frame(URI baseUrl) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Ronde")
                .version("v1")
                .license(new License().name("Apache-2.0"))
                .description(
                    "Companies swap in cycles. The same rights and rules as on the pages; how"
                        + " tokens, idempotency keys, problems and paging work is told at /api."))
        .addServersItem(new Server().url(baseUrl.toString()))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .schemas(problemSchemas()));
  }

  @SuppressWarnings({"rawtypes", "NullAway"}) // The library's own signatures; Problem has a type.
  private static Map<String, Schema> problemSchemas() {
    Map<String, Schema> schemas =
        new LinkedHashMap<>(ModelConverters.getInstance().readAll(Problem.class));
    Schema<?> type = (Schema<?>) schemas.get(PROBLEM).getProperties().get("type");
    type.description(
        "What kind of problem: "
            + String.join(
                ", ",
                Arrays.stream(ProblemType.values()).map(t -> "/problems/" + t.slug()).toList()));
    return schemas;
  }

  /** Two resources may each have a record Request: the owner's name keeps them apart. */
  private static final class NamesByOwner extends TypeNameResolver {
    @Override
    protected String getNameOfClass(Class<?> type) {
      Class<?> owner = type.getEnclosingClass();
      return owner == null
          ? type.getSimpleName()
          : getNameOfClass(owner).replaceFirst("Resource$", "") + type.getSimpleName();
    }
  }

  /** What holds for every operation, read from the annotations it carries anyway. */
  private static final class HouseRules extends AbstractOpenAPIExtension {
    private final Components described;

    HouseRules(Components described) {
      this.described = described;
    }

    @Override
    public ResolvedParameter extractParameters(
        List<Annotation> annotations,
        Type type,
        Set<Type> typesToSkip,
        Components components,
        Consumes classConsumes,
        Consumes methodConsumes,
        boolean includeRequestBody,
        com.fasterxml.jackson.annotation.JsonView view,
        Iterator<OpenAPIExtension> chain) {
      if (annotations.stream().anyMatch(Auth.class::isInstance)) {
        return new ResolvedParameter();
      }
      return super.extractParameters(
          annotations,
          type,
          typesToSkip,
          components,
          classConsumes,
          methodConsumes,
          includeRequestBody,
          view,
          chain);
    }

    @Override
    public void decorateOperation(
        Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
      if (method.isAnnotationPresent(Once.class)) {
        operation.addParametersItem(idempotencyKey());
      }
      if (Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(Auth.class))) {
        operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
      }
      if (operation.getResponses() == null) {
        operation.setResponses(new ApiResponses());
      }
      describeAnswers(operation.getResponses(), method);
      operation
          .getResponses()
          .addApiResponse(
              ApiResponses.DEFAULT,
              new ApiResponse()
                  .description("A refusal: nothing was changed")
                  .content(
                      new Content()
                          .addMediaType(
                              Problem.MEDIA_TYPE,
                              new MediaType()
                                  .schema(
                                      new Schema<>()
                                          .$ref(Components.COMPONENTS_SCHEMAS_REF + PROBLEM)))));
      super.decorateOperation(operation, method, chain);
    }

    /** An answer that is only told in words holds what the method returns. */
    private void describeAnswers(ApiResponses answers, Method method) {
      if (method.getReturnType() == Response.class || method.getReturnType() == void.class) {
        return;
      }
      ResolvedSchema returned =
          ModelConverters.getInstance()
              .resolveAsResolvedSchema(
                  new AnnotatedType(method.getGenericReturnType()).resolveAsRef(true));
      returned.referencedSchemas.forEach(described::addSchemas);
      answers.forEach(
          (status, answer) -> {
            if (status.startsWith("2") && answer.getContent() == null) {
              answer.content(
                  new Content()
                      .addMediaType(
                          jakarta.ws.rs.core.MediaType.APPLICATION_JSON,
                          new MediaType().schema(returned.schema)));
            }
          });
    }

    private static Parameter idempotencyKey() {
      return new HeaderParameter()
          .name("Idempotency-Key")
          .required(true)
          .description(
              "A text of your own, new for each intent: a repeated request does nothing twice and"
                  + " gets the first answer again")
          .schema(new StringSchema().maxLength(200));
    }
  }
}
