package org.ronde.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
  @ParameterizedTest
  @CsvSource({
    "/cycles, /cycles",
    "/a?b=%2F, /a?b=%2F",
    "//evil.example, ''",
    "https://evil.example, ''",
    "/\\evil.example, ''",
    "javascript:alert(1), ''",
    "/%zz, ''"
  })
  void leadsToNoOtherSite(String next, String path) {
    assertThat(Redirect.local(next)).isEqualTo(path);
  }

  @Test
  void comesBackToAPageWithItsQuestion() {
    assertThat(Redirect.address(request("GET", "catalogue?q=bread&page=2")))
        .isEqualTo("/catalogue?q=bread&page=2");
  }

  @Test
  void comesBackToThePageThatAFormWasOn() {
    ContainerRequest refused = request("POST", "listings/1/revisions");
    refused.header("Referer", "https://ronde.example/listings/1/edit");

    assertThat(Redirect.address(refused)).isEqualTo("/listings/1/edit");
  }

  @ParameterizedTest
  @CsvSource({"''", "not an address", "https://ronde.example//evil.example", "mailto:x"})
  void comesBackToTheFirstPageWhenTheBrowserDoesNotSayWhere(String referer) {
    ContainerRequest refused = request("POST", "listings/1/revisions");
    refused.header("Referer", referer);

    assertThat(Redirect.address(refused)).isEqualTo("/");
  }

  private static ContainerRequest request(String method, String address) {
    URI base = URI.create("http://localhost/");
    return new ContainerRequest(
        base, base.resolve(address), method, null, new MapPropertiesDelegate(), null);
  }
}
