package io.jobmart.pipeline;

import java.time.Duration;

/** Who watches a load. Calls come from several threads, steps within steps overlap. */
public interface Progress {
    /** Watches nothing. */
    Progress NONE = new Progress() {
        @Override
        public void started(String step) {}

        @Override
        public void finished(String step, String outcome, Duration took) {}
    };

    /** @param step in a few words, as Spark's own pages name it */
    void started(String step);

    /** Called once when another run holds the warehouse and this one waits for it: who, where and since when. */
    default void waiting(String holder) {}

    /** @param outcome what came of it, with its figures: "1,200 records of 3 files" */
    void finished(String step, String outcome, Duration took);
}
