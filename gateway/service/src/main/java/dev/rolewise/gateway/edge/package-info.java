/**
 * What every request meets first. {@link dev.rolewise.gateway.edge.RequestGuard} is the server's
 * request handler and hands on to the router; {@link dev.rolewise.gateway.edge.UnreadableRequests}
 * is its handler for what is no request. Mounted on the router in this order: {@link
 * dev.rolewise.gateway.edge.RequestIds}, {@link dev.rolewise.gateway.edge.TraceContext}, {@link
 * dev.rolewise.gateway.edge.SecurityHeaders}, {@link dev.rolewise.gateway.edge.AccessLog}, {@link
 * dev.rolewise.gateway.edge.Deadline}; {@link dev.rolewise.gateway.edge.RateLimits} and {@link
 * dev.rolewise.gateway.edge.NoBody} on the routes that need them.
 */
package dev.rolewise.gateway.edge;
