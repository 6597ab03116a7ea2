package org.ronde.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a browser goes after a form did its work (303), and what the next page says first. */
public final class Redirect {
  /** The header by which the flash message travels to the filter that turns it into a cookie. */
  static final String FLASH_HEADER = "X-Ronde-Flash";

  private static final int LOCAL_MAX = 400;

  private final Response.ResponseBuilder response;

  private Redirect(String path) {
    this.response = Response.seeOther(URI.create(path));
  }

  /** The path if it is one of ours, else nothing: no link of ours leads to another site. */
  public static String local(String path) {
    boolean ours =
        path.length() <= LOCAL_MAX
            && path.matches("/(?:[A-Za-z0-9_~.,;:@!$&'()*+=?/-]|%[0-9A-Fa-f]{2})*")
            && !path.startsWith("//");
    return ours ? path : "";
  }

  /**
   * Where what a request showed can be had again, path and query. A refused form is shown at an
   * address that may answer to POST alone; there the browser says which page it came from.
   */
  static String address(ContainerRequestContext request) {
    if (ForgeryFilter.isSafe(request)) {
      return address(request.getUriInfo().getRequestUri());
    }
    try {
      return address(URI.create(String.valueOf(request.getHeaderString("Referer"))));
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }

  private static String address(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String address = local(uri.getRawPath() + query);
    return address.isEmpty() ? "/" : address;
  }

  /** To a path of ours, starting with a slash. */
  public static Redirect to(String path) {
    return new Redirect(path);
  }

  /** Says the message with this key, which takes no arguments, at the top of the next page. */
  public Redirect saying(String messageKey) {
    response.header(FLASH_HEADER, messageKey);
    return this;
  }

  public Redirect with(NewCookie cookie) {
    response.cookie(cookie);
    return this;
  }

  public Response response() {
    return response.build();
  }
}
