package dev.deckhand.workshop.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads that all begin at the same moment. */
final class Crowd {

  private Crowd() {}

  /** Runs a task for each number from 0, and returns what they return. */
  static <T> List<T> run(int size, IntFunction<Callable<T>> task) throws Exception {
    var begin = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<T>>();
      for (int i = 0; i < size; i++) {
        Callable<T> one = task.apply(i);
        answers.add(
            threads.submit(() -> {
              begin.await();
              return one.call();
            }));
      }
      begin.countDown();
      var results = new ArrayList<T>();
      for (Future<T> answer : answers) {
        results.add(answer.get());
      }
      return results;
    }
  }
}
