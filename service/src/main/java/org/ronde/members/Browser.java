package org.ronde.members;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as signing in needs it.
 *
 * @param network the network address that tries are counted by: an IPv4 address, or the 64 leading
 *     bits of an IPv6 address, of which one household has as many as it likes
 * @param device what the member will recognise in the list of their sessions: {@code Firefox,
 *     Linux}
 */
record Browser(String network, String device) {
  private static final List<Map.Entry<String, String>> PROGRAMS =
      List.of(
          Map.entry("Edg/", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));
  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("Android", "Android"),
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("Linux", "Linux"));
  private static final int IPV6_GROUPS = 4;

  static Browser of(HttpServletRequest request) {
    return new Browser(network(request.getRemoteAddr()), device(request.getHeader("User-Agent")));
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String bare = address.replaceAll("[\\[\\]]|%.*", "");
    String[] groups = bare.split(":", -1);
    StringBuilder leading = new StringBuilder();
    for (int group = 0; group < Math.min(IPV6_GROUPS, groups.length); group++) {
      leading.append(groups[group]).append(':');
    }
    return leading + ":/64";
  }

  static String device(@Nullable String userAgent) {
    String program = first(PROGRAMS, userAgent);
    String system = first(SYSTEMS, userAgent);
    if (program.isEmpty() || system.isEmpty()) {
      return program + system;
    }
    return program + ", " + system;
  }

  private static String first(List<Map.Entry<String, String>> signs, @Nullable String text) {
    return signs.stream()
        .filter(sign -> text != null && text.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
