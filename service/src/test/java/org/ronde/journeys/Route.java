package org.ronde.journeys;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * An address that the running application answers, read from Jersey's own model: a route that
 * somebody adds is known here without being told.
 *
 * @param template the path with its parameters in braces
 * @param page whether it answers with HTML
 */
record Route(String method, String template, boolean page) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  /** A parameter that is one of a few words. */
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([a-z|]+)}");

  /** All routes of these classes, by path; classes that answer nothing are left out. */
  static List<Route> of(Collection<Class<?>> classes) {
    List<Route> routes = new ArrayList<>();
    for (Class<?> plugged : classes) {
      Resource resource = Resource.from(plugged);
      if (resource != null && resource.getPath() != null) {
        add(routes, "", resource);
      }
    }
    routes.sort(Comparator.comparing(Route::template).thenComparing(Route::method));
    return routes;
  }

  private static void add(List<Route> routes, String above, Resource resource) {
    String path = (above + "/" + resource.getPath()).replaceAll("/{2,}", "/");
    String template = path.length() > 1 && path.endsWith("/") ? path.replaceAll("/$", "") : path;
    for (ResourceMethod method : resource.getResourceMethods()) {
      if (!method.getHttpMethod().equals("OPTIONS")) {
        boolean page = method.getProducedTypes().contains(MediaType.TEXT_HTML_TYPE);
        each(template).forEach(one -> routes.add(new Route(method.getHttpMethod(), one, page)));
      }
    }
    resource.getChildResources().forEach(child -> add(routes, template, child));
  }

  /** A template for each of the words that a parameter can be. */
  private static List<String> each(String template) {
    Matcher choice = CHOICE.matcher(template);
    return choice.find()
        ? Arrays.stream(choice.group(1).split("\\|")).map(choice::replaceFirst).toList()
        : List.of(template);
  }

  /** The route that a GET of this path reaches: literal parts win over parameters. */
  static Optional<Route> findPage(List<Route> routes, String path) {
    return routes.stream()
        .filter(route -> route.isPage() && route.answers(path))
        .min(Comparator.comparingLong(Route::parameters));
  }

  boolean isPage() {
    return page && method.equals("GET");
  }

  boolean safe() {
    return method.equals("GET");
  }

  private boolean answers(String path) {
    return path.matches(PARAMETER.matcher(template).replaceAll("[^/]+"));
  }

  private long parameters() {
    return PARAMETER.matcher(template).results().count();
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
