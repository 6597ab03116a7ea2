package org.ronde.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what the web server refuses before any resource sees it (a broken address, a header too
 * long) with a problem document instead of the server's own HTML.
 */
public final class ConnectorErrors extends ErrorHandler {
  private final ObjectMapper json;

  public ConnectorErrors(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    int status = response.getStatus() >= 400 ? response.getStatus() : 500;
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.write(true, document(status), callback);
    return true;
  }

  private ByteBuffer document(int status) throws JsonProcessingException {
    String title = org.eclipse.jetty.http.HttpStatus.getMessage(status);
    Problem problem = new Problem("about:blank", title, status, title, List.of(), null);
    return ByteBuffer.wrap(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
  }
}
