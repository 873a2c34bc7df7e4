/**
 * Which request something is done for: the trace context of W3C ({@code traceparent}), taken over
 * or made at the edge, passed along on the bus, and written into every line of the log.
 */
package dev.rolewise.runtime.trace;
