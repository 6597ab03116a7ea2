package org.ronde.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
    "[2001:db8:1:2:9:9:9:9], 2001:db8:1:2::/64",
    "fe80:0:0:0:1:2:3:4%eth0, fe80:0:0:0::/64"
  })
  void countsAHouseholdAsOneAddress(String address, String network) {
    assertThat(Browser.network(address)).isEqualTo(network);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox, Linux",
        "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537 Chrome/156 Safari/537|Chrome, Android",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/156 Safari/537 Edg/156|Edge, Windows",
        "curl/8.1|''"
      })
  void namesABrowserAsItsOwnerWould(String userAgent, String device) {
    assertThat(Browser.device(userAgent)).isEqualTo(device);
  }
}
