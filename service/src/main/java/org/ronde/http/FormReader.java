package org.ronde.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
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

/** Reads a posted form into a {@link Form}. */
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class FormReader implements MessageBodyReader<Form> {
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
