package org.ronde.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.spi.internal.ResourceMethodInvocationHandlerProvider;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.ids.MemberId;

/**
 * Runs {@link Once} methods: the key, the work and the answer are stored together or not at all.
 */
public final class OnceHandlers implements ResourceMethodInvocationHandlerProvider {
  private static final int KEPT_DAYS = 7;

  private final Transactions transactions;
  private final OnceDao dao;
  private final ObjectMapper json;
  private final CurrentRequest current;
  private final FormReader forms;

  OnceHandlers(
      Transactions transactions,
      Jdbi jdbi,
      ObjectMapper json,
      CurrentRequest current,
      FormReader forms) {
    this.current = current;
    this.forms = forms;
    this.transactions = transactions;
    this.dao = jdbi.onDemand(OnceDao.class);
    this.json = json;
  }

  @Override
  public @Nullable InvocationHandler create(Invocable method) {
    return method.getHandlingMethod().isAnnotationPresent(Once.class) ? this::invoke : null;
  }

  /** Forgets answers older than {@value #KEPT_DAYS} days; a job calls this. */
  public int forgetOld() {
    return dao.forget(KEPT_DAYS);
  }

  /** Forgets what a member was answered, because they have left. */
  public void forget(MemberId member) {
    dao.forgetOf(member.toString());
  }

  private Object invoke(Object resource, Method method, Object[] arguments)
      throws InvocationTargetException {
    ContainerRequest request = current.get();
    try {
      Optional<String> key = findKey(request);
      if (key.isEmpty() && request.getUriInfo().getPath().startsWith("api/")) {
        throw new Refusal(ProblemType.IDEMPOTENCY_KEY_MISSING);
      }
      prepare(resource, arguments);
      return transactions.in(
          () ->
              key.isEmpty()
                  ? answer(call(resource, method, arguments))
                  : once(request, key.get(), () -> call(resource, method, arguments)));
    } catch (Undone undone) {
      rescue(request);
      return undone.response;
    } catch (RuntimeException e) {
      // As reflection would have thrown it: Jersey maps nothing else to an answer.
      throw new InvocationTargetException(e);
    }
  }

  private static void prepare(Object resource, Object[] arguments) {
    if (resource instanceof Preparing slow) {
      Stream.of(arguments)
          .filter(Form.class::isInstance)
          .map(Form.class::cast)
          .forEach(slow::prepare);
    }
  }

  /** What was refused is rolled back; what a form wants saved nevertheless is saved now. */
  private void rescue(ContainerRequest request) {
    if (FormReader.bringsForm(request)) {
      forms.form(request).findRescue().ifPresent(transactions::run);
    }
  }

  private Response once(ContainerRequest request, String key, Supplier<@Nullable Object> work) {
    String actor = actor(request);
    String keyHash = sha256(key.getBytes(StandardCharsets.UTF_8));
    String bodyHash = sha256(body(request), request.getUriInfo().getPath());
    if (dao.claim(actor, keyHash, bodyHash) == 0) {
      return repeat(actor, keyHash, bodyHash);
    }
    Response answer = answer(work.get());
    dao.keep(
        actor,
        keyHash,
        answer.getStatus(),
        answer.getLocation() == null ? null : answer.getLocation().toString(),
        (String) answer.getEntity(),
        answer.getHeaderString(Redirect.FLASH_HEADER));
    return answer;
  }

  private Response repeat(String actor, String keyHash, String bodyHash) {
    OnceDao.Answer before =
        dao.findAnswer(actor, keyHash)
            .orElseThrow(() -> new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED));
    if (!before.bodyHash().equals(bodyHash)) {
      throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
    Response.ResponseBuilder again = Response.status(before.status());
    if (before.location() != null) {
      again.location(URI.create(before.location()));
    }
    if (before.flash() != null) {
      again.header(Redirect.FLASH_HEADER, before.flash());
    }
    if (before.body() != null) {
      again.type(MediaType.APPLICATION_JSON_TYPE).entity(before.body());
    }
    return again.header("Idempotency-Replayed", "true").build();
  }

  /**
   * The answer with its body already written, so that the copy kept is the copy sent.
   *
   * @throws Undone when the method did not do its work but shows a form again: whatever it wrote
   *     before it found out is rolled back, and the key stays free
   */
  private Response answer(@Nullable Object result) {
    Response response = result instanceof Response given ? given : Response.ok(result).build();
    if (response.getStatus() >= 400 || response.getEntity() instanceof View) {
      throw new Undone(response);
    }
    if (response.getEntity() == null) {
      return response;
    }
    try {
      return Response.fromResponse(response)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(json.writeValueAsString(response.getEntity()))
          .build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    Undone(Response response) {
      super(null, null, false, false);
      this.response = response;
    }
  }

  private static @Nullable Object call(Object resource, Method method, Object[] arguments) {
    try {
      return method.invoke(resource, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> findKey(ContainerRequest request) {
    String header = request.getHeaderString("Idempotency-Key");
    if (header != null && !header.isBlank()) {
      return Optional.of(header);
    }
    if (FormReader.bringsForm(request)) {
      return forms.form(request).findText("idempotencyKey");
    }
    return Optional.empty();
  }

  private static String actor(ContainerRequest request) {
    return request.getSecurityContext().getUserPrincipal() instanceof Actor actor
        ? actor.memberId().toString()
        : "anonymous";
  }

  private byte[] body(ContainerRequest request) {
    // Buffered by the forgery filter, before the method's own arguments were read from it.
    return FormReader.bringsFiles(request)
        ? forms.form(request).findDigest().orElseThrow()
        : request.readEntity(byte[].class);
  }

  private static String sha256(byte[] bytes, String... more) {
    MessageDigest digest = Digests.sha256();
    digest.update(bytes);
    for (String text : more) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
