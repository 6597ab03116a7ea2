package org.ronde.members;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;

/** Lets several people do something at the same moment, and says how each one fared. */
final class Crowd {
  private Crowd() {}

  /** The refusal each call ended with, or nothing for those that went through. */
  static List<String> atOnce(List<Callable<?>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<String>> results = new ArrayList<>();
      for (Callable<?> call : calls) {
        results.add(threads.submit(() -> outcome(start, call)));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> result : results) {
        outcomes.add(result.get());
      }
      return outcomes;
    } finally {
      threads.shutdown();
    }
  }

  private static String outcome(CyclicBarrier start, Callable<?> call) throws Exception {
    start.await();
    try {
      call.call();
      return "";
    } catch (Refusal refusal) {
      return name(refusal.type());
    }
  }

  static String name(ProblemType type) {
    return type.name();
  }
}
