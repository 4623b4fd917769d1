package io.jobmart.pipeline;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.SparkContext;

/** Runs the steps of a load: names their jobs on Spark's pages, tells who watches, and takes the time. */
final class Steps {
    /** On every job of a load. */
    static final String TAG = "jobmart-load";

    private final SparkContext spark;
    private final Progress progress;
    private final Map<String, Duration> took = Collections.synchronizedMap(new LinkedHashMap<>());

    Steps(SparkContext spark, Progress progress) {
        this.spark = spark;
        this.progress = progress;
    }

    /** Runs a step; failures pass through as they are. */
    <T> T run(String step, Callable<T> work, Function<T, String> outcome) {
        String outer = spark.getLocalProperty("spark.job.description");
        progress.started(step);
        spark.addJobTag(TAG);
        spark.setJobGroup(step, "jobmart: " + step, false);
        long start = System.nanoTime();
        try {
            T result = work.call();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            took.put(step, time);
            progress.finished(step, outcome.apply(result), time);
            return result;
        } catch (Exception e) {
            throw Steps.<RuntimeException>asIs(e);
        } finally {
            spark.setJobDescription(outer);
        }
    }

    /** Tells who watches whom the load waits for. */
    void waiting(String holder) {
        progress.waiting(holder);
    }

    Map<String, Duration> times() {
        synchronized (took) {
            return new LinkedHashMap<>(took);
        }
    }

    /** "1 row", "1,200 rows". */
    static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E asIs(Exception e) throws E {
        throw (E) e;
    }
}
