import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times pages against the answer that reads one row: {@code java Bench.java BASE_URL SIGN_IN_LINK [SECONDS [points]]}.
 *
 * <p>Signs in by the link as a browser would, then lets eight clients ask for each address in turns, all in
 * one run, so that whatever else the machine does falls on all alike. The one-row answer is {@code
 * GET /api/v1/me}: session and member, what every page reads first.
 */
final class Bench {
  private static final int CLIENTS = 8;
  private static final int WARM_UP_SECONDS = 10;
  private static final String ONE_ROW = "/api/v1/me";
  private static final Map<String, String> POINTS =
      new LinkedHashMap<>(
          Map.of("leaderboard page", "/leaderboards?board=global", "my progress", "/points"));

  private final HttpClient http;
  private final String base;
  private final String cookie;

  private Bench(HttpClient http, String base, String cookie) {
    this.http = http;
    this.base = base;
    this.cookie = cookie;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("java Bench.java BASE_URL SIGN_IN_LINK [SECONDS [points]]");
      System.exit(2);
    }
    int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    Bench bench = new Bench(http, arguments[0], signIn(http, arguments[0], arguments[1]));
    boolean points = arguments.length > 3 && arguments[3].equals("points");
    Map<String, String> targets = bench.targets(points ? POINTS : bench.barter());
    bench.run(targets, WARM_UP_SECONDS);
    print(targets, bench.run(targets, seconds));
  }

  private Map<String, String> barter() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("ring page", firstRing());
    pages.put("catalogue", "/catalogue");
    pages.put("catalogue, searched", "/catalogue?q=bois");
    return pages;
  }

  private Map<String, String> targets(Map<String, String> pages) {
    Map<String, String> targets = new LinkedHashMap<>();
    targets.put("one row (" + ONE_ROW + ")", ONE_ROW);
    targets.putAll(pages);
    targets.forEach(
        (name, path) -> {
          int status = send(path).statusCode();
          if (status != 200) {
            throw new IllegalStateException("%s (%s) answers %d.".formatted(name, path, status));
          }
        });
    return targets;
  }

  private String firstRing() {
    Matcher ring = Pattern.compile("href=\"(/cycles/[0-9a-f-]{36})\"").matcher(send("/cycles").body());
    if (!ring.find()) {
      throw new IllegalStateException("There is no cycle on /cycles: is this the demo world?");
    }
    return ring.group(1);
  }

  /** Nanoseconds of each answer, by path. */
  private Map<String, List<Long>> run(Map<String, String> targets, int seconds) throws Exception {
    List<String> paths = List.copyOf(targets.values());
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Map<String, List<Long>>>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        Callable<Map<String, List<Long>>> client = () -> client(paths, first, end);
        all.add(clients.submit(client));
      }
      Map<String, List<Long>> times = new LinkedHashMap<>();
      for (Future<Map<String, List<Long>>> one : all) {
        one.get().forEach((path, some) -> times.computeIfAbsent(path, p -> new ArrayList<>()).addAll(some));
      }
      return times;
    } finally {
      clients.shutdown();
    }
  }

  private Map<String, List<Long>> client(List<String> paths, int first, long end) {
    Map<String, List<Long>> times = new LinkedHashMap<>();
    paths.forEach(path -> times.put(path, new ArrayList<>()));
    for (int turn = first; System.nanoTime() < end; turn++) {
      String path = paths.get(turn % paths.size());
      long start = System.nanoTime();
      int status = send(path).statusCode();
      if (status != 200) {
        throw new IllegalStateException("%s answers %d under load.".formatted(path, status));
      }
      times.get(path).add(System.nanoTime() - start);
    }
    return times;
  }

  private HttpResponse<String> send(String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void print(Map<String, String> targets, Map<String, List<Long>> times) {
    double[] row = percentiles(times.get(ONE_ROW));
    System.out.printf(
        Locale.ROOT, "%-26s %8s %10s %10s %8s %8s%n", "", "answers", "p50 ms", "p99 ms", "x p50", "x p99");
    targets.forEach(
        (name, path) -> {
          double[] these = percentiles(times.get(path));
          System.out.printf(
              Locale.ROOT,
              "%-26s %8d %10.2f %10.2f %8.2f %8.2f%n",
              name,
              times.get(path).size(),
              these[0],
              these[1],
              these[0] / row[0],
              these[1] / row[1]);
        });
  }

  private static double[] percentiles(List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("No answer was timed.");
    }
    return Arrays.stream(new double[] {0.50, 0.99})
        .map(part -> sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6)
        .toArray();
  }

  /** Opens the link, presses the button of its form, and returns the session cookie. */
  private static String signIn(HttpClient http, String base, String link) throws IOException, InterruptedException {
    URI address = URI.create(link);
    HttpResponse<String> page =
        http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    Matcher form =
        Pattern.compile("<form[^>]*\\saction=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL).matcher(page.body());
    while (form.find()) {
      if (form.group(2).contains("name=\"token\"") || form.group(1).contains(address.getPath())) {
        return press(http, base, form.group(1), form.group(2));
      }
    }
    throw new IllegalStateException("The page behind the sign-in link (status %d) has no form with a token.".formatted(page.statusCode()));
  }

  private static String press(HttpClient http, String base, String action, String form)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    Matcher input = Pattern.compile("<input[^>]*>").matcher(form);
    while (input.find()) {
      String name = attribute(input.group(), "name");
      if (!name.isEmpty()) {
        body.append(body.length() == 0 ? "" : "&")
            .append(encoded(name))
            .append('=')
            .append(encoded(attribute(input.group(), "value")));
      }
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + action.replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .filter(cookie -> cookie.matches("(__Host-)?ronde=.+"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Signing in answers %d without a session.".formatted(answer.statusCode())));
  }

  private static String attribute(String tag, String name) {
    Matcher value = Pattern.compile("\\s%s=\"([^\"]*)\"".formatted(name)).matcher(tag);
    return value.find() ? value.group(1).replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'") : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
