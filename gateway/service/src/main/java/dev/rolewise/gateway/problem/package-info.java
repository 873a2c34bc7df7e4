/**
 * What clients are told when something does not work: RFC 9457 problems in Dutch and English.
 *
 * <p>Handlers fail their context with a {@link dev.rolewise.gateway.problem.ProblemException} or
 * with the {@code BusFailure} they were given; {@link
 * dev.rolewise.gateway.problem.ProblemResponses} answers all failures of a router, unknown paths
 * and wrong methods included. {@link dev.rolewise.gateway.problem.ClosingConnections} remembers who
 * has had the last answer.
 */
package dev.rolewise.gateway.problem;
