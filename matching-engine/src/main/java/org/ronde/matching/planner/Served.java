package org.ronde.matching.planner;

import org.ronde.matching.History;

/** A company in a taken choice, with the past that counts once it is served. */
public record Served(int company, History history) {}
