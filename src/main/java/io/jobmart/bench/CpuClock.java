package io.jobmart.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Times a kernel in CPU time of its thread, which busy neighbours disturb less than the wall clock. */
final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Where results go, so that no compiler can leave the work out. */
    static volatile Object sink;

    private final int warmUp;
    private final int rounds;

    CpuClock(int warmUp, int rounds) {
        this.warmUp = warmUp;
        this.rounds = rounds;
    }

    /** Work on the item of a number, whose result is kept from being optimised away. */
    @FunctionalInterface
    interface Kernel {
        Object run(int item);
    }

    /** Median of the rounds, in microseconds an item. */
    double microseconds(int items, Kernel kernel) {
        for (int round = 0; round < warmUp; round++) {
            pass(items, kernel);
        }
        double[] times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            pass(items, kernel);
            times[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1000.0 / items;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    private static void pass(int items, Kernel kernel) {
        for (int item = 0; item < items; item++) {
            sink = kernel.run(item);
        }
    }
}
