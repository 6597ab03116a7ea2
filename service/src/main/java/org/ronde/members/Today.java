package org.ronde.members;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is where the people of this instance live: plans begin and end with their days. */
record Today(InstantSource clock, ZoneId zone) {
  LocalDate date() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
