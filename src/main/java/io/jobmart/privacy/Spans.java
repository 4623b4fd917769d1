package io.jobmart.privacy;

import io.jobmart.model.PersonalDataKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stretches of a text that were found so far; they never overlap. */
final class Spans {
    /** @param start first UTF-16 offset, {@code end} the one after the last */
    record Span(PersonalDataKind kind, int start, int end) {}

    private final List<Span> spans = new ArrayList<>();
    private boolean sorted = true;

    void add(PersonalDataKind kind, int start, int end) {
        spans.add(new Span(kind, start, end));
        sorted = false;
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The one that was added last. */
    Span last() {
        return spans.get(spans.size() - 1);
    }

    /** In the order of the text; of two that overlap, the first has what they share. */
    List<Span> sorted() {
        if (!sorted) {
            spans.sort(Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
            List<Span> kept = new ArrayList<>(spans.size());
            int end = 0;
            for (Span span : spans) {
                if (span.end() > end) {
                    kept.add(new Span(span.kind(), Math.max(span.start(), end), span.end()));
                    end = span.end();
                }
            }
            spans.clear();
            spans.addAll(kept);
            sorted = true;
        }
        return spans;
    }

    /** Whether a stretch overlaps one of those in {@link #sorted} order. */
    boolean covers(int start, int end) {
        int low = 0;
        List<Span> all = sorted();
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).end() <= start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < all.size() && all.get(low).start() < end;
    }

    /** The first stretch of a kind that starts within a window; null when there is none. */
    Span first(PersonalDataKind kind, PersonalDataKind orKind, int from, int to) {
        List<Span> all = sorted();
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < all.size() && all.get(i).start() < to; i++) {
            if (all.get(i).kind() == kind || all.get(i).kind() == orKind) {
                return all.get(i);
            }
        }
        return null;
    }
}
