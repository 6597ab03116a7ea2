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
 * The headers of every answer: nothing runs or loads but our own files, no framing, no referrer,
 * and no shared cache keeps what a member saw. Films may also be {@code blob:}, for the still
 * picture that a page takes of one before it is sent.
 */
public final class SecurityHeaders implements Filter {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src"
          + " 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri"
          + " 'none'; frame-ancestors 'none'";

  private final boolean https;

  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse http = (HttpServletResponse) response;
    http.setHeader("Content-Security-Policy", POLICY);
    http.setHeader("X-Content-Type-Options", "nosniff");
    http.setHeader("Referrer-Policy", "same-origin");
    http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    http.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    http.setHeader("X-Frame-Options", "DENY");
    if (https) {
      http.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    if (!((HttpServletRequest) request).getRequestURI().startsWith("/assets/")) {
      http.setHeader("Cache-Control", "no-store");
    }
    chain.doFilter(request, response);
  }
}
