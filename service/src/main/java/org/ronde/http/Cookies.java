package org.ronde.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;

/**
 * The cookies of Ronde, shaped by the address it is reached at.
 *
 * <p>Over HTTPS or on localhost the session cookie is {@code __Host-ronde} and Secure. Reached by
 * plain HTTP at another address (a first try on a local network) it is {@code ronde} without
 * Secure: browsers drop Secure cookies there and sign-in would fail without a word.
 */
public final class Cookies {
  public static final String LANGUAGE = "lang";
  public static final String THEME = "theme";
  static final String FLASH = "flash";
  private static final Duration PREFERENCE_AGE = Duration.ofDays(365);

  private final boolean secure;

  public Cookies(URI baseUrl) {
    this.secure =
        "https".equals(baseUrl.getScheme())
            || "localhost".equals(baseUrl.getHost())
            || "127.0.0.1".equals(baseUrl.getHost());
  }

  public boolean secure() {
    return secure;
  }

  public String sessionName() {
    return secure ? "__Host-ronde" : "ronde";
  }

  /** What the request's session cookie holds; empty when it brings none. */
  public String session(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(sessionName());
    return cookie == null ? "" : cookie.getValue();
  }

  /** The session cookie; an age of zero removes it. */
  public NewCookie session(String value, Duration age) {
    return cookie(sessionName(), value, age, true);
  }

  public NewCookie preference(String name, String value) {
    return cookie(name, value, PREFERENCE_AGE, true);
  }

  NewCookie flash(String value) {
    return cookie(FLASH, value, value.isEmpty() ? Duration.ZERO : Duration.ofMinutes(1), true);
  }

  private NewCookie cookie(String name, String value, Duration age, boolean httpOnly) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge((int) age.toSeconds())
        .secure(secure)
        .httpOnly(httpOnly)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
