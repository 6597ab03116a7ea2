package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** Reads and judges what the server answered. */
final class Answers {
  private Answers() {}

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-ronde="))
        .findFirst()
        .orElse("");
  }

  static void assertShown(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("</html>");
  }

  static void assertSeeOther(HttpResponse<String> answer, String path) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(location(answer)).endsWith(path);
  }
}
