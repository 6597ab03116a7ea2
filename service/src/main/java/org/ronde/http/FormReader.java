package org.ronde.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * Reads a posted form, with or without files, into a {@link Form}: once a request, because the
 * forgery filter, the keeper of repeated requests and the method itself all ask for it.
 */
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
public final class FormReader implements MessageBodyReader<Form> {
  private static final String FORM = "org.ronde.http.form";

  private final CurrentRequest current;
  private final UploadSettings settings;
  private final Semaphore places;

  FormReader(CurrentRequest current, UploadSettings settings) {
    this.current = current;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnceMax());
  }

  /** Whether the request brings a form that {@link #form} can read. */
  static boolean bringsForm(ContainerRequest request) {
    MediaType type = request.getMediaType();
    return bringsFiles(request)
        || (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
  }

  static boolean bringsFiles(ContainerRequest request) {
    MediaType type = request.getMediaType();
    return type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
  }

  /** The request's form, the same each time. */
  Form form(ContainerRequest request) {
    if (request.getProperty(FORM) instanceof Form known) {
      return known;
    }
    if (!bringsFiles(request)) {
      return request.readEntity(Form.class);
    }
    try {
      // Past Jersey, which would close a body that it does not hold, and then refuse to read again.
      Form form = remembered(request, request.getEntityStream());
      // What is read instead is never looked at.
      request.setEntityStream(new ByteArrayInputStream(new byte[1]));
      return form;
    } catch (IOException e) {
      throw new Refusal(ProblemType.MALFORMED, Map.of("reason", "multipart/form-data"));
    }
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Form.class;
  }

  @Override
  public Form readFrom(
      Class<Form> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    return remembered(current.get(), body);
  }

  private Form remembered(ContainerRequest request, InputStream body) throws IOException {
    if (request.getProperty(FORM) instanceof Form known) {
      return known;
    }
    Form form = bringsFiles(request) ? withFiles(request, body) : plain(body);
    request.setProperty(FORM, form);
    return form;
  }

  private Form withFiles(ContainerRequest request, InputStream body) throws IOException {
    String boundary = request.getMediaType().getParameters().get("boundary");
    if (boundary == null || boundary.isEmpty() || !BodyLimitFilter.takesUploads(request)) {
      throw new Refusal(ProblemType.UNSUPPORTED_TYPE);
    }
    if (!places.tryAcquire()) {
      throw new Refusal(ProblemType.UNAVAILABLE);
    }
    try {
      MultipartReader reader =
          new MultipartReader(settings, file -> TemporaryFiles.note(request, file));
      return reader.read(body, boundary);
    } finally {
      places.release();
    }
  }

  private static Form plain(InputStream body) throws IOException {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    try {
      for (String pair : text.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values
              .computeIfAbsent(decode(pair.substring(0, equals)), name -> new ArrayList<>())
              .add(decode(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(ProblemType.MALFORMED, Map.of("reason", "%"));
    }
    return new Form(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
