package org.ronde.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The keys {@code uploads.*} of the configuration.
 *
 * @param fileMegabytesMax how large one file may be, in units of 1,000,000 bytes; 40 by default.
 *     Smaller, and phones' films do not pass
 * @param formMegabytesMax how large a form with its files may be; 130 by default. What is larger is
 *     not read to its end, so the page can keep nothing that was typed
 * @param secondsMax how long a form may take to arrive; 600 by default
 * @param atOnceMax how many forms with files may arrive at the same time; 16 by default. Each holds
 *     a thread of the server
 */
public record UploadSettings(
    @Min(1) @Max(1000) int fileMegabytesMax,
    @Min(1) @Max(4000) int formMegabytesMax,
    @Min(10) @Max(3600) int secondsMax,
    @Min(1) @Max(500) int atOnceMax) {
  @ValidationMethod(message = "uploads.fileMegabytesMax must not be beyond formMegabytesMax")
  @JsonIgnore
  public boolean isFileWithinForm() {
    return fileMegabytesMax <= formMegabytesMax;
  }

  public static UploadSettings standard() {
    return new UploadSettings(40, 130, 600, 16);
  }

  public long fileBytesMax() {
    return fileMegabytesMax * 1_000_000L;
  }

  long formBytesMax() {
    return formMegabytesMax * 1_000_000L;
  }
}
