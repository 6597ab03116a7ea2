package org.ronde.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a {@link View} into HTML before anything is sent, so that a template that fails gives a
 * clean error page and never half a page with status 200.
 */
@Priority(Priorities.ENTITY_CODER)
public final class ViewFilter implements ContainerResponseFilter {
  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

  private final Templates templates;
  private final Cookies cookies;
  private final PageFacts facts;
  private final SiteFacts site;

  /** What pages need to know of this instance. */
  public record SiteFacts(String baseUrl, boolean barter, boolean challenges) {}

  /** What the last request did, said once. */
  public record Flash(String kind, String text) {}

  public ViewFilter(Templates templates, Cookies cookies, PageFacts facts, SiteFacts site) {
    this.templates = templates;
    this.cookies = cookies;
    this.facts = facts;
    this.site = site;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    keepFlash(response);
    if (!(response.getEntity() instanceof View view)) {
      return;
    }
    Locale locale = Languages.of(request);
    Map<String, @Nullable Object> model = new HashMap<>(view.model());
    describeRequest(request, locale, model);
    if (model.containsKey("flash")) {
      response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.flash(""));
    }
    String html = templates.draw("pages/" + view.template() + ".ftlh", locale, model);
    response.setEntity(html.getBytes(StandardCharsets.UTF_8), null, HTML);
    response.getHeaders().putSingle(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request");
    response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
  }

  private void describeRequest(
      ContainerRequestContext request, Locale locale, Map<String, @Nullable Object> model) {
    model.put("path", "/" + request.getUriInfo().getPath());
    model.put("address", Redirect.address(request));
    model.put("site", site);
    model.put("theme", theme(request));
    Cookie flash = request.getCookies().get(Cookies.FLASH);
    if (flash != null && templates.words().patterns(locale).containsKey(flash.getValue())) {
      model.put("flash", new Flash("ok", templates.words().say(locale, flash.getValue())));
    }
    model.put("csrf", "");
    model.put("unread", 0);
    if (request.getSecurityContext().getUserPrincipal() instanceof Actor actor) {
      model.put("actor", actor);
      model.put("csrf", actor.session() == null ? "" : actor.session());
      model.putAll(facts.of(actor));
    }
  }

  private void keepFlash(ContainerResponseContext response) {
    Object key = response.getHeaders().getFirst(Redirect.FLASH_HEADER);
    if (key != null) {
      response.getHeaders().remove(Redirect.FLASH_HEADER);
      response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.flash(String.valueOf(key)));
    }
  }

  private static String theme(ContainerRequestContext request) {
    Cookie theme = request.getCookies().get(Cookies.THEME);
    return theme != null && theme.getValue().matches("light|dark") ? theme.getValue() : "auto";
  }
}
