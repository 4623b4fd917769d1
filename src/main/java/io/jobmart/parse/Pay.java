package io.jobmart.parse;

import io.jobmart.model.PayStatement;
import io.jobmart.model.ValueStatus;
import java.util.List;

/**
 * What a posting says of pay.
 *
 * @param statements every distinct one, structured first, then header, title and text; at most one is the headline
 */
public record Pay(ValueStatus status, List<PayStatement> statements) {}
