package org.ronde.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import org.ronde.http.Actor;
import org.ronde.http.Cookies;
import org.ronde.http.Form;
import org.ronde.http.Languages;
import org.ronde.http.ProblemType;
import org.ronde.http.Redirect;
import org.ronde.http.Refusal;
import org.ronde.http.View;
import org.ronde.http.Words;

/** What the pages of this room share: the session's cookie, and forms that come back refused. */
record Gate(Words words, Cookies cookies, SignInSettings settings) {
  /** Refusals that a form cannot be corrected after: they get a page of their own. */
  private static final Set<ProblemType> FINAL =
      Set.of(
          ProblemType.NOT_FOUND,
          ProblemType.LINK_USED,
          ProblemType.NO_COMPANY,
          ProblemType.NOT_OWNER,
          ProblemType.OTHER_ACCOUNT,
          ProblemType.SESSION_NEEDED);

  Browser browser(HttpServletRequest request) {
    return Browser.of(request);
  }

  /** A redirect that signs in. */
  Redirect signedIn(String path, Secret secret) {
    return Redirect.to(path).with(cookies.session(secret.text(), settings.sessionMax()));
  }

  /** A redirect that removes the cookie. */
  Redirect signedOut(String path) {
    return Redirect.to(path).with(cookies.session("", Duration.ZERO));
  }

  /**
   * The secret of the browser's session.
   *
   * @throws Refusal SESSION_NEEDED for a request with an API token
   */
  Secret session(Actor actor, ContainerRequestContext request) {
    if (actor.session() == null) {
      throw new Refusal(ProblemType.SESSION_NEEDED);
    }
    return new Secret(cookies.session(request));
  }

  /** The page again, with what was typed and what is wrong with it. */
  Response again(View view, Form form, Refusal refusal, ContainerRequestContext request) {
    if (FINAL.contains(refusal.type())) {
      throw refusal;
    }
    form.refused(refusal, words, Languages.of(request));
    return view.with(form).answering(refusal);
  }
}
