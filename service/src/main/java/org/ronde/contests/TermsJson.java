package org.ronde.contests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Terms as they are stored. */
final class TermsJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private TermsJson() {}

  static String write(Terms terms) {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Terms cannot be written: " + terms, e);
    }
  }

  static Terms read(String json) {
    try {
      return JSON.readValue(json, Terms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored terms cannot be read: " + json, e);
    }
  }
}
