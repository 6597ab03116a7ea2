package org.ronde.http;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a browser goes after a form did its work (303), and what the next page says first. */
public final class Redirect {
  /** The header by which the flash message travels to the filter that turns it into a cookie. */
  static final String FLASH_HEADER = "X-Ronde-Flash";

  private final Response.ResponseBuilder response;

  private Redirect(String path) {
    this.response = Response.seeOther(URI.create(path));
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
