package org.ronde.contests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.ronde.contests.draw.Beacon;
import org.slf4j.LoggerFactory;

/** Where rounds of the beacon come from by themselves. Never called inside a transaction. */
public interface BeaconSource {
  /** Fetches nothing: the operator pastes the round. */
  BeaconSource NONE = round -> Optional.empty();

  /** The signature of a round, unchecked; empty when it is not to be had now. */
  Optional<String> find(long round);

  /** Fetches from the address in the settings, or nothing when it is empty. */
  static BeaconSource of(ContestSettings settings) {
    return settings.beaconUrl().isEmpty() ? NONE : over(URI.create(settings.beaconUrl()));
  }

  /** Asks drand's HTTP interface. */
  static BeaconSource over(URI base) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return round -> {
      URI address = URI.create("%s/%s/public/%d".formatted(base, Beacon.CHAIN, round));
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
      try {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? Beacon.findSignature(answer.body()) : Optional.empty();
      } catch (IOException e) {
        LoggerFactory.getLogger(BeaconSource.class)
            .warn("The beacon at {} does not answer: {}", base, e.toString());
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    };
  }
}
