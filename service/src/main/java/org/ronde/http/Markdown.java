package org.ronde.http;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown that members wrote, as HTML that can do no harm: paragraphs, emphasis, lists, quotes and
 * links to the web; raw HTML shows as text, headings become bold lines, pictures vanish.
 */
final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "a")
          .allowElements((name, attributes) -> "strong", "h1", "h2", "h3", "h4", "h5", "h6")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "http")
          .requireRelsOnLinks("nofollow", "noopener", "ugc")
          .toFactory();

  private Markdown() {}

  static String safeHtml(String markdown) {
    return POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
  }
}
