package org.ronde.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page to draw: a template below {@code pages/}, without its ending, and what it shows. The
 * writer adds what all pages share (words, actor, form token).
 *
 * <pre>{@code View.of("listings/catalogue").with("listings", found)}</pre>
 */
public final class View {
  private final String template;
  private final Map<String, @Nullable Object> model = new HashMap<>();

  private View(String template) {
    this.template = template;
  }

  public static View of(String template) {
    return new View(template);
  }

  /** Adds one value; null values are left out, so that templates can ask {@code ??}. */
  public View with(String name, @Nullable Object value) {
    if (value != null) {
      model.put(name, value);
    }
    return this;
  }

  /**
   * This page as the answer to what was refused: its status, and when to come back if that helps.
   */
  public Response answering(Refusal refusal) {
    return Problems.headers(refusal).type(MediaType.TEXT_HTML_TYPE).entity(this).build();
  }

  public View with(Form form) {
    return with("form", form);
  }

  public String template() {
    return template;
  }

  Map<String, @Nullable Object> model() {
    return model;
  }
}
