/**
 * Live turnout as server-sent events. {@link dev.rolewise.gateway.live.TurnoutStreams} listens to
 * the assessment service's hints, once per process, and keeps every open stream of it up to date
 * within {@link dev.rolewise.gateway.live.StreamLimits}. Nothing but how many took part, and that a
 * report can be read, ever goes over a stream.
 */
package dev.rolewise.gateway.live;
