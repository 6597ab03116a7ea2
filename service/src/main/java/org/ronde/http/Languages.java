package org.ronde.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Locale;

/** Which language a request is answered in: the account's, the cookie's, the browser's, English. */
public final class Languages {
  private Languages() {}

  public static Locale of(ContainerRequestContext request) {
    Cookie chosen = request.getCookies().get(Cookies.LANGUAGE);
    if (chosen != null && known(chosen.getValue())) {
      return Locale.forLanguageTag(chosen.getValue());
    }
    if (request.getSecurityContext().getUserPrincipal() instanceof Actor actor) {
      return actor.locale();
    }
    return request.getAcceptableLanguages().stream()
        .filter(locale -> known(locale.getLanguage()))
        .findFirst()
        .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
        .orElse(Words.ENGLISH);
  }

  public static boolean known(String language) {
    return Words.LOCALES.stream().anyMatch(locale -> locale.getLanguage().equals(language));
  }
}
