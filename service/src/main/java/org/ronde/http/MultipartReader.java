package org.ronde.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code multipart/form-data} body: fields into memory, files into temporary files, and
 * all of it into a digest that is the same when a browser sends the same form again under another
 * boundary.
 */
final class MultipartReader extends MultiPart.AbstractPartsListener {
  private static final int BLOCK_BYTES = 16 * 1024;
  private static final int FIELD_BYTES_MAX = 64 * 1024;
  private static final int FIELDS_MAX = 200;
  private static final int HEADER_BYTES_MAX = 4 * 1024;
  private static final int NAME_LENGTH_MAX = 120;

  private final UploadSettings settings;
  private final Consumer<Path> temporary;
  private final MessageDigest digest = Digests.sha256();
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<Upload> uploads = new ArrayList<>();
  private @Nullable Path file;
  private OutputStream part = OutputStream.nullOutputStream();
  private long partBytes;
  private boolean complete;
  private @Nullable Throwable failure;

  /**
   * @param temporary is told of each temporary file before anything is written to it
   */
  MultipartReader(UploadSettings settings, Consumer<Path> temporary) {
    this.settings = settings;
    this.temporary = temporary;
  }

  /**
   * @throws Refusal MALFORMED when the body is cut off or no form, TOO_MANY_PARTS, FIELD_TOO_LONG
   */
  Form read(InputStream body, String boundary) throws IOException {
    MultiPart.Parser parser = new MultiPart.Parser(boundary, this);
    parser.setMaxParts(FIELDS_MAX);
    parser.setPartHeadersMaxLength(HEADER_BYTES_MAX);
    byte[] block = new byte[BLOCK_BYTES];
    try {
      int count = body.read(block);
      while (!complete && count >= 0) {
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(block, 0, count), false));
        check();
        count = body.read(block);
      }
      parser.parse(Content.Chunk.EOF);
      check();
      // What follows the last boundary means nothing, but the connection wants it read.
      body.transferTo(OutputStream.nullOutputStream());
    } finally {
      part.close();
    }
    if (!complete) {
      throw cutOff();
    }
    return new Form(values, uploads, digest.digest());
  }

  private void check() {
    if (failure != null) {
      throw refusal(failure);
    }
  }

  private static Refusal refusal(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof UncheckedIOException disk) {
      throw disk;
    }
    if (failure instanceof IllegalStateException) {
      return new Refusal(ProblemType.TOO_MANY_PARTS, Map.of("max", FIELDS_MAX));
    }
    return cutOff();
  }

  private static Refusal cutOff() {
    return new Refusal(ProblemType.MALFORMED, Map.of("reason", "multipart/form-data"));
  }

  // The parser swallows what its listener throws: a failure is noted and thrown by the reader.

  @Override
  public void onPartHeaders() {
    partBytes = 0;
    file = null;
    part = new ByteArrayOutputStream();
    if (getName() == null) {
      onFailure(cutOff());
    }
    if (failure != null || getFileName() == null) {
      return;
    }
    try {
      Path created = Files.createTempFile("ronde-upload-", null);
      temporary.accept(created);
      file = created;
      part = Files.newOutputStream(created);
    } catch (IOException e) {
      onFailure(new UncheckedIOException(e));
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    byte[] bytes = new byte[chunk.remaining()];
    chunk.getByteBuffer().get(bytes);
    partBytes += bytes.length;
    if (file == null && partBytes > FIELD_BYTES_MAX) {
      onFailure(
          new Refusal(
              ProblemType.FIELD_TOO_LONG,
              Map.of("field", shortened(getName()), "max", FIELD_BYTES_MAX)));
    }
    try {
      // A file that is too large is read to its end all the same: the rest of the form follows it.
      if (failure == null && partBytes <= settings.fileBytesMax()) {
        part.write(bytes);
      }
    } catch (IOException e) {
      onFailure(new UncheckedIOException(e));
    }
    digest.update(bytes);
  }

  @Override
  public void onPart(String name, @Nullable String fileName, HttpFields headers) {
    try {
      part.close();
    } catch (IOException e) {
      onFailure(new UncheckedIOException(e));
    }
    if (failure != null) {
      return;
    }
    if (part instanceof ByteArrayOutputStream field) {
      values
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(field.toString(StandardCharsets.UTF_8));
    } else if (file != null && partBytes > 0) {
      // A browser sends an empty part for a file field that was left alone.
      uploads.add(new Upload(name, shortened(fileName), file, partBytes));
    }
    digest.update((name + '\0' + partBytes + '\0').getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void onComplete() {
    complete = true;
  }

  @Override
  public void onFailure(Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
  }

  private static String shortened(@Nullable String name) {
    String text = name == null ? "" : name;
    return text.substring(0, Math.min(text.length(), NAME_LENGTH_MAX));
  }
}
