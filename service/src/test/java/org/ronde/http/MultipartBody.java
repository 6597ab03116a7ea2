package org.ronde.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files as a browser writes it; each time under another boundary. */
public final class MultipartBody {
  private final String boundary = "----" + UUID.randomUUID();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public MultipartBody field(String name, String value) {
    return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
  }

  public MultipartBody file(String field, String name, byte[] content) {
    return part(
        "name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream"
            .formatted(field, name),
        content);
  }

  private MultipartBody part(String disposition, byte[] content) {
    write("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, disposition));
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(bytes.toByteArray());
    whole.writeBytes("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  /** Without its end, as when a connection breaks. */
  public byte[] cutOff() {
    return bytes.toByteArray();
  }
}
