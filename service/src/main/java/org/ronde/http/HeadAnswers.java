package org.ronde.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the server from telling a HEAD request that a body is empty because none was sent: a length
 * that nobody knows is left out.
 */
final class HeadAnswers implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    boolean head = ((HttpServletRequest) request).getMethod().equals("HEAD");
    boolean counted = ((HttpServletResponse) response).containsHeader("Content-Length");
    if (head && !counted && !request.isAsyncStarted()) {
      // What is under way cannot be found to be empty at its end.
      response.flushBuffer();
    }
  }
}
