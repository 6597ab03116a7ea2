package org.ronde.files;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronde.ids.FileId;

/**
 * Sends a stored file as a browser asked for it: whole, one range of it (206), or nothing when its
 * copy is still good (304). The browser asks again each time, so a right taken away is gone at
 * once.
 */
public record Delivery(Files files) {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private record Span(long first, long last) {
    long length() {
      return last - first + 1;
    }
  }

  /**
   * The answer to a request for this file.
   *
   * @throws org.ronde.http.Refusal NOT_FOUND when the file is gone
   */
  public Response send(FileId id, ContainerRequestContext request) {
    StoredFile file = files.file(id);
    EntityTag tag = new EntityTag(file.sha256().substring(0, 32));
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }
    Matcher range = RANGE.matcher(asked(request, tag));
    // Several ranges, or what is no range, may be answered by the whole.
    if (!range.matches() || (range.group(1) + range.group(2)).isEmpty()) {
      return answer(Response.ok(), file, tag, new Span(0, file.size() - 1)).build();
    }
    Span span = span(range.group(1), range.group(2), file.size());
    if (span.first() > span.last()) {
      return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header("Content-Range", "bytes */" + file.size())
          // Without a body the server would write an error page and drop the headers.
          .entity(new byte[0])
          .type(file.mediaType())
          .build();
    }
    return answer(Response.status(Response.Status.PARTIAL_CONTENT), file, tag, span)
        .header("Content-Range", "bytes %d-%d/%d".formatted(span.first(), span.last(), file.size()))
        .build();
  }

  /** The range asked for, unless it belongs to an older copy. */
  private static String asked(ContainerRequestContext request, EntityTag tag) {
    String range = request.getHeaderString("Range");
    String only = request.getHeaderString("If-Range");
    boolean older = only != null && !only.equals('"' + tag.getValue() + '"');
    return range == null || older ? "" : range;
  }

  private static Span span(String first, String last, long size) {
    if (first.isEmpty()) {
      long count = Long.parseLong(last);
      return new Span(count == 0 ? size : Math.max(0, size - count), size - 1);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Long.parseLong(last);
    // Backwards is no range; it ends before it begins either way.
    return new Span(from, Math.min(to, size - 1));
  }

  private Response.ResponseBuilder answer(
      Response.ResponseBuilder response, StoredFile file, EntityTag tag, Span span) {
    StreamingOutput bytes = out -> copy(file.fileId(), span, out);
    return response
        .entity(bytes)
        .type(file.mediaType())
        .tag(tag)
        .header(HttpHeaders.CONTENT_LENGTH, span.length())
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }

  private void copy(FileId id, Span span, OutputStream out) throws IOException {
    try (InputStream in = files.read(id, span.first())) {
      byte[] block = new byte[64 * 1024];
      long left = span.length();
      while (left > 0) {
        int count = in.read(block, 0, (int) Math.min(block.length, left));
        if (count < 0) {
          throw new EOFException("The file %s ended early.".formatted(id));
        }
        out.write(block, 0, count);
        left -= count;
      }
    }
  }
}
